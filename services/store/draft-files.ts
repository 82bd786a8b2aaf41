/** Files added to a form that is not sent yet, sealed: within a limit, each once, and gone with the draft. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AddedFile, FormFile } from '../../shared/form.ts'
import type { Database, Queries } from './database.ts'
import { draftLifetime, holdDraft, loadDraft, type DraftAt } from './drafts.ts'
import type { Envelope } from './envelope.ts'

const aboutSchema = z.object({ name: z.string(), contentType: z.string(), size: z.number() })

/**
 * `again`: the same file was there already. `no-room`: there are `most` of them. Keeps the draft for another day from
 * now; a draft that was sent meanwhile, or is gone, takes nothing.
 */
export async function addDraftFile(
  db: Database,
  envelope: Envelope,
  at: DraftAt,
  file: FormFile,
  most: number,
  now: Date,
): Promise<'added' | 'again' | 'no-room' | 'no-draft'> {
  return db.transaction().execute(async (queries) => {
    await holdDraft(queries, at)
    const draft = await loadDraft(queries, envelope, at, now)
    if (draft?.state !== 'open') return 'no-draft'
    const digest = digestOf(file)
    const there = await queries
      .selectFrom('draft_files')
      .select('digest')
      .where('draft', '=', at.id)
      .execute()
    if (there.some((each) => each.digest === digest)) return 'again'
    if (there.length >= most) return 'no-room'
    const { name, contentType, content } = file
    const about = Buffer.from(JSON.stringify({ name, contentType, size: content.byteLength }))
    await queries
      .insertInto('draft_files')
      .values({ draft: at.id, digest, about: envelope.seal(about), sealed: envelope.seal(content) })
      .execute()
    const expires_at = new Date(now.getTime() + draftLifetime)
    await queries.updateTable('drafts').set({ expires_at }).where('id', '=', at.id).execute()
    return 'added'
  })
}

/** Of a draft that may be seen. */
export async function listDraftFiles(
  queries: Queries,
  envelope: Envelope,
  draft: string,
): Promise<readonly AddedFile[]> {
  const rows = await queries
    .selectFrom('draft_files')
    .select(['id', 'about'])
    .where('draft', '=', draft)
    .orderBy('id')
    .execute()
  return rows.map(({ id, about }) => {
    const { name, size } = aboutIn(envelope, about)
    return { id, name, size }
  })
}

/** With their bytes. */
export async function openDraftFiles(
  queries: Queries,
  envelope: Envelope,
  draft: string,
): Promise<readonly FormFile[]> {
  const rows = await queries
    .selectFrom('draft_files')
    .select(['about', 'sealed'])
    .where('draft', '=', draft)
    .orderBy('id')
    .execute()
  return rows.map(({ about, sealed }) => {
    const { name, contentType } = aboutIn(envelope, about)
    return { name, contentType, content: envelope.open(sealed) }
  })
}

/** One of them, or all where the draft was sent. */
export async function removeDraftFiles(queries: Queries, draft: string, file?: string): Promise<void> {
  const ofDraft = queries.deleteFrom('draft_files').where('draft', '=', draft)
  await (file === undefined ? ofDraft : ofDraft.where('id', '=', file)).execute()
}

function aboutIn(envelope: Envelope, sealed: Buffer): z.output<typeof aboutSchema> {
  return aboutSchema.parse(JSON.parse(envelope.open(sealed).toString()))
}

function digestOf({ name, content }: FormFile): string {
  return createHash('sha256')
    .update(`${Buffer.byteLength(name)}:${name}`)
    .update(content)
    .digest('hex')
}
