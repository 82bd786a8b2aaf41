/** What one organisation's part in a joint case may become, by what act of whom. */
import { reason, type Reason } from '../finding.ts'

/**
 * waiting: nothing has left, consent is missing. asked: they were told. accepted: they work on it. filed: their
 * contribution is in. approved: they stand by the response. ours: without consent, the receiver answers what it can.
 * left: they are no longer part of it.
 */
export const partStates = ['waiting', 'asked', 'accepted', 'filed', 'approved', 'ours', 'left'] as const
export type PartState = (typeof partStates)[number]

export type PartAct =
  'ask' | 'accept' | 'file' | 'reopen' | 'approve' | 'unapprove' | 'keep' | 'leave' | 'return'

/** Whoever leads or received the case; staff of the organisation whose part it is; the hub when consent changes. */
export type PartActor = 'lead' | 'contributor' | 'hub'

interface PartChange {
  readonly from: readonly PartState[]
  readonly act: PartAct
  readonly by: readonly PartActor[]
  readonly to: PartState
}

export const partChanges: readonly PartChange[] = [
  // By consent, or by a disclosure that two people stand for.
  { from: ['waiting', 'ours'], act: 'ask', by: ['lead', 'hub'], to: 'asked' },
  { from: ['asked'], act: 'accept', by: ['contributor', 'lead'], to: 'accepted' },
  { from: ['asked', 'accepted', 'filed'], act: 'file', by: ['contributor'], to: 'filed' },
  { from: ['filed', 'approved'], act: 'reopen', by: ['lead'], to: 'accepted' },
  { from: ['filed'], act: 'approve', by: ['contributor'], to: 'approved' },
  // The text changed after they had said yes to it.
  { from: ['approved'], act: 'unapprove', by: ['lead', 'hub', 'contributor'], to: 'filed' },
  // Consent refused or taken back: the receiver answers its own part and says how to take the rest elsewhere.
  {
    from: ['waiting', 'asked', 'accepted', 'filed', 'approved'],
    act: 'keep',
    by: ['lead', 'hub'],
    to: 'ours',
  },
  {
    from: ['waiting', 'asked', 'accepted', 'filed', 'approved', 'ours'],
    act: 'leave',
    by: ['lead'],
    to: 'left',
  },
  { from: ['left'], act: 'return', by: ['lead'], to: 'waiting' },
]

export function changePart(
  from: PartState,
  act: PartAct,
  by: PartActor,
): { readonly to: PartState } | { readonly refused: Reason } {
  const change = partChanges.find((row) => row.act === act && row.from.includes(from))
  if (change === undefined) return { refused: reason(`joint:part.refused.${from}`, { act }) }
  if (!change.by.includes(by)) return { refused: reason('joint:part.refused.not-yours') }
  return { to: change.to }
}

/** While it stands like this, its organisation sees what consent covers. */
export const openPartStates = ['asked', 'accepted', 'filed', 'approved'] as const
