/** Files: one row for the same bytes within an organisation, found again by their hash; attachments name them. */
import type { DeliveryId, FileId, OrganisationId } from '../../shared/ids.ts'
import type { Display, FileState } from '../../shared/attached.ts'
import type { Queries } from './database.ts'

export type Rendition = 'original' | 'picture' | 'thumbnail'
export type StoredIn = 'database' | 'bucket'

export interface FileRow {
  readonly id: FileId
  /** Null while its bytes are on their way to where they shall lie. */
  readonly storedIn: StoredIn | null
}

export interface FileToExamine extends FileRow {
  /** What a scanner found in it the last time; null: nothing, or it was not scanned. */
  readonly infectedWith: string | null
}

/** The row for these bytes, made where there is none yet. Two at once get the same. */
export async function allotFile(
  db: Queries,
  given: { readonly organisation: OrganisationId; readonly sha256: string; readonly size: number },
  now: Date,
): Promise<FileRow> {
  await db
    .insertInto('files')
    .values({ ...given, due_at: now })
    .onConflict((conflict) => conflict.columns(['organisation', 'sha256']).doNothing())
    .execute()
  return db
    .selectFrom('files')
    .select(['id', 'stored_in as storedIn'])
    .where('organisation', '=', given.organisation)
    .where('sha256', '=', given.sha256)
    .executeTakeFirstOrThrow()
}

/** Its bytes are durable: from now on it waits to be looked at. */
export async function markStored(db: Queries, id: FileId, storedIn: StoredIn): Promise<void> {
  await db
    .updateTable('files')
    .set({ stored_in: storedIn, state: 'waiting' })
    .where('id', '=', id)
    .where('stored_in', 'is', null)
    .execute()
}

export async function putBytes(
  db: Queries,
  file: FileId,
  rendition: Rendition,
  sealed: Buffer,
): Promise<void> {
  await db
    .insertInto('file_bytes')
    .values({ file, rendition, sealed })
    .onConflict((conflict) => conflict.columns(['file', 'rendition']).doUpdateSet({ sealed }))
    .execute()
}

export async function getBytes(db: Queries, file: FileId, rendition: Rendition): Promise<Buffer | null> {
  const row = await db
    .selectFrom('file_bytes')
    .select('sealed')
    .where('file', '=', file)
    .where('rendition', '=', rendition)
    .executeTakeFirst()
  return row?.sealed ?? null
}

export interface NewAttachment {
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly file: FileId
}

/** Stands for the files of one reading; run again it leaves the same rows. */
export async function saveAttachments(
  db: Queries,
  delivery: DeliveryId,
  attachments: readonly NewAttachment[],
): Promise<void> {
  await db.deleteFrom('attachments').where('delivery', '=', delivery).execute()
  if (attachments.length === 0) return
  await db
    .insertInto('attachments')
    .values(
      attachments.map(({ name, contentType, size, file }, position) => ({
        ...{ delivery, position, name, size, file },
        content_type: contentType,
      })),
    )
    .execute()
}

export async function findFile(db: Queries, id: FileId): Promise<FileToExamine | null> {
  const row = await db
    .selectFrom('files')
    .select(['id', 'stored_in as storedIn', 'infected_with as infectedWith'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export interface Examined {
  readonly state: Extract<FileState, 'clean' | 'infected' | 'not-scanned'>
  readonly infectedWith: string | null
  readonly sniffedType: string | null
  readonly display: Display
}

export async function markExamined(db: Queries, id: FileId, found: Examined, now: Date): Promise<void> {
  await db
    .updateTable('files')
    .set({
      state: found.state,
      infected_with: found.infectedWith,
      sniffed_type: found.sniffedType,
      display: found.display,
      examined_at: now,
      problem: null,
      lease_until: null,
    })
    .where('id', '=', id)
    .execute()
}

/** With a scanner that was not there before, what was passed by unscanned or given up waits for it. */
export async function examineAgain(db: Queries, now: Date): Promise<readonly FileId[]> {
  const rows = await db
    .updateTable('files')
    .set({ state: 'waiting', due_at: now, attempts: 0, lease_until: null, problem: null })
    .where('state', 'in', ['not-scanned', 'failed'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
