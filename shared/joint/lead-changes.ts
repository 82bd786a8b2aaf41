/** Who leads a joint case: proposed, then accepted or declined with a reason, every step on record. */
import { reason, type Reason } from '../finding.ts'

export const leadStates = ['proposed', 'accepted', 'declined', 'withdrawn'] as const
export type LeadState = (typeof leadStates)[number]

export type LeadAct = 'accept' | 'decline' | 'withdraw'

/** Staff of the organisation that is to lead; staff of the one that received the case. */
export type LeadActor = 'proposed-lead' | 'receiver'

interface LeadChange {
  readonly from: LeadState
  readonly act: LeadAct
  readonly by: readonly LeadActor[]
  readonly to: LeadState
  readonly needs: 'reason' | 'nothing'
}

/** The bodies must seek to agree who leads (SI 2009/309 reg 9); nobody is made lead by silence. */
export const leadChanges: readonly LeadChange[] = [
  { from: 'proposed', act: 'accept', by: ['proposed-lead'], to: 'accepted', needs: 'nothing' },
  { from: 'proposed', act: 'decline', by: ['proposed-lead'], to: 'declined', needs: 'reason' },
  { from: 'proposed', act: 'withdraw', by: ['receiver'], to: 'withdrawn', needs: 'reason' },
  // Circumstances change: a lead gives it back, or the receiver and the seniors name another.
  { from: 'accepted', act: 'decline', by: ['proposed-lead'], to: 'declined', needs: 'reason' },
  { from: 'accepted', act: 'withdraw', by: ['receiver'], to: 'withdrawn', needs: 'reason' },
]

export function changeLead(
  from: LeadState,
  act: LeadAct,
  by: LeadActor,
  why = '',
): { readonly to: LeadState } | { readonly refused: Reason } {
  const change = leadChanges.find((row) => row.from === from && row.act === act)
  if (change === undefined) return { refused: reason(`joint:lead.refused.${from}`) }
  if (!change.by.includes(by)) return { refused: reason('joint:lead.refused.not-yours') }
  if (change.needs === 'reason' && why.trim() === '')
    return { refused: reason('joint:lead.refused.no-reason') }
  return { to: change.to }
}
