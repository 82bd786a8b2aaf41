/** Files that organisations supply to one another: kept and looked at as those of people are, handed to the two sides alone. */
import { createHash } from 'node:crypto'
import type { FileState } from '../../../shared/attached.ts'
import { checkDocument } from '../../../shared/joint/exchange.ts'
import type { CaseId, DocumentId, ExchangeId, FileId, OrganisationId, PartId } from '../../../shared/ids.ts'
import { Refused } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { FileRow } from '../files.ts'

export interface DocumentGiven {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** As FileStore has it. */
export interface DocumentKeeper {
  keep(
    organisation: OrganisationId,
    file: { readonly sha256: string; readonly content: Uint8Array },
    now: Date,
    within: Queries,
  ): Promise<FileId>
}

/** Gives back the file, to be looked at. Throws Refused for what may not be supplied. */
export async function saveDocument(
  queries: Queries,
  files: DocumentKeeper,
  to: { readonly exchange: ExchangeId; readonly receivedBy: OrganisationId; readonly now: Date },
  { name, contentType, content }: DocumentGiven,
): Promise<FileId> {
  const problem = checkDocument({ name, contentType, size: content.byteLength })
  if (problem !== null) throw new Refused(problem)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = await files.keep(to.receivedBy, { sha256, content }, to.now, queries)
  await queries
    .insertInto('documents')
    .values({ exchange: to.exchange, name, content_type: contentType, size: content.byteLength, file })
    .execute()
  return file
}

export interface FoundDocument {
  readonly id: DocumentId
  /** As its sender named it: not to be trusted as a file name. */
  readonly name: string
  readonly file: FileRow
  readonly state: FileState
}

/** Of this part for the organisation whose it is, of this case for whoever leads; null where there is none. */
export async function findDocument(
  queries: Queries,
  within: { readonly part: PartId } | { readonly case: CaseId },
  document: DocumentId,
): Promise<FoundDocument | null> {
  const row = await queries
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .innerJoin('files', 'files.id', 'documents.file')
    .select(['documents.id', 'documents.name', 'documents.file', 'files.stored_in', 'files.state'])
    .where('documents.id', '=', document)
    .$if('part' in within, (query) =>
      query.where('exchanges.part', '=', 'part' in within ? within.part : null),
    )
    .$if('case' in within, (query) =>
      query.where('exchanges.case', '=', 'case' in within ? within.case : null),
    )
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, name, state } = row
  return { id, name, state, file: { id: row.file, storedIn: row.stored_in } }
}
