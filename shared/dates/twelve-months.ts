/** The time to complain: twelve months from the day it happened or, if later, from the day the person knew of it (reg 12). */
import { dueDate } from './due-date.ts'
import type { CalendarDate } from './london.ts'
import type { Holidays } from './working-days.ts'

const twelveMonths = { amount: 12, unit: 'months', startDay: 'day-zero' } as const
const noHolidays: Holidays = new Set()

/** The last day that is still within twelve months of that one. */
export function lastDayFor(known: CalendarDate): CalendarDate {
  return dueDate(known, twelveMonths, noHolidays)
}

/** A day of knowledge before the event shortens nothing: such a date is a slip, or the wrong one of two. */
export function laterOf(
  happenedOn: CalendarDate | null,
  knownSince: CalendarDate | null,
): CalendarDate | null {
  if (happenedOn === null || knownSince === null) return knownSince ?? happenedOn
  return knownSince > happenedOn ? knownSince : happenedOn
}
