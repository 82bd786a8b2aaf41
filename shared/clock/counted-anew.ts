/** A clock in working days after the bank holidays changed: due on another day, unless it was not counted by them. */
import { dueDate } from '../dates/due-date.ts'
import type { CalendarDate } from '../dates/london.ts'
import type { Holidays } from '../dates/working-days.ts'

/** From which day, and how many working days. */
interface Count {
  readonly from: CalendarDate
  readonly days: number
}

export interface CountedClock extends Count {
  readonly dueOn: CalendarDate
  /** Where it is counted from the end of another clock that still runs. */
  readonly after?: Count | undefined
}

/** Null: it stands. What was agreed or promised as a day stands too, since no count leads to it. */
export function countedAnew(clock: CountedClock, before: Holidays, after: Holidays): CalendarDate | null {
  const due = dueBy(clock, after)
  return due !== clock.dueOn && dueBy(clock, before) === clock.dueOn ? due : null
}

function dueBy({ from, days, after }: CountedClock, holidays: Holidays): CalendarDate {
  const start = after === undefined ? from : ended(after, holidays)
  return ended({ from: start, days }, holidays)
}

function ended({ from, days }: Count, holidays: Holidays): CalendarDate {
  return dueDate(from, { amount: days, unit: 'working-days', startDay: 'day-zero' }, holidays)
}
