/** By when a team must accept what it is handed: by which day, and where a red flag is raised, within how many hours. */
import { holidaySet } from '../dates/bank-holidays.ts'
import { dueDate } from '../dates/due-date.ts'
import { londonDate, londonTime, type CalendarDate } from '../dates/london.ts'
import { addWorkingDays } from '../dates/working-days.ts'
import type { Rules } from '../knowledge.ts'
import type { Flag, Level, Process } from '../words.ts'

/** When the team is offered it, however long ago it was received. */
export interface Offered {
  readonly on: CalendarDate
  /** HH:MM in London. Absent: in office hours. */
  readonly at?: string | undefined
}

/** The same by an instant. */
export function offeredAt(now: Date): Offered {
  return { on: londonDate(now), at: londonTime(now) }
}

/**
 * By the level of risk, as the rules of the process have it; the end of the same working day where they say nothing.
 * Never of a day on which the team was gone before it was offered: nobody could accept it then.
 */
export function acceptBy(
  { process, level }: { readonly process: Process | undefined; readonly level: Level },
  offered: Offered,
  rules: Pick<Rules, 'periods' | 'bankHolidays' | 'officeHours'>,
): CalendarDate {
  const period = rules.periods.find(
    (candidate) =>
      candidate.clock === 'accept-handoff' &&
      candidate.process === process &&
      (candidate.levels === undefined || candidate.levels.includes(level)),
  )
  const sameDay = { amount: 0, unit: 'working-days', startDay: 'day-zero' } as const
  const holidays = holidaySet(rules.bankHolidays)
  const due = dueDate(offered.on, period ?? sameDay, holidays)
  return due === offered.on && isAfterHours(offered, rules) ? addWorkingDays(due, 1, holidays) : due
}

function isAfterHours({ at }: Offered, { officeHours }: Pick<Rules, 'officeHours'>): boolean {
  return at !== undefined && officeHours !== undefined && at >= officeHours.until
}

/** The shortest that any of the flags allows; null where none is raised. */
export function hoursToAccept(flags: readonly Flag[], rules: Pick<Rules, 'redFlags'>): number | null {
  const hours = rules.redFlags.filter(({ flag }) => flags.includes(flag)).map((rule) => rule.hours)
  return hours.length === 0 ? null : Math.min(...hours)
}
