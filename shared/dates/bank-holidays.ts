/** The table of bank holidays: what is published is added to it, and nothing is ever taken away. */
import type { BankHoliday } from '../knowledge.ts'
import { daysBetween, type CalendarDate } from './london.ts'
import type { Holidays } from './working-days.ts'
import { onceFor } from '../once-for.ts'

/**
 * Both tables together, in order of date. The published feed is a rolling window, so a day it no longer lists
 * still counts; where both know a day, the newer title and note stand.
 */
export function mergeHolidays(
  known: readonly BankHoliday[],
  published: readonly BankHoliday[],
): readonly BankHoliday[] {
  const byDate = new Map([...known, ...published].map((holiday) => [holiday.date, holiday]))
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The same for the same table, which never changes: every text that is routed asks for it. */
export const holidaySet = onceFor(
  (holidays: readonly BankHoliday[]): Holidays => new Set(holidays.map((holiday) => holiday.date)),
)

/** How many days ahead does the table still reach? Due dates beyond its last day would silently be too early. */
export function daysCovered(holidays: readonly BankHoliday[], today: CalendarDate): number {
  const last = holidays.reduce((latest, { date }) => (date > latest ? date : latest), '')
  return last === '' ? 0 : Math.max(0, daysBetween(today, last))
}
