/** When a period runs out: the last day of it, counted as law and guidance count. */
import { Temporal } from 'temporal-polyfill'
import type { Period } from '../knowledge.ts'
import type { CalendarDate } from './london.ts'
import { addWorkingDays, onOrAfter, type Holidays } from './working-days.ts'
import { onceFor } from '../once-for.ts'

/** How long, in what, and whether the start day already counts. */
export type Length = Pick<Period, 'amount' | 'unit' | 'startDay'>

/** The day at the end of which the period is over. Only a period in working days is moved by weekends and holidays. */
export function dueDate(start: CalendarDate, length: Length, holidays: Holidays): CalendarDate {
  const known = datesFor(holidays)
  const asked = `${start} ${length.amount} ${length.unit} ${length.startDay}`
  const before = known.get(asked)
  if (before !== undefined) return before
  const due = countedFrom(start, length, holidays)
  if (known.size >= mostRemembered) known.clear()
  known.set(asked, due)
  return due
}

/** What arrives on one day asks for the same few dates again and again. */
const mostRemembered = 2_000

const datesFor = onceFor<Holidays, Map<string, CalendarDate>>(() => new Map())

function countedFrom(start: CalendarDate, length: Length, holidays: Holidays): CalendarDate {
  switch (length.unit) {
    case 'working-days':
      return dueInWorkingDays(start, length, holidays)
    case 'calendar-days':
      return addDays(start, length.amount, length.startDay)
    case 'weeks':
      return addDays(start, length.amount * 7, length.startDay)
    case 'months':
      return addMonths(start, length.amount, length.startDay)
  }
}

function dueInWorkingDays(start: CalendarDate, length: Length, holidays: Holidays): CalendarDate {
  if (length.startDay === 'day-zero') return addWorkingDays(start, length.amount, holidays)
  return addWorkingDays(onOrAfter(start, holidays), length.amount - 1, holidays)
}

function addDays(start: CalendarDate, days: number, startDay: Length['startDay']): CalendarDate {
  const counted = startDay === 'first-day' ? days - 1 : days
  return Temporal.PlainDate.from(start).add({ days: counted }).toString()
}

/**
 * Months "commencing on" a day end the day before the corresponding date: 15 January, six months, 14 July.
 * Where the last month has no such date (31 August, six months) the period ends with that month.
 */
function addMonths(start: CalendarDate, months: number, startDay: Length['startDay']): CalendarDate {
  const from = Temporal.PlainDate.from(start)
  const corresponding = from.add({ months })
  if (startDay === 'day-zero' || corresponding.day !== from.day) return corresponding.toString()
  return corresponding.subtract({ days: 1 }).toString()
}
