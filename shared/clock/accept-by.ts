/** By when a team must accept what it is handed: by which day, and where a red flag is raised, within how many hours. */
import { holidaySet } from '../dates/bank-holidays.ts'
import { dueDate } from '../dates/due-date.ts'
import type { CalendarDate } from '../dates/london.ts'
import type { Rules } from '../knowledge.ts'
import type { Flag, Level, Process } from '../words.ts'

/**
 * By the level of risk, as the rules of the process have it; the end of the same working day where they say nothing.
 * `offeredOn` is the day the team is offered it, however long ago it was received.
 */
export function acceptBy(
  { process, level }: { readonly process: Process | undefined; readonly level: Level },
  offeredOn: CalendarDate,
  rules: Pick<Rules, 'periods' | 'bankHolidays'>,
): CalendarDate {
  const period = rules.periods.find(
    (candidate) =>
      candidate.clock === 'accept-handoff' &&
      candidate.process === process &&
      (candidate.levels === undefined || candidate.levels.includes(level)),
  )
  const sameDay = { amount: 0, unit: 'working-days', startDay: 'day-zero' } as const
  return dueDate(offeredOn, period ?? sameDay, holidaySet(rules.bankHolidays))
}

/** The shortest that any of the flags allows; null where none is raised. */
export function hoursToAccept(flags: readonly Flag[], rules: Pick<Rules, 'redFlags'>): number | null {
  const hours = rules.redFlags.filter(({ flag }) => flags.includes(flag)).map((rule) => rule.hours)
  return hours.length === 0 ? null : Math.min(...hours)
}
