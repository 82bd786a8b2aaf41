/** A response stops the clocks to answer from the moment it has gone or was posted, and not before. */
import type { MessageId } from '../../shared/ids.ts'
import { meetClocks } from './case-acts-clocks.ts'
import type { Queries } from './database.ts'
import { currentKnowledgeVersion, loadKnowledgeVersion } from './knowledge.ts'

/** In the transaction that marks it sent; for any other message it does nothing. */
export async function respondBySending(queries: Queries, id: MessageId, sentAt: Date): Promise<void> {
  const message = await queries
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select(['messages.case', 'messages.written_by'])
    .where('messages.id', '=', id)
    .where('messages.purpose', '=', 'response')
    .forUpdate('cases')
    .executeTakeFirst()
  if (message === undefined || message.written_by === null) return
  const version = await currentKnowledgeVersion(queries)
  const knowledge = version === null ? null : await loadKnowledgeVersion(queries, version)
  if (knowledge === null) throw new Error('This database has no rules yet')
  const running = await queries
    .selectFrom('clocks')
    .select('organisation')
    .distinct()
    .where('case', '=', message.case)
    .where('state', '=', 'running')
    .execute()
  for (const { organisation } of running) {
    const meeting = { queries, case: message.case, organisation, by: message.written_by, now: sentAt }
    await meetClocks(meeting, 'respond', 'answered', knowledge.rules)
    await meetClocks(meeting, 'respond-stage-2', 'answered', knowledge.rules)
    await meetClocks(meeting, 'six-months', 'answered', knowledge.rules)
    await meetClocks(meeting, 'twelve-weeks', 'answered', knowledge.rules)
  }
}
