/** The table of bank holidays: what is published is added to it, and nothing is ever taken away. */
import { daysBetween, type CalendarDate } from './london.ts'
import type { Holidays } from './working-days.ts'
import { onceFor } from '../once-for.ts'

export interface BankHoliday {
  readonly date: string
  readonly title: string
  /** Proclaimed one-off days stand beside the regular ones. */
  readonly substitute: boolean
}

export interface BankHolidayChange {
  readonly date: string
  readonly title: string
  readonly what: 'added' | 'taken-back'
  /** London calendar date, YYYY-MM-DD. */
  readonly on: string
  /** Who did it, by name. */
  readonly by: string
  /** Where it is proclaimed, or why it is taken back. */
  readonly because: string
}

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

/** As many as the law gives England and Wales; a year that lists fewer is not known whole. */
const daysOfAYear = 8

/** The last day of the last year that is known whole; null where none is. A single day proclaimed far ahead makes no year. */
export function coveredUntil(holidays: readonly BankHoliday[]): CalendarDate | null {
  const years = Map.groupBy(holidays, ({ date }) => date.slice(0, 4))
  const whole = [...years].filter(([, days]) => days.length >= daysOfAYear).map(([year]) => year)
  const last = whole.toSorted().at(-1)
  return last === undefined ? null : `${last}-12-31`
}

/** How many days ahead does the table still reach? Due dates beyond it would silently be too early. */
export function daysCovered(holidays: readonly BankHoliday[], today: CalendarDate): number {
  const until = coveredUntil(holidays)
  return until === null ? 0 : Math.max(0, daysBetween(today, until))
}

/** Time enough to bring the next years before a clock needs them. */
const daysToWarn = 365

export function endsSoon(holidays: readonly BankHoliday[], today: CalendarDate): boolean {
  return daysCovered(holidays, today) < daysToWarn
}
