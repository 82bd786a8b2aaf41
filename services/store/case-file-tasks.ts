/** What on a case waits for a person to do it: messages that did not go, and calls that were asked for. */
import type { CaseId, MessageId, SubmissionId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** Whatever became of it; null where the case has no such message. */
export async function findOutgoing(queries: Queries, id: CaseId, message: MessageId) {
  const row = await queries
    .selectFrom('messages')
    .select(['id', 'purpose', 'channel', 'recipient', 'body', 'subject', 'language', 'acknowledges'])
    .select(['state', 'held_because', 'problem', 'created_at'])
    .where('id', '=', message)
    .where('case', '=', id)
    .where('direction', '=', 'out')
    .executeTakeFirst()
  return row ?? null
}

/** Done or not; null where nobody asked to be rung back there. */
export async function findCallBack(queries: Queries, id: CaseId, submission: SubmissionId) {
  const row = await queries
    .selectFrom('submissions')
    .select(['id', 'received_at', 'call_back_urgent as isUrgent'])
    .where('id', '=', submission)
    .where('case', '=', id)
    .where('call_back_asked', '=', true)
    .executeTakeFirst()
  return row ?? null
}
