/** A clock and what may happen to it: it is amended with every amendment kept, met by a person's act, or dropped. */
import { reason, type Reason } from '../finding.ts'
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

/** A refusal says what to do instead. */
export type Changed = { readonly clock: Clock } | { readonly refused: Reason }

/** May it be amended? The law fixes the first two; a response period may be agreed anew, but only before it is over. */
const amendable: Readonly<Record<ClockName, boolean>> = {
  acknowledge: false,
  'settle-oral': false,
  'pass-on': true,
  respond: true,
  'respond-stage-2': true,
  'six-months': true,
  'accept-handoff': true,
}

/** The day that counts now. */
export function dueNow(clock: Clock): CalendarDate {
  return clock.amendments.at(-1)?.dueOn ?? clock.dueOn
}

/** How does it stand at the start of that day? It runs out only when its last day is over. */
export function standing(clock: Clock, today: CalendarDate): ClockState | 'due-today' | 'overdue' {
  if (clock.state !== 'running') return clock.state
  const due = dueNow(clock)
  if (due === today) return 'due-today'
  return due < today ? 'overdue' : 'running'
}

/** A longer time must be agreed before the old one is over (SI 2009/309 reg 14(3)); afterwards only reasons help. */
export function amend(clock: Clock, amendment: Amendment): Changed {
  if (clock.state !== 'running') return { refused: reason('router:clock.refused.ended') }
  if (!amendable[clock.name]) return { refused: reason('router:clock.refused.fixed-by-law') }
  if (amendment.because.trim() === '') return { refused: reason('router:clock.refused.no-reason') }
  if (amendment.amendedOn > dueNow(clock)) return { refused: reason('router:clock.refused.too-late') }
  if (amendment.dueOn < amendment.amendedOn) return { refused: reason('router:clock.refused.in-the-past') }
  return { clock: { ...clock, amendments: [...clock.amendments, amendment] } }
}

/** By an act of a person. An automatic receipt meets nothing. */
export function meet(clock: Clock, on: CalendarDate): Changed {
  return end(clock, 'met', on)
}

/** Because it no longer applies: the kind was corrected, or the matter was sent on to another organisation. */
export function drop(clock: Clock, on: CalendarDate): Changed {
  return end(clock, 'dropped', on)
}

function end(clock: Clock, state: 'met' | 'dropped', on: CalendarDate): Changed {
  if (clock.state !== 'running') return { refused: reason('router:clock.refused.ended') }
  if (on < clock.startsOn) return { refused: reason('router:clock.refused.before-start') }
  return { clock: { ...clock, state, endedOn: on } }
}

/** Was it met in time, by the day first set and by the day agreed last? Null while that is open, or if it was dropped. */
export function timeliness(
  clock: Clock,
  today: CalendarDate,
): { readonly original: boolean | null; readonly amended: boolean | null } {
  return { original: metBy(clock, clock.dueOn, today), amended: metBy(clock, dueNow(clock), today) }
}

function metBy(clock: Clock, due: CalendarDate, today: CalendarDate): boolean | null {
  if (clock.state === 'dropped') return null
  if (clock.endedOn !== null) return clock.endedOn <= due
  return today > due ? false : null
}
