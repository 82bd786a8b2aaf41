/** The day on which something was done that is put on record later: not before it could be, and not to come. */
import type { CalendarDate } from '../dates/london.ts'
import { reason, type Reason } from '../finding.ts'

/** Null where it may be that day. `from`: the day it came. */
export function refuseDay(on: CalendarDate, from: CalendarDate, today: CalendarDate): Reason | null {
  if (on > today) return reason('desk:day.toCome')
  return on < from ? reason('desk:day.beforeReceipt', { day: from }) : null
}
