/** One file that came with a case, opened for somebody who may see that case. */
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import type { Envelope } from './envelope.ts'

export interface OpenedAttachment {
  readonly id: string
  /** As the sender named it: not to be trusted as a file name. */
  readonly name: string
  readonly content: Buffer
}

/** Null where the case has no such file. */
export async function openAttachment(
  queries: Queries,
  envelope: Envelope,
  id: CaseId,
  attachment: string,
): Promise<OpenedAttachment | null> {
  const row = await queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .innerJoin('contents', 'contents.sha256', 'attachments.sha256')
    .select(['attachments.id', 'attachments.name', 'contents.sealed'])
    .where('attachments.id', '=', attachment)
    .where('submissions.case', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, name: row.name, content: envelope.open(row.sealed) }
}
