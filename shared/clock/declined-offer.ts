/** Whoever declines to discuss how long it takes is told in writing by when they have the answer (SI 2009/309 reg 13). */
import type { CalendarDate } from '../dates/london.ts'
import { reason, type Reason } from '../finding.ts'
import { refuseDay } from './day-of-act.ts'

export interface PeriodSet {
  readonly declinedOn: CalendarDate
  /** When were they told in writing? */
  readonly toldOn: CalendarDate
  readonly answerBy: CalendarDate
}

/** Null where it may be. `latest`: what lies beyond it must be agreed with the person, which is not set without them. */
export function refusePeriod(
  { declinedOn, toldOn, answerBy }: PeriodSet,
  { receivedOn, latest }: { readonly receivedOn: CalendarDate; readonly latest: CalendarDate },
  today: CalendarDate,
): Reason | null {
  const wrong = refuseDay(declinedOn, receivedOn, today)
  if (wrong !== null) return wrong
  if (toldOn > today) return reason('desk:day.toCome')
  if (toldOn < declinedOn) return reason('desk:declined.refused.toldBefore', { day: declinedOn })
  if (answerBy < toldOn) return reason('desk:declined.refused.past', { day: toldOn })
  return answerBy > latest ? reason('desk:declined.refused.beyond', { day: latest }) : null
}
