/** What lead and contributor say to one another about a part: questions, documents, more time, remarks on the draft. */
import { reason, type Reason } from '../finding.ts'
import type { CalendarDate } from '../dates/london.ts'

export const exchangeKinds = [
  'question',
  'answer',
  'document-request',
  'document',
  'time-request',
  'time-granted',
  'time-refused',
  'remark',
] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

/** More time is asked for before the day, to a later one, and never past what was promised to the person. */
export function checkTimeRequest(
  given: { readonly dueOn: CalendarDate; readonly respondBy: CalendarDate | null },
  wantedOn: CalendarDate,
  today: CalendarDate,
): Reason | null {
  if (today > given.dueOn) return reason('joint:part.refused.time-over', { day: given.dueOn })
  if (wantedOn <= given.dueOn) return reason('joint:part.refused.time-not-later', { day: given.dueOn })
  if (given.respondBy !== null && wantedOn >= given.respondBy) {
    return reason('joint:part.refused.time-past-answer', { day: given.respondBy })
  }
  return null
}
