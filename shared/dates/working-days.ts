/** Working days of England and Wales: not Saturday, Sunday or a bank holiday (SI 2009/309 reg 2). */
import type { CalendarDate } from './london.ts'

/** Dates on which nobody is expected to work, beside the weekends. */
export type Holidays = ReadonlySet<CalendarDate>

/**
 * Days since 1 January 1970, a Thursday. Every text that is routed steps through dozens of days, and steps between
 * calendar dates need no time zone; in Temporal they would cost more than all the other rules together.
 */
type DayNumber = number

const dayMs = 86_400_000

export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  return works(numberOf(date), holidays)
}

/** The date itself if it is a working day, else the first one after it. */
export function onOrAfter(date: CalendarDate, holidays: Holidays): CalendarDate {
  let day = numberOf(date)
  while (!works(day, holidays)) day += 1
  return dateOf(day)
}

/**
 * The working day that is `count` working days after the date, which is itself day zero, whatever day it is:
 * one working day after a Saturday is the Monday. With a count of 0 it is `onOrAfter`.
 */
export function addWorkingDays(date: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Cannot add ${count} working days`)
  return count === 0 ? onOrAfter(date, holidays) : dateOf(stepOn(numberOf(date), count, holidays))
}

function stepOn(from: DayNumber, count: number, holidays: Holidays): DayNumber {
  let day = from
  for (let left = count; left > 0;) {
    day += 1
    if (works(day, holidays)) left -= 1
  }
  return day
}

/** The working day that is `count` working days before the date. */
export function workingDaysBefore(date: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  let day = numberOf(date)
  for (let left = count; left > 0;) {
    day -= 1
    if (works(day, holidays)) left -= 1
  }
  return dateOf(day)
}

function works(day: DayNumber, holidays: Holidays): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !holidays.has(dateOf(day))
}

function numberOf(date: CalendarDate): DayNumber {
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) throw new RangeError(`${date} is not a date`)
  return milliseconds / dayMs
}

function dateOf(day: DayNumber): CalendarDate {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
