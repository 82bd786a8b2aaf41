/** Working days of England and Wales: not Saturday, Sunday or a bank holiday (SI 2009/309 reg 2). */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './london.ts'

/** Dates on which nobody is expected to work, beside the weekends. */
export type Holidays = ReadonlySet<CalendarDate>

export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  return works(Temporal.PlainDate.from(date), holidays)
}

/** The date itself if it is a working day, else the first one after it. */
export function onOrAfter(date: CalendarDate, holidays: Holidays): CalendarDate {
  let day = Temporal.PlainDate.from(date)
  while (!works(day, holidays)) day = day.add({ days: 1 })
  return day.toString()
}

/**
 * The working day that is `count` working days after the date, which is itself day zero, whatever day it is:
 * one working day after a Saturday is the Monday. With a count of 0 it is `onOrAfter`.
 */
export function addWorkingDays(date: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Cannot add ${count} working days`)
  if (count === 0) return onOrAfter(date, holidays)
  let day = Temporal.PlainDate.from(date)
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (works(day, holidays)) left -= 1
  }
  return day.toString()
}

function works(day: Temporal.PlainDate, holidays: Holidays): boolean {
  return day.dayOfWeek < 6 && !holidays.has(day.toString())
}
