/** A reply that offers to discuss is the acknowledgement from the moment it has gone, until it turns out not to have arrived. */
import type { CaseId, MessageId } from '../../shared/ids.ts'
import { record, theHub } from './audit.ts'
import { meetClocks } from './case-acts-clocks.ts'
import { goOnAsComplaint } from './case-acts-settle-aloud.ts'
import { runAgain } from './clocks-run-again.ts'
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
  await goOnAsComplaint(meeting)
  await record(queries, {
    at: sentAt,
    actor: theHub,
    act: 'message.acknowledge',
    about: { kind: 'case', id: message.case },
    organisation: message.received_by,
    details: { message: id, by: message.written_by },
  })
}

/**
 * In the transaction that marks it failed: the clock that this very message stopped runs again, unless another
 * acknowledgement has gone meanwhile, which then counts from when it went.
 */
export async function runAgainUnacknowledged(queries: Queries, id: MessageId, at: Date): Promise<void> {
  const message = await queries
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select(['messages.case', 'messages.sent_at', 'cases.received_by'])
    .where('messages.id', '=', id)
    .where('messages.acknowledges', '=', true)
    .where('cases.state', '=', 'open')
    .forUpdate('cases')
    .executeTakeFirst()
  if (message === undefined || message.sent_at === null) return
  const { received_by: organisation, sent_at: stoppedAt } = message
  const again = await runAgain(queries, { case: message.case, organisation, stoppedAt, at })
  if (again === 0) return
  await record(queries, {
    at,
    actor: theHub,
    act: 'clock.run-again',
    about: { kind: 'case', id: message.case },
    organisation,
    details: { message: id },
  })
  const other = await otherAcknowledgement(queries, message.case)
  if (other !== null) await acknowledgeBySending(queries, other.id, other.sentAt)
}

async function otherAcknowledgement(queries: Queries, id: CaseId) {
  const row = await queries
    .selectFrom('messages')
    .select(['id', 'sent_at'])
    .where('case', '=', id)
    .where('acknowledges', '=', true)
    .where('state', '=', 'sent')
    .orderBy('sent_at')
    .limit(1)
    .executeTakeFirst()
  return row === undefined || row.sent_at === null ? null : { id: row.id, sentAt: row.sent_at }
}
