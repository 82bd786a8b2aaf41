/** Calendar dates as the law counts them: in London, never in UTC. */
import { Temporal } from 'temporal-polyfill'

/** A London calendar date, YYYY-MM-DD. Such strings sort in the order of time. */
export type CalendarDate = string

/** Which day was it in London at that instant? Takes a Date or an ISO instant; throws a RangeError where it is none. */
export function londonDate(instant: Date | string): CalendarDate {
  return Temporal.Instant.from(typeof instant === 'string' ? instant : instant.toISOString())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
}

/** The instant at which a London day is over: that is when a clock due on it runs out. */
export function endOfLondonDay(date: CalendarDate): string {
  return Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime('Europe/London')
    .toInstant()
    .toString()
}

/** The ISO instant of a London wall-clock time, HH:MM; one that a clock change skips or repeats is the earlier reading. */
export function londonInstant(date: CalendarDate, time: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime('Europe/London', { disambiguation: 'earlier' })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
}

/** Days from one date to another; negative where the second is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** The date that many days earlier. */
export function daysBefore(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).subtract({ days }).toString()
}

/** Is this a date of the calendar, written YYYY-MM-DD? */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** HH:MM as the clocks showed in London at that instant. */
export function londonTime(instant: Date): string {
  return Temporal.Instant.from(instant.toISOString())
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}
