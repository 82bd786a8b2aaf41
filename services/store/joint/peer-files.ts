/** Files that the lead's hub tells of on our part: fetched once each, kept as any other, and gone when consent is. */
import { createHash } from 'node:crypto'
import { asId, type CaseId, type FileId } from '../../../shared/ids.ts'
import type { FileTold } from '../../../shared/joint/part-told.ts'
import type { Queries } from '../database.ts'
import type { DocumentKeeper } from './documents.ts'
import type { Errand } from './errands.ts'
import type { PartFromPeer } from './peer-case-open.ts'

/** What was refused is asked for again by the next look after this; it may have been looked at by then. */
const refusedForMs = 3_600_000

/** Ids of the errands by which what is not here yet is fetched. */
export async function oweFiles(
  queries: Queries,
  id: CaseId,
  { errand, told, now }: PartFromPeer,
): Promise<readonly string[]> {
  await dropAttachments(
    queries,
    id,
    told.attachments.map((each) => each.id),
  )
  const files = [
    ...told.attachments.map((file) => ({ file, kind: 'attachment' as const, exchange: null })),
    ...told.exchanges.flatMap((said) =>
      said.documents.map((file) => ({ file, kind: 'document' as const, exchange: said.id })),
    ),
  ].filter(({ file }) => file.mayOpen)
  const known = new Set(await filesHere(queries, id))
  for (const [position, { file, kind, exchange }] of files.entries()) {
    if (known.has(file.id)) continue
    await queries
      .insertInto('peer_files')
      .values({ case: id, ...rowOf(file), kind, exchange, position })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const due = await dueOn(queries, id, now)
  if (due.length === 0) return []
  const { peer, reference } = errand
  const owed = await queries
    .insertInto('peer_errands')
    .values(
      due.map(({ their_file: about }) => ({
        ...{ peer, their_reference: reference, case: id, act: 'fetch' as const, about },
        ...{ made_at: now, due_at: now },
      })),
    )
    .returning('id')
    .execute()
  return owed.map((each) => each.id)
}

/** Neither on its way nor refused a moment ago. */
async function dueOn(queries: Queries, id: CaseId, now: Date) {
  return queries
    .selectFrom('peer_files')
    .select('their_file')
    .where('case', '=', id)
    .where((where) =>
      where.or([
        where('refused_at', 'is', null),
        where('refused_at', '<', new Date(now.getTime() - refusedForMs)),
      ]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('peer_errands')
            .select('peer_errands.id')
            .whereRef('peer_errands.case', '=', 'peer_files.case')
            .whereRef('peer_errands.about', '=', 'peer_files.their_file')
            .where('peer_errands.act', '=', 'fetch')
            .where('peer_errands.state', '<>', 'done'),
        ),
      ),
    )
    .orderBy('position')
    .execute()
}

function rowOf({ id, name, contentType }: FileTold) {
  return { their_file: id, name, content_type: contentType }
}

async function filesHere(queries: Queries, id: CaseId): Promise<readonly string[]> {
  const documents = await queries
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .select('documents.id')
    .where('exchanges.case', '=', id)
    .execute()
  const attachments = await attachmentsOn(queries, id)
  return [...documents, ...attachments].map((row) => row.id)
}

async function attachmentsOn(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .select(['attachments.id', 'attachments.file'])
    .where('submissions.case', '=', id)
    .execute()
}

/** Where on their hub a file lies, after the address of the part. Null: it is not wanted any more. */
export async function placeOfFile(queries: Queries, { case: id, about }: Errand): Promise<string | null> {
  const row = await wanted(queries, id, about)
  return row === null ? null : `${row.kind}s/${row.their_file}`
}

async function wanted(queries: Queries, id: CaseId | null, about: string | null) {
  const row = await queries
    .selectFrom('peer_files')
    .selectAll()
    .where('case', '=', id)
    .where('their_file', '=', about)
    .executeTakeFirst()
  return row ?? null
}

/** The case is held by the caller. Gives back the file, to be looked at; null where it is not wanted any more. */
export async function saveFetched(
  queries: Queries,
  files: DocumentKeeper,
  { case: id, about, theirs }: Errand,
  content: Uint8Array,
  now: Date,
): Promise<FileId | null> {
  const row = await wanted(queries, id, about)
  if (row === null) return null
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = await files.keep(theirs, { sha256, content }, now, queries)
  const kept = { name: row.name, content_type: row.content_type, size: content.byteLength, file }
  if (row.exchange === null) {
    const { delivery } = await queries
      .selectFrom('submissions')
      .select('delivery')
      .where('case', '=', row.case)
      .executeTakeFirstOrThrow()
    await queries
      .insertInto('attachments')
      .values({ id: row.their_file, delivery, position: row.position, ...kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await queries
      .insertInto('documents')
      .values({ id: asId<'document'>(row.their_file), exchange: row.exchange, ...kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await queries
    .deleteFrom('peer_files')
    .where('case', '=', row.case)
    .where('their_file', '=', row.their_file)
    .execute()
  return file
}

/** Not handed over now: a later look asks for it again, if it is still told of. */
export async function markRefused(queries: Queries, { case: id, about }: Errand, now: Date): Promise<void> {
  await queries
    .updateTable('peer_files')
    .set({ refused_at: now })
    .where('case', '=', id)
    .where('their_file', '=', about)
    .execute()
}

/** Whatever came from there; what our own staff supplied stays with them. */
export async function forgetFiles(
  queries: Queries,
  id: CaseId,
  { theirs }: Pick<Errand, 'theirs'>,
): Promise<void> {
  await queries.deleteFrom('peer_files').where('case', '=', id).execute()
  const documents = await queries
    .deleteFrom('documents')
    .where('exchange', 'in', (select) =>
      select
        .selectFrom('exchanges')
        .select('exchanges.id')
        .where('case', '=', id)
        .where('from_organisation', '=', theirs),
    )
    .returning('file')
    .execute()
  await dropFiles(
    queries,
    documents.map(({ file }) => file),
  )
  await dropAttachments(queries, id, [])
}

async function dropAttachments(queries: Queries, id: CaseId, told: readonly string[]): Promise<void> {
  const gone = (await attachmentsOn(queries, id)).filter((row) => !told.includes(row.id))
  if (gone.length === 0) return
  const ids = gone.map((row) => row.id)
  await queries.deleteFrom('attachments').where('id', 'in', ids).execute()
  await dropFiles(
    queries,
    gone.map(({ file }) => file),
  )
}

/** The same bytes may have come by another way, and stay for it. */
async function dropFiles(queries: Queries, files: readonly FileId[]): Promise<void> {
  if (files.length === 0) return
  await queries
    .deleteFrom('files')
    .where('id', 'in', [...files])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('attachments')
            .select('attachments.id')
            .whereRef('attachments.file', '=', 'files.id'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('documents').select('documents.id').whereRef('documents.file', '=', 'files.id'),
        ),
      ),
    )
    .execute()
}
