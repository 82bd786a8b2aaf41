/** One file that came with a case, found for somebody who may see that case. */
import type { Display, FileState } from '../../shared/attached.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import type { FileRow } from './files.ts'

export interface FoundAttachment {
  readonly id: string
  /** As the sender named it: not to be trusted as a file name. */
  readonly name: string
  readonly file: FileRow
  readonly state: FileState
  readonly display: Display
  readonly sniffedType: string | null
}

/** Null where the case has no such file. */
export async function findAttachment(
  queries: Queries,
  id: CaseId,
  attachment: string,
): Promise<FoundAttachment | null> {
  const row = await queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .innerJoin('files', 'files.id', 'attachments.file')
    .select(['attachments.id', 'attachments.name', 'attachments.file'])
    .select(['files.stored_in', 'files.state', 'files.display', 'files.sniffed_type'])
    .where('attachments.id', '=', attachment)
    .where('submissions.case', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { name, state, display } = row
  const file = { id: row.file, storedIn: row.stored_in }
  return { id: row.id, name, state, display, sniffedType: row.sniffed_type, file }
}
