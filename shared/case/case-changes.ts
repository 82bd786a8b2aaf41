/** When a case may be closed and opened again, and by whom: never by the hub's own opinion. */
import { reason, type Reason } from '../finding.ts'

export const caseStates = ['open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** A member of staff; the person whose case it is, by writing again; the hub itself. */
export type CaseActor = 'staff' | 'person' | 'hub'

/** Whoever is not listed may not. */
export const caseChanges: readonly {
  readonly from: CaseState
  readonly to: CaseState
  readonly by: readonly CaseActor[]
}[] = [
  { from: 'open', to: 'closed', by: ['staff'] },
  { from: 'closed', to: 'open', by: ['staff', 'person'] },
]

/** What still keeps it open? */
export interface Unfinished {
  /** Handoffs that nobody has accepted or settled. */
  readonly handoffs: number
  /** Clocks still running. */
  readonly clocks: number
}

export function changeCase(
  from: CaseState,
  to: CaseState,
  by: CaseActor,
  unfinished: Unfinished,
): { readonly to: CaseState } | { readonly refused: Reason } {
  const change = caseChanges.find((row) => row.from === from && row.to === to)
  if (change === undefined) return { refused: reason(`router:case.refused.already-${from}`) }
  if (!change.by.includes(by)) return { refused: reason('router:case.refused.not-by-a-machine') }
  if (to === 'closed' && unfinished.handoffs > 0) {
    return { refused: reason('router:case.refused.handoffs', { count: unfinished.handoffs }) }
  }
  if (to === 'closed' && unfinished.clocks > 0) {
    return { refused: reason('router:case.refused.clocks', { count: unfinished.clocks }) }
  }
  return { to }
}
