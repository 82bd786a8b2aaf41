/** What the page of bank holidays shows: year by year, who added what, and whether the table still reaches far enough. */
import { bankHolidays as seeded } from '../../rules/bank-holidays.ts'
import { coveredUntil, endsSoon, type BankHoliday } from '../../shared/dates/bank-holidays.ts'
import { addition } from '../../shared/dates/holiday-changes.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'

type Holidays = Pick<Rules, 'bankHolidays' | 'bankHolidayChanges'>

/** What the hub came with is nobody's to take out. */
export function isSeeded(date: CalendarDate): boolean {
  return seeded.some((holiday) => holiday.date === date)
}

export function holidaysShown(rules: Holidays, today: CalendarDate): object {
  const years = Map.groupBy(rules.bankHolidays, ({ date }) => date.slice(0, 4))
  const shown = [...years].map(([year, days]) => ({ year, days: days.map((day) => dayShown(day, rules)) }))
  const isNow = ({ year }: { readonly year: string }): boolean => year >= today.slice(0, 4)
  return {
    years: shown.filter(isNow),
    past: shown.filter((year) => !isNow(year)).toReversed(),
    takenBack: (rules.bankHolidayChanges ?? []).filter(({ what }) => what === 'taken-back').toReversed(),
    tableEnds: tableEnds(rules, today),
  }
}

/** Null while the table reaches far enough; `until` is null where it knows no whole year. */
export function tableEnds(
  { bankHolidays }: Pick<Rules, 'bankHolidays'>,
  today: CalendarDate,
): { readonly until: CalendarDate | null } | null {
  return endsSoon(bankHolidays, today) ? { until: coveredUntil(bankHolidays) } : null
}

function dayShown(day: BankHoliday, rules: Holidays): object {
  const added = isSeeded(day.date) ? null : addition(day.date, rules)
  return { ...day, added }
}
