/** A clock: the day it runs out, with every amendment kept, and how it stands on a day. */
import type { CalendarDate } from '../dates/london.ts'
import type { ClockName } from '../knowledge.ts'

export const clockStates = ['running', 'met', 'dropped'] as const
export type ClockState = (typeof clockStates)[number]

export interface Clock {
  readonly name: ClockName
  readonly startsOn: CalendarDate
  /** As first set. It never changes: being on time is reported against this and against what was agreed later. */
  readonly dueOn: CalendarDate
  readonly amendments: readonly Amendment[]
  readonly state: ClockState
  /** On which day was it met or dropped? */
  readonly endedOn: CalendarDate | null
}

export interface Amendment {
  readonly dueOn: CalendarDate
  readonly amendedOn: CalendarDate
  /** When the person agreed to it or was told; null where it only followed from something else that was done. */
  readonly agreedOn: CalendarDate | null
  /** In the words of whoever amended it. */
  readonly because: string
}

/** The day that counts now. */
function dueNow(clock: Clock): CalendarDate {
  return clock.amendments.at(-1)?.dueOn ?? clock.dueOn
}

/** Null: not to be told yet, or nobody's duty any more. */
export interface OnTime {
  /** By the day that counted before anything longer was agreed. */
  readonly original: boolean | null
  /** By the day that was agreed last. */
  readonly amended: boolean | null
}

/** The day that counted before anything was agreed. */
function dueBefore({ dueOn, amendments }: Clock): CalendarDate {
  const agreed = amendments.findIndex(({ agreedOn }) => agreedOn !== null)
  const before = agreed === -1 ? amendments : amendments.slice(0, agreed)
  return before.at(-1)?.dueOn ?? dueOn
}

/** Was it done in time, or is it late already? Told by both days, since an agreement hides no delay (reg 17). */
export function onTime(clock: Clock, today: CalendarDate): OnTime {
  return {
    original: isInTime(clock, dueBefore(clock), today),
    amended: isInTime(clock, dueNow(clock), today),
  }
}

/** Each day is over for itself: still running on the longer one, it may be late by the first. */
function isInTime({ state, endedOn }: Clock, dueOn: CalendarDate, today: CalendarDate): boolean | null {
  if (state === 'dropped') return null
  if (state === 'met') return endedOn === null ? null : endedOn <= dueOn
  return today > dueOn ? false : null
}

/** How does it stand at the start of that day? It runs out only when its last day is over. */
export function standing(clock: Clock, today: CalendarDate): ClockState | 'due-today' | 'overdue' {
  if (clock.state !== 'running') return clock.state
  const due = dueNow(clock)
  if (due === today) return 'due-today'
  return due < today ? 'overdue' : 'running'
}
