/** Dates as they stand in a dense list, and how many days are left, in words. */
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { daysBetween, type CalendarDate } from '../../shared/dates/london.ts'
import type { Reason } from '../../shared/finding.ts'
import { reason } from '../../shared/finding.ts'
import { tellBy } from '../../shared/joint/tell-by.ts'
import type { Rules } from '../../shared/knowledge.ts'

const short = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

const withYear = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** Nearer than this nobody takes a day for one of another year. */
const clearDays = 180

/** "Thu 26 Nov" from YYYY-MM-DD, or "5 Mar 2019" where it is far from today. */
export function shortDay(date: CalendarDate, today: CalendarDate): string {
  // Noon UTC is the same calendar day in London, summer and winter.
  const noon = new Date(`${date}T12:00:00Z`)
  const isFar = Math.abs(daysBetween(today, date)) > clearDays
  return (isFar ? withYear : short).format(noon).replace(',', '')
}

export type Urgency = 'late' | 'today' | 'soon' | 'later'

const soon = 2

export function urgencyOf(due: CalendarDate, today: CalendarDate): Urgency {
  const days = daysBetween(today, due)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= soon ? 'soon' : 'later'
}

/** "3 days left", "due today", "2 days late". Days of the calendar. */
export function daysLeft(due: CalendarDate, today: CalendarDate): Reason {
  const days = daysBetween(today, due)
  if (days === 0) return reason('desk:due.today')
  return days < 0 ? reason('desk:due.late', { count: -days }) : reason('desk:due.left', { count: days })
}

/** By when somebody must be told whom no message reaches, or that this day is over. */
export function tellByShown(
  since: Date,
  today: CalendarDate,
  { bankHolidays }: Pick<Rules, 'bankHolidays'>,
): Reason {
  const due = tellBy(since, holidaySet(bankHolidays))
  return reason(due < today ? 'desk:toTell.late' : 'desk:toTell.by', { day: shortDay(due, today) })
}
