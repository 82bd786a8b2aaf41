/** Files that organisations supply to one another: sealed, kept once by their hash, opened by the two sides alone. */
import { createHash } from 'node:crypto'
import { checkDocument } from '../../../shared/joint/exchange.ts'
import type { CaseId, DocumentId, ExchangeId, PartId } from '../../../shared/ids.ts'
import { Refused } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Envelope } from '../envelope.ts'

export interface DocumentGiven {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** Throws Refused for what may not be supplied. */
export async function saveDocument(
  queries: Queries,
  envelope: Envelope,
  exchange: ExchangeId,
  { name, contentType, content }: DocumentGiven,
): Promise<void> {
  const problem = checkDocument({ name, contentType, size: content.byteLength })
  if (problem !== null) throw new Refused(problem)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await queries
    .insertInto('contents')
    .values({ sha256, sealed: envelope.seal(content) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  await queries
    .insertInto('documents')
    .values({ exchange, name, content_type: contentType, size: content.byteLength, sha256 })
    .execute()
}

export interface OpenedDocument {
  readonly id: DocumentId
  /** As its sender named it: not to be trusted as a file name. */
  readonly name: string
  readonly content: Buffer
}

/** Of this part for the organisation whose it is, of this case for whoever leads; null where there is none. */
export async function openDocument(
  queries: Queries,
  envelope: Envelope,
  within: { readonly part: PartId } | { readonly case: CaseId },
  document: DocumentId,
): Promise<OpenedDocument | null> {
  const row = await queries
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .innerJoin('contents', 'contents.sha256', 'documents.sha256')
    .select(['documents.id', 'documents.name', 'contents.sealed'])
    .where('documents.id', '=', document)
    .$if('part' in within, (query) =>
      query.where('exchanges.part', '=', 'part' in within ? within.part : null),
    )
    .$if('case' in within, (query) =>
      query.where('exchanges.case', '=', 'case' in within ? within.case : null),
    )
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, name: row.name, content: envelope.open(row.sealed) }
}
