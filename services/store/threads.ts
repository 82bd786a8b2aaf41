/** Threads: messages that name what they answer (email), whichever of them was read first. */
import { sql } from 'kysely'
import { noticePurposes } from '../../shared/case/message-purposes.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Submission, Thread } from '../../shared/submission.ts'
import type { Queries } from './database.ts'

const theirId = sql<string>`content->'thread'->>'messageId'`

/**
 * Until the transaction ends nobody else decides about these messages: of a mail and a quick answer to it, whichever
 * is second finds the case that the first opened.
 */
export async function holdThread(db: Queries, { messageId, references }: Thread): Promise<void> {
  const ids = [...new Set([...references, ...(messageId === null ? [] : [messageId])])].toSorted()
  if (ids.length === 0) return
  // In one order everywhere: two that hold the same messages would otherwise wait for one another.
  await sql`
    select pg_advisory_xact_lock(hashtextextended('message ' || id, 0))
    from (select unnest(${ids}::text[]) as id order by 1 offset 0) as ordered`.execute(db)
}

/**
 * The case of this organisation that one of these ids belongs to: a message of ours to the person, or an earlier one
 * of theirs. Newest first. A notice to a team is no part of the person's thread.
 */
export async function findCaseByMessageIds(
  db: Queries,
  ids: readonly string[],
  receivedBy: OrganisationId,
): Promise<CaseId | null> {
  if (ids.length === 0) return null
  const ours = await db
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select('cases.id')
    .where('messages.direction', '=', 'out')
    .where('messages.purpose', 'not in', [...noticePurposes])
    .where('messages.provider_id', 'in', ids)
    .where('cases.received_by', '=', receivedBy)
    .orderBy('messages.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (ours !== undefined) return ours.id
  const theirs = await db
    .selectFrom('submissions')
    .innerJoin('cases', 'cases.id', 'submissions.case')
    .select('cases.id')
    .where(theirId, 'in', [...ids])
    .where('cases.received_by', '=', receivedBy)
    .orderBy('submissions.received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return theirs?.id ?? null
}

/** The case that the same sender's answer to this message opened, because it was read sooner. */
export async function findCaseByTheirAnswer(
  db: Queries,
  { thread, person }: Pick<Submission, 'thread' | 'person'>,
  receivedBy: OrganisationId,
): Promise<CaseId | null> {
  if (thread.messageId === null || person.email === null) return null
  const email = person.email.toLowerCase()
  // Whatever the planner knows of the tables, and of new ones it knows nothing: the few answers first, then their cases.
  const row = await db
    .with(
      (answers) => answers('answers').materialized(),
      (query) =>
        query
          .selectFrom('submissions')
          .select(['case', 'received_at'])
          .where(
            sql<boolean>`content->'thread'->'references' @> ${JSON.stringify([thread.messageId])}::jsonb`,
          )
          .where(sql<string>`lower(content->'person'->>'email')`, '=', email),
    )
    .selectFrom('answers')
    .innerJoin('cases', 'cases.id', 'answers.case')
    .select('cases.id')
    .where('cases.received_by', '=', receivedBy)
    .orderBy('answers.received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
