/** Conversations: messages that go on between the same two ends without naming what they answer (SMS). */
import { sql } from 'kysely'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Conversation } from '../../shared/submission.ts'
import type { Queries } from './database.ts'

const theirs = sql<string>`content->'thread'->'conversation'->>'theirs'`
const ours = sql<string>`content->'thread'->'conversation'->>'ours'`

/**
 * Until the transaction ends nobody else decides about this conversation: of two messages that come at once, the
 * second finds the case that the first opened.
 */
export async function holdConversation(db: Queries, conversation: Conversation): Promise<void> {
  const name = `conversation ${conversation.theirs} ${conversation.ours}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}

/** The open case of this organisation on which the two ends wrote to one another last, if that was since then. */
export async function findOpenConversation(
  db: Queries,
  conversation: Conversation,
  receivedBy: OrganisationId,
  since: Date,
): Promise<CaseId | null> {
  return (
    (await findByTheirMessages(db, conversation, receivedBy, since)) ??
    (await findByOurMessages(db, conversation.theirs, receivedBy, since))
  )
}

async function findByTheirMessages(
  db: Queries,
  conversation: Conversation,
  receivedBy: OrganisationId,
  since: Date,
): Promise<CaseId | null> {
  const row = await db
    .selectFrom('submissions')
    .innerJoin('cases', 'cases.id', 'submissions.case')
    .select('cases.id')
    .where(theirs, '=', conversation.theirs)
    .where(ours, '=', conversation.ours)
    .where('cases.state', '=', 'open')
    .where('cases.received_by', '=', receivedBy)
    .where((where) =>
      where.or([
        where('submissions.received_at', '>=', since),
        where.exists(
          where
            .selectFrom('messages')
            .select('messages.id')
            .whereRef('messages.case', '=', 'cases.id')
            .where('messages.direction', '=', 'out')
            .where('messages.recipient', '=', conversation.theirs)
            .where('messages.sent_at', '>=', since),
        ),
      ]),
    )
    .orderBy('submissions.received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** They told us another way and we texted them: what they text back belongs to that case. */
async function findByOurMessages(
  db: Queries,
  recipient: string,
  receivedBy: OrganisationId,
  since: Date,
): Promise<CaseId | null> {
  const row = await db
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select('cases.id')
    .where('messages.direction', '=', 'out')
    .where('messages.channel', '=', 'sms')
    .where('messages.recipient', '=', recipient)
    .where('messages.sent_at', '>=', since)
    .where('cases.state', '=', 'open')
    .where('cases.received_by', '=', receivedBy)
    .where('cases.channel', '<>', 'sms')
    .orderBy('messages.sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The number or address of ours that this person last wrote to on this case. */
export async function ourEndOf(db: Queries, id: CaseId, person: string): Promise<string | null> {
  const row = await db
    .selectFrom('submissions')
    .select(ours.as('ours'))
    .where('case', '=', id)
    .where(theirs, '=', person)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ours ?? null
}
