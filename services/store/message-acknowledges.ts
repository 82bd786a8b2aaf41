/** A reply that offers to discuss is the acknowledgement from the moment it has gone, and not before. */
import type { MessageId } from '../../shared/ids.ts'
import { record, theHub } from './audit.ts'
import { meetClocks } from './case-acts-clocks.ts'
import type { Queries } from './database.ts'
import { currentKnowledgeVersion, loadKnowledgeVersion } from './knowledge.ts'

/** In the transaction that marks it sent; for any other message it does nothing. */
export async function acknowledgeBySending(queries: Queries, id: MessageId, sentAt: Date): Promise<void> {
  const message = await queries
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select(['messages.case', 'messages.written_by', 'cases.received_by'])
    .where('messages.id', '=', id)
    .where('messages.acknowledges', '=', true)
    .forUpdate('cases')
    .executeTakeFirst()
  if (message === undefined || message.written_by === null) return
  const version = await currentKnowledgeVersion(queries)
  const knowledge = version === null ? null : await loadKnowledgeVersion(queries, version)
  if (knowledge === null) throw new Error('This database has no rules yet')
  const meeting = {
    queries,
    case: message.case,
    organisation: message.received_by,
    by: message.written_by,
    now: sentAt,
  }
  const met = await meetClocks(meeting, 'acknowledge', 'acknowledged-by-reply', knowledge.rules)
  if (met === 0) return
  await record(queries, {
    at: sentAt,
    actor: theHub,
    act: 'message.acknowledge',
    about: { kind: 'case', id: message.case },
    organisation: message.received_by,
    details: { message: id, by: message.written_by },
  })
}
