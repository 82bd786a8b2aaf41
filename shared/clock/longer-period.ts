/** A longer period to answer: only before the one that runs is over, on a day that is past, and not without end. */
import { dueDate, type Length } from '../dates/due-date.ts'
import type { CalendarDate } from '../dates/london.ts'
import type { Holidays } from '../dates/working-days.ts'
import { reason, type Reason } from '../finding.ts'
import type { ClockName } from '../knowledge.ts'

/** What ends with an answer; an acknowledgement cannot be agreed away. */
export const answerClocks: readonly ClockName[] = ['respond', 'respond-stage-2', 'six-months']

export interface Running {
  readonly startsOn: CalendarDate
  readonly dueOn: CalendarDate
  /** Before anything longer was agreed. */
  readonly firstDueOn: CalendarDate
  /** How much longer it normally is at most, counted from the first last day; absent: the rules set no limit. */
  readonly atMost?: Length
}

export interface Longer {
  readonly dueOn: CalendarDate
  /** When did the person agree to it, or, where no agreement is asked for, when were they told with the reason? */
  readonly agreedOn: CalendarDate
  /** Is there good reason for more than the rules normally allow? */
  readonly beyond: boolean
}

/** Null where it may be: SI 2009/309 reg 14(3) and the ombudsman's code for councils. The last day still counts. */
export function refuseLonger(
  running: Running,
  wanted: Longer,
  today: CalendarDate,
  holidays: Holidays,
): Reason | null {
  const { startsOn, dueOn } = running
  if (wanted.dueOn <= dueOn) return reason('desk:longer.refused.notLater', { day: dueOn })
  if (wanted.agreedOn > today) return reason('desk:day.toCome')
  if (wanted.agreedOn < startsOn) return reason('desk:longer.refused.beforeStart', { day: startsOn })
  if (wanted.agreedOn > dueOn) return reason('desk:longer.refused.over', { day: dueOn })
  const latest = latestOf(running, holidays)
  return latest !== null && wanted.dueOn > latest && !wanted.beyond
    ? reason('desk:longer.refused.beyond', { day: latest })
    : null
}

/** The last day that is normally the latest; null where the rules set none. */
export function latestOf({ firstDueOn, atMost }: Running, holidays: Holidays): CalendarDate | null {
  return atMost === undefined ? null : dueDate(firstDueOn, atMost, holidays)
}
