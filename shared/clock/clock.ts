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
  /** In the words of whoever amended it. */
  readonly because: string
}

/** The day that counts now. */
function dueNow(clock: Clock): CalendarDate {
  return clock.amendments.at(-1)?.dueOn ?? clock.dueOn
}

/** How does it stand at the start of that day? It runs out only when its last day is over. */
export function standing(clock: Clock, today: CalendarDate): ClockState | 'due-today' | 'overdue' {
  if (clock.state !== 'running') return clock.state
  const due = dueNow(clock)
  if (due === today) return 'due-today'
  return due < today ? 'overdue' : 'running'
}
