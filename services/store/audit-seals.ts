/** Sealing the audit: each batch's hash covers the one before, so that no entry can be changed or taken out unseen. */
import { createHash } from 'node:crypto'
import type { Database, Queries } from './database.ts'

/** Entries younger than this may still have a sister with a lower id in an open transaction. */
const settleMs = 5_000
const batchSize = 5_000
const beginning = '0'.repeat(64)

/** Seals what has settled. Returns how many entries were sealed. */
export async function sealAudit(db: Database, now: Date): Promise<number> {
  return db.transaction().execute(async (queries) => {
    // One sealer at a time, whichever machine it is on.
    await queries
      .selectNoFrom((select) => select.fn('pg_advisory_xact_lock', [select.val(734_501)]).as('lock'))
      .execute()
    const last = await lastSeal(queries)
    const entries = await queries
      .selectFrom('audit_entries')
      .selectAll()
      .where('id', '>', last?.last_entry ?? 0)
      .where('at', '<', new Date(now.getTime() - settleMs))
      .orderBy('id')
      .limit(batchSize)
      .execute()
    const [first] = entries
    const final = entries.at(-1)
    if (first === undefined || final === undefined) return 0
    const previous = last?.hash ?? beginning
    await queries
      .insertInto('audit_seals')
      .values({
        first_entry: first.id,
        last_entry: final.id,
        entries: entries.length,
        previous_hash: previous,
        hash: hashOf(previous, entries),
        sealed_at: now,
      })
      .execute()
    return entries.length
  })
}

async function lastSeal(db: Queries) {
  return db.selectFrom('audit_seals').select(['last_entry', 'hash']).orderBy('id', 'desc').executeTakeFirst()
}

interface Entry {
  readonly id: number
  readonly at: Date
  readonly actor_kind: string
  readonly actor: string
  readonly act: string
  readonly about_kind: string
  readonly about: string
  readonly organisation: string | null
  readonly details: unknown
}

function hashOf(previous: string, entries: readonly Entry[]): string {
  const hash = createHash('sha256').update(previous)
  for (const entry of entries) {
    hash.update(
      JSON.stringify([
        entry.id,
        entry.at.toISOString(),
        entry.actor_kind,
        entry.actor,
        entry.act,
        entry.about_kind,
        entry.about,
        entry.organisation,
        entry.details,
      ]),
    )
  }
  return hash.digest('hex')
}

export type AuditCheck =
  | { readonly whole: true; readonly seals: number; readonly entries: number }
  | { readonly whole: false; readonly seal: number; readonly firstEntry: number; readonly lastEntry: number }

/** Reckons every seal again. `whole: false` names the first batch that does not match. */
export async function verifyAudit(db: Queries): Promise<AuditCheck> {
  const seals = await db.selectFrom('audit_seals').selectAll().orderBy('id').execute()
  let previous = beginning
  let entries = 0
  for (const seal of seals) {
    const sealed = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('id', '>=', seal.first_entry)
      .where('id', '<=', seal.last_entry)
      .orderBy('id')
      .execute()
    const whole =
      seal.previous_hash === previous &&
      sealed.length === seal.entries &&
      hashOf(previous, sealed) === seal.hash
    if (!whole) {
      return { whole, seal: seal.id, firstEntry: seal.first_entry, lastEntry: seal.last_entry }
    }
    previous = seal.hash
    entries += sealed.length
  }
  return { whole: true, seals: seals.length, entries }
}
