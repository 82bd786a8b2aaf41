/** What the one response may become: written, shared, approved by every contributor, signed, sent; and only once. */
import { reason, type Reason } from '../finding.ts'

export const responseStates = ['draft', 'shared', 'in-approval', 'signed', 'sent', 'superseded'] as const
export type ResponseState = (typeof responseStates)[number]

export type ResponseAct = 'share' | 'ask-approval' | 'sign' | 'send' | 'replace' | 'look-again'

export interface Standing {
  /** Contributors who have not said yes to this very text. */
  readonly unapproved: number
  /** What is missing from what a response must hold. */
  readonly gaps: number
  /** Did the person say something about the shared draft that is not answered in it? */
  readonly unansweredComments: boolean
  /** Did they allow more to be shared, or less, after this text was written? */
  readonly consentChanged: boolean
}

const allowed: Readonly<
  Record<ResponseAct, { readonly from: readonly ResponseState[]; readonly to: ResponseState }>
> = {
  share: { from: ['draft'], to: 'shared' },
  'ask-approval': { from: ['draft', 'shared'], to: 'in-approval' },
  sign: { from: ['in-approval'], to: 'signed' },
  send: { from: ['signed'], to: 'sent' },
  // A new text takes its place; what was approved and shared was the old one.
  replace: { from: ['draft', 'shared', 'in-approval'], to: 'superseded' },
  // The person asks a council for its second stage: it answers once more, and the first answer stays as it went.
  'look-again': { from: ['sent'], to: 'superseded' },
}

/** Acts by which the text is shown to somebody. */
const shows: readonly ResponseAct[] = ['share', 'ask-approval', 'send']

export function changeResponse(
  from: ResponseState,
  act: ResponseAct,
  standing: Standing,
): { readonly to: ResponseState } | { readonly refused: Reason } {
  const change = allowed[act]
  // A signature stands for what the person allowed when it was given.
  if (from === 'signed' && act === 'replace' && standing.consentChanged) return { to: change.to }
  if (!change.from.includes(from)) return { refused: reason(`joint:response.refused.${from}`) }
  if (shows.includes(act) && standing.consentChanged) {
    return { refused: reason('joint:response.refused.consent') }
  }
  if (act === 'ask-approval' && standing.unansweredComments) {
    return { refused: reason('joint:response.refused.comments') }
  }
  if (act === 'sign' && standing.gaps > 0) {
    return { refused: reason('joint:response.refused.gaps', { count: standing.gaps }) }
  }
  if (act === 'sign' && standing.unapproved > 0) {
    return { refused: reason('joint:response.refused.unapproved', { count: standing.unapproved }) }
  }
  return { to: change.to }
}
