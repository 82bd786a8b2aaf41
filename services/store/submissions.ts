/** Submissions: what was read out of a delivery, who receives it, and how it found its case when it was routed. */
import { sql } from 'kysely'
import type { Reason } from '../../shared/finding.ts'
import type { CaseId, DeliveryId, OrganisationId, SubmissionId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'
import type { Match } from './json.ts'

export interface StoredSubmission {
  readonly id: SubmissionId
  readonly delivery: DeliveryId
  readonly reference: Reference
  readonly receivedAt: Date
  readonly receivedBy: OrganisationId
  readonly content: Submission
}

/** Reading a delivery again replaces what was read, unless it already is part of a case. */
export async function saveSubmission(
  db: Queries,
  given: Pick<StoredSubmission, 'delivery' | 'receivedAt' | 'receivedBy' | 'content'>,
  now: Date,
): Promise<SubmissionId> {
  const content = JSON.stringify(given.content)
  const unmatched: Match = { how: 'new' }
  const row = await db
    .insertInto('submissions')
    .values({
      delivery: given.delivery,
      received_at: given.receivedAt,
      received_by: given.receivedBy,
      content,
      matched: JSON.stringify(unmatched),
      due_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('delivery')
        .doUpdateSet({
          content,
          received_by: given.receivedBy,
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
  return (await loadSubmissions(db, [id])).get(id) ?? null
}

/** Those of them that there are. */
export async function loadSubmissions(
  db: Queries,
  ids: readonly SubmissionId[],
): Promise<ReadonlyMap<SubmissionId, StoredSubmission>> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
    .select([
      'submissions.id',
      'submissions.delivery',
      'submissions.content',
      'submissions.received_at as receivedAt',
      'submissions.received_by as receivedBy',
      'deliveries.reference',
    ])
    .where('submissions.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How it found the case that it adds to. */
export async function saveMatch(db: Queries, id: SubmissionId, match: Match): Promise<void> {
  await db
    .updateTable('submissions')
    .set({ matched: JSON.stringify(match) })
    .where('id', '=', id)
    .execute()
}

/** What is known of it only since it found its case: it is added to what was read out of it, once. */
export async function addRemark(db: Queries, id: SubmissionId, remark: Reason): Promise<void> {
  const added = JSON.stringify([remark])
  await db
    .updateTable('submissions')
    .set({
      content: sql`jsonb_set(content, '{remarks}', (content->'remarks') || ${added}::jsonb)`,
    })
    .where('id', '=', id)
    .where(sql<boolean>`not (content->'remarks' @> ${added}::jsonb)`)
    .execute()
}

/** By its reference or an alias of it, with whose case it is. */
export async function findCaseByReference(
  db: Queries,
  reference: Reference,
): Promise<{ readonly id: CaseId; readonly receivedBy: OrganisationId } | null> {
  const row = await db
    .selectFrom('cases')
    .select(['id', 'received_by as receivedBy'])
    .where((where) =>
      where.or([
        where('reference', '=', reference),
        where('id', 'in', where.selectFrom('case_aliases').select('case').where('reference', '=', reference)),
      ]),
    )
    .executeTakeFirst()
  return row ?? null
}
