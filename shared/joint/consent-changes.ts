/** Every permitted change of a consent in one table: from which state, by what act of whom, to which. */
import { reason, type Reason } from '../finding.ts'

export const consentStates = ['needed', 'asked', 'given', 'refused', 'withdrawn', 'expired'] as const
export type ConsentState = (typeof consentStates)[number]

export type ConsentAct = 'ask' | 'give' | 'refuse' | 'withdraw' | 'expire'

/** The person by their own channel; a member of staff who writes down what the person said; the hub by the clock. */
export type ConsentActor = 'person' | 'staff' | 'hub'

interface ConsentChange {
  readonly from: readonly ConsentState[]
  readonly act: ConsentAct
  readonly by: readonly ConsentActor[]
  readonly to: ConsentState
}

/** People may change their minds at any time, both ways. Only the day it ends on is the hub's to see. */
export const consentChanges: readonly ConsentChange[] = [
  // Asked again where they were silent or the time ran out; never to wear down a no.
  { from: ['needed', 'asked', 'expired'], act: 'ask', by: ['staff', 'hub'], to: 'asked' },
  {
    // Given again where they allow more of it, or less.
    from: ['needed', 'asked', 'given', 'refused', 'withdrawn', 'expired'],
    act: 'give',
    by: ['person', 'staff'],
    to: 'given',
  },
  { from: ['needed', 'asked', 'expired'], act: 'refuse', by: ['person', 'staff'], to: 'refused' },
  { from: ['given'], act: 'withdraw', by: ['person', 'staff'], to: 'withdrawn' },
  { from: ['given'], act: 'expire', by: ['hub'], to: 'expired' },
]

export function changeConsent(
  from: ConsentState,
  act: ConsentAct,
  by: ConsentActor,
): { readonly to: ConsentState } | { readonly refused: Reason } {
  const change = consentChanges.find((row) => row.act === act && row.from.includes(from))
  if (change === undefined) return { refused: reason(`joint:consent.refused.${from}`) }
  if (!change.by.includes(by)) return { refused: reason('joint:consent.refused.not-yours') }
  return { to: change.to }
}

/** A no is a no by whichever word: what a person says of a consent as it stands, given what they mean. */
export function actOfNo(from: ConsentState): 'refuse' | 'withdraw' {
  return from === 'given' ? 'withdraw' : 'refuse'
}
