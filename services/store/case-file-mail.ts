/** One mail of a case as it came, opened for somebody who may see that case. */
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { loadDelivery } from './deliveries.ts'
import type { Envelope } from './envelope.ts'

export interface OpenedMail {
  readonly submission: SubmissionId
  readonly receivedAt: Date
  /** Bytes. */
  readonly size: number
  /** Null where it is larger than the most asked for. */
  readonly raw: Uint8Array | null
}

/** Null where the case has no such mail. */
export async function openMail(
  queries: Queries,
  envelope: Envelope,
  id: CaseId,
  submission: SubmissionId,
  mostBytes: number,
): Promise<OpenedMail | null> {
  const row = await queries
    .selectFrom('submissions')
    .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
    .select(['submissions.id', 'deliveries.id as delivery', 'deliveries.size', 'deliveries.received_at'])
    .where('submissions.id', '=', submission)
    .where('submissions.case', '=', id)
    .where('deliveries.channel', '=', 'email')
    .executeTakeFirst()
  if (row === undefined) return null
  const opened = row.size > mostBytes ? null : await loadDelivery(queries, envelope, row.delivery)
  return { submission: row.id, receivedAt: row.received_at, size: row.size, raw: opened?.raw ?? null }
}
