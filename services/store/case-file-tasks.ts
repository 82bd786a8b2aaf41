/** What on a case waits for a person to do it: messages that did not go. */
import type { CaseId, MessageId } from '../../shared/ids.ts'
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
