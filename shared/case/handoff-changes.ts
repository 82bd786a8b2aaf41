/** Every permitted change of a handoff in one table: from which state, by what act of whom, to which. */
import { reason, type Reason } from '../finding.ts'

export const handoffStates = ['held', 'offered', 'accepted', 'declined', 'escalated', 'passed-on'] as const
export type HandoffState = (typeof handoffStates)[number]

export type HandoffAct =
  'release' | 'give-as-part' | 'accept' | 'decline' | 'pass-on' | 'escalate' | 'renew' | 'end'

/** The team it is offered to; the triage team of the organisation that received the case; the hub itself. */
export type HandoffActor = 'team' | 'triage' | 'hub'

interface HandoffChange {
  readonly from: HandoffState
  readonly act: HandoffAct
  readonly by: readonly HandoffActor[]
  readonly to: HandoffState
  /** What must be on record with it? */
  readonly needs: 'consent' | 'reason' | 'next-team' | 'nothing'
}

/** Those that stand between a team and a case, now or after consent. */
export const openHandoffStates = ['held', 'offered', 'accepted', 'escalated'] as const

/** Those in which the team that has it sees the case: what is held it does not. */
export const shownHandoffStates = ['offered', 'accepted', 'escalated'] as const

/** What is missing here is not allowed. A declined or passed-on handoff is over; another one follows it. */
export const handoffChanges: readonly HandoffChange[] = [
  { from: 'held', act: 'release', by: ['triage', 'hub'], to: 'offered', needs: 'consent' },
  // Consent to one answer together: they get their part, not the case.
  { from: 'held', act: 'give-as-part', by: ['triage', 'hub'], to: 'passed-on', needs: 'consent' },
  // Consent refused: the part that belongs to others is handled by a team of our own.
  { from: 'held', act: 'pass-on', by: ['triage'], to: 'passed-on', needs: 'next-team' },
  { from: 'offered', act: 'accept', by: ['team', 'triage'], to: 'accepted', needs: 'nothing' },
  { from: 'offered', act: 'decline', by: ['team', 'triage'], to: 'declined', needs: 'reason' },
  { from: 'offered', act: 'pass-on', by: ['team', 'triage'], to: 'passed-on', needs: 'next-team' },
  { from: 'offered', act: 'escalate', by: ['hub'], to: 'escalated', needs: 'nothing' },
  // More words made it graver before anybody accepted: an offer with less time takes its place.
  { from: 'offered', act: 'renew', by: ['hub'], to: 'passed-on', needs: 'nothing' },
  // Consent refused, taken back or over: it is no longer another organisation's. Or somebody speaks up in more words.
  ...openHandoffStates.map(
    (from) => ({ from, act: 'end', by: ['hub'], to: 'passed-on', needs: 'nothing' }) as const,
  ),
  { from: 'escalated', act: 'accept', by: ['team', 'triage'], to: 'accepted', needs: 'nothing' },
  { from: 'escalated', act: 'pass-on', by: ['triage'], to: 'passed-on', needs: 'next-team' },
  { from: 'accepted', act: 'pass-on', by: ['team', 'triage'], to: 'passed-on', needs: 'next-team' },
]

/** What the actor brings with the act. */
export interface Brought {
  readonly consent?: boolean
  readonly reason?: string
  readonly nextTeam?: string
}

/** The state it goes to, or in plain words why it may not. */
export function changeHandoff(
  from: HandoffState,
  act: HandoffAct,
  by: HandoffActor,
  brought: Brought = {},
): { readonly to: HandoffState } | { readonly refused: Reason } {
  const change = handoffChanges.find((row) => row.from === from && row.act === act)
  if (change === undefined) return { refused: reason(`router:handover.refused.${from}`) }
  if (!change.by.includes(by)) return { refused: reason('router:handover.refused.not-yours') }
  if (!isBrought(change.needs, brought))
    return { refused: reason(`router:handover.refused.no-${change.needs}`) }
  return { to: change.to }
}

function isBrought(needs: HandoffChange['needs'], brought: Brought): boolean {
  switch (needs) {
    case 'nothing':
      return true
    case 'consent':
      return brought.consent === true
    case 'reason':
      return (brought.reason ?? '').trim() !== ''
    case 'next-team':
      return (brought.nextTeam ?? '').trim() !== ''
  }
}
