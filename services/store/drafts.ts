/** Answers given so far to a form, sealed: kept between two pages, gone when sent or left alone for a day. */
import type { Answers } from '../../shared/form.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import type { Envelope } from './envelope.ts'

/** Milliseconds from the last answer. */
export const draftLifetime = 24 * 60 * 60 * 1000

export type Draft =
  | { readonly state: 'open'; readonly answers: Answers }
  /** Of a draft that was sent only what its last page says is left. */
  | { readonly state: 'sent'; readonly sent: Sent }

export interface Sent {
  readonly reference: string
  /** Choices the last page needs; never a person's words. */
  readonly kept: Answers
  /** London calendar date by which someone will have answered; null where none is promised. */
  readonly answeredBy: string | null
  /** Did the words speak of danger? Then the last page begins with what to do. */
  readonly inDanger?: boolean
}

export interface DraftAt {
  readonly id: string
  readonly channel: ChannelName
  readonly door: string
}

export async function loadDraft(
  queries: Queries,
  envelope: Envelope,
  at: DraftAt,
  now: Date,
): Promise<Draft | null> {
  const row = await queries
    .selectFrom('drafts')
    .select('sealed')
    .where('id', '=', at.id)
    .where('channel', '=', at.channel)
    .where('door', '=', at.door)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return null
  const draft: unknown = JSON.parse(envelope.open(row.sealed).toString())
  return isDraft(draft) ? draft : null
}

/** Two windows of the same person: one after the other, until the transaction ends. */
export async function holdDraft(queries: Queries, { id }: DraftAt): Promise<void> {
  await queries.selectFrom('drafts').select('id').where('id', '=', id).forUpdate().execute()
}

/** Keeps it for another day from now. */
export async function saveDraft(
  queries: Queries,
  envelope: Envelope,
  at: DraftAt,
  draft: Draft,
  now: Date,
): Promise<void> {
  const sealed = envelope.seal(Buffer.from(JSON.stringify(draft)))
  const expires_at = new Date(now.getTime() + draftLifetime)
  await queries
    .insertInto('drafts')
    .values({ ...at, sealed, expires_at })
    .onConflict((taken) => taken.column('id').doUpdateSet({ sealed, expires_at }))
    .execute()
}

/** How many there were. */
export async function removeExpiredDrafts(queries: Queries, now: Date): Promise<number> {
  const { numDeletedRows } = await queries
    .deleteFrom('drafts')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

// Written by ourselves; this only guards against a shape of an earlier version.
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false
  return value.state === 'open' ? 'answers' in value : value.state === 'sent' && 'sent' in value
}
