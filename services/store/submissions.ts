/** Submissions: what was read out of a delivery, which case it belongs to, and whether it is routed yet. */
import { sql } from 'kysely'
import type { CaseId, DeliveryId, OrganisationId, SubmissionId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'
import type { Match } from './json.ts'

export interface StoredSubmission {
  readonly id: SubmissionId
  readonly delivery: DeliveryId
  readonly reference: Reference
  readonly case: CaseId | null
  readonly receivedAt: Date
  readonly receivedBy: OrganisationId
  readonly content: Submission
  readonly matched: Match
}

/** Reading a delivery again replaces what was read, unless it already is part of a case. */
export async function saveSubmission(
  db: Queries,
  given: Omit<StoredSubmission, 'id' | 'reference'>,
  now: Date,
): Promise<SubmissionId> {
  const content = JSON.stringify(given.content)
  const matched = JSON.stringify(given.matched)
  const row = await db
    .insertInto('submissions')
    .values({
      delivery: given.delivery,
      case: given.case,
      received_at: given.receivedAt,
      received_by: given.receivedBy,
      content,
      matched,
      due_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('delivery')
        .doUpdateSet({
          content,
          matched,
          case: given.case,
          state: 'waiting',
          due_at: now,
          attempts: 0,
          problem: null,
        })
        .where('submissions.state', '<>', 'routed'),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? (await submissionOfDelivery(db, given.delivery))
}

async function submissionOfDelivery(db: Queries, delivery: DeliveryId): Promise<SubmissionId> {
  const row = await db
    .selectFrom('submissions')
    .select('id')
    .where('delivery', '=', delivery)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function loadSubmission(db: Queries, id: SubmissionId): Promise<StoredSubmission | null> {
  const row = await db
    .selectFrom('submissions')
    .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
    .select([
      'submissions.id',
      'submissions.delivery',
      'submissions.case',
      'submissions.content',
      'submissions.matched',
      'submissions.received_at',
      'submissions.received_by',
      'deliveries.reference',
    ])
    .where('submissions.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    delivery: row.delivery,
    reference: row.reference,
    case: row.case,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    content: row.content,
    matched: row.matched,
  }
}

/** What was found out about its case only when it was routed. */
export async function saveMatch(db: Queries, id: SubmissionId, match: Match): Promise<void> {
  await db
    .updateTable('submissions')
    .set({ matched: JSON.stringify(match) })
    .where('id', '=', id)
    .execute()
}

/** The case that one of these channel ids belongs to: a message of ours, or an earlier one of theirs. Newest first. */
export async function findCaseByMessageIds(db: Queries, ids: readonly string[]): Promise<CaseId | null> {
  if (ids.length === 0) return null
  const ours = await db
    .selectFrom('messages')
    .select('case')
    .where('direction', '=', 'out')
    .where('provider_id', 'in', ids)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (ours !== undefined) return ours.case
  const theirs = await db
    .selectFrom('submissions')
    .select('case')
    .where(sql<string>`content->'thread'->>'messageId'`, 'in', [...ids])
    .where('case', 'is not', null)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  return theirs?.case ?? null
}

export async function findCaseByReference(db: Queries, reference: Reference): Promise<CaseId | null> {
  const row = await db.selectFrom('cases').select('id').where('reference', '=', reference).executeTakeFirst()
  if (row !== undefined) return row.id
  const alias = await db
    .selectFrom('case_aliases')
    .select('case')
    .where('reference', '=', reference)
    .executeTakeFirst()
  return alias?.case ?? null
}
