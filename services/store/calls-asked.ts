/** Calls that are due or were made on a case: whoever asks again before anybody rang is rung once. */
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'
import type { Match } from './json.ts'

/** A submission that asks for a call, or that calls for one. */
export interface Asking {
  readonly id: SubmissionId
  readonly received_at: Date
  readonly content: Submission
  readonly matched: Match
  readonly call_back_urgent: boolean
  readonly call_back_at: Date | null
}

/** One call: everything that one person asked for until it was made, newest first, and whether any of it is urgent. */
export interface CallAsked<Ask extends Asking> {
  readonly asks: readonly [Ask, ...Ask[]]
  readonly isUrgent: boolean
}

/** What is said of the call: when somebody was not told of their danger, then when they asked, oldest first. */
export function wordsOfCall<Ask extends Asking>({ asks }: CallAsked<Ask>) {
  const inDanger = asks.findLast((ask) => ask.call_back_urgent)
  const [first, ...others] = asks.filter((ask) => ask !== inDanger).toReversed()
  return [
    ...(inDanger === undefined ? [] : [{ said: 'danger', moment: inDanger.received_at }]),
    ...(first === undefined ? [] : [{ said: 'asked', moment: first.received_at }]),
    ...others.map(({ received_at }) => ({ said: 'again', moment: received_at })),
  ]
}

/** `askings`: those of one case, newest first; the calls are in the order of their newest. */
export function callsOf<Ask extends Asking>(askings: readonly Ask[]): readonly CallAsked<Ask>[] {
  const calls = new Map<string, [Ask, ...Ask[]]>()
  for (const asking of askings) {
    const call = keyOf(asking)
    const asks = calls.get(call)
    if (asks === undefined) calls.set(call, [asking])
    else asks.push(asking)
  }
  return [...calls.values()].map((asks) => ({
    asks,
    isUrgent: asks.some((ask) => ask.call_back_urgent),
  }))
}

/** One person, and what one act of staff ended or nobody has ended yet. */
function keyOf({ id, content, matched, call_back_at: madeAt }: Asking): string {
  const { phone, email } = content.person
  const isOfTheCase = matched.how === 'new' || matched.sameSender
  return JSON.stringify([isOfTheCase ? null : (phone ?? email ?? id), madeAt])
}

/**
 * The call that was asked for there, made or not, with what was asked before and not what came later: nobody has seen
 * that yet. Null where nobody asked there.
 */
export async function findCallAsked(
  queries: Queries,
  id: CaseId,
  submission: SubmissionId,
): Promise<CallAsked<Asking> | null> {
  const askings = await queries
    .selectFrom('submissions')
    .select(['id', 'received_at', 'content', 'matched', 'call_back_urgent', 'call_back_at'])
    .where('case', '=', id)
    .where('call_back_asked', '=', true)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const from = askings.findIndex((asking) => asking.id === submission)
  if (from < 0) return null
  return callsOf(askings.slice(from)).find(({ asks }) => asks[0].id === submission) ?? null
}
