/** Sealing the audit: each batch's hash covers the one before, so that no entry can be changed or taken out unseen. */
import { createHash } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Database, Queries } from './database.ts'
import type { AuditEntries } from './tables.ts'

const batchSize = 5_000
const beginning = '0'.repeat(64)

/** The order of sealing: by the writing transaction, then by id. Ids alone are given out before they are committed. */
interface Place {
  readonly writtenIn: string
  readonly id: number
}
const start: Place = { writtenIn: '0', id: 0 }

/**
 * Seals every entry of the transactions that are older than any still open: nothing can be added among them. Returns
 * how many were sealed. Throws where the count of transactions has gone back.
 */
export async function sealAudit(db: Database, now: Date): Promise<number> {
  return db.transaction().execute(async (queries) => {
    // One sealer at a time, whichever machine it is on.
    await queries
      .selectNoFrom((select) => select.fn('pg_advisory_xact_lock', [select.val(734_501)]).as('lock'))
      .execute()
    const last = await lastSeal(queries)
    const after = last === undefined ? start : placeOf(last)
    await checkCount(queries, after)
    const entries = await settledAfter(queries, after)
    const [first] = entries
    const final = entries.at(-1)
    if (first === undefined || final === undefined) return 0
    const previous = last?.hash ?? beginning
    await queries
      .insertInto('audit_seals')
      .values({
        first_entry: first.id,
        last_entry: final.id,
        last_written_in: final.written_in,
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
  return db
    .selectFrom('audit_seals')
    .select(['last_entry', 'last_written_in', 'hash'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

function placeOf(seal: { readonly last_entry: number; readonly last_written_in: string }): Place {
  return { writtenIn: seal.last_written_in, id: seal.last_entry }
}

/** A dump that was restored into another server brings entries of transactions which that server has yet to count. */
async function checkCount(db: Queries, { writtenIn }: Place): Promise<void> {
  const { rows } = await sql<{ isBehind: boolean }>`
    select pg_snapshot_xmax(pg_current_snapshot()) <= ${writtenIn}::xid8 as "isBehind"`.execute(db)
  if (rows[0]?.isBehind === true) {
    throw new Error(
      `The audit cannot be sealed: this PostgreSQL server counts its transactions lower than the one the audit came ` +
        `from. Stop the server and raise its count above ${writtenIn} with pg_resetwal.`,
    )
  }
}

async function settledAfter(db: Queries, after: Place) {
  return db
    .selectFrom('audit_entries')
    .selectAll()
    .where(sql<boolean>`(written_in, id) > (${after.writtenIn}::xid8, ${after.id})`)
    .where(sql<boolean>`written_in < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('written_in')
    .orderBy('id')
    .limit(batchSize)
    .execute()
}

function hashOf(previous: string, entries: readonly Selectable<AuditEntries>[]): string {
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
  | {
      readonly whole: true
      readonly seals: number
      readonly entries: number
      /** Of the newest seal, to be kept elsewhere; null where nothing is sealed yet. */
      readonly lastHash: string | null
    }
  /** The seal that is known from elsewhere is not there any more: the end was cut off, or all was made anew. */
  | { readonly whole: false; readonly missing: string }
  | { readonly whole: false; readonly seal: number; readonly firstEntry: number; readonly lastEntry: number }

/**
 * Reckons every seal again. `whole: false` names the first batch that does not match. Who may write to the database may
 * also cut off its end and seal anew: only a hash kept elsewhere, `expected`, shows that.
 */
export async function verifyAudit(db: Queries, expected: string | null = null): Promise<AuditCheck> {
  const seals = await db.selectFrom('audit_seals').selectAll().orderBy('id').execute()
  let previous = beginning
  let after = start
  let entries = 0
  for (const seal of seals) {
    const until = placeOf(seal)
    // From the end of the seal before, so that nothing can have been slipped in between the two.
    const sealed = await between(db, after, until)
    const whole =
      seal.previous_hash === previous &&
      sealed.length === seal.entries &&
      hashOf(previous, sealed) === seal.hash
    if (!whole) {
      return { whole, seal: seal.id, firstEntry: seal.first_entry, lastEntry: seal.last_entry }
    }
    previous = seal.hash
    after = until
    entries += sealed.length
  }
  if (expected !== null && !seals.some(({ hash }) => hash === expected))
    return { whole: false, missing: expected }
  return { whole: true, seals: seals.length, entries, lastHash: seals.at(-1)?.hash ?? null }
}

async function between(db: Queries, after: Place, until: Place) {
  return db
    .selectFrom('audit_entries')
    .selectAll()
    .where(sql<boolean>`(written_in, id) > (${after.writtenIn}::xid8, ${after.id})`)
    .where(sql<boolean>`(written_in, id) <= (${until.writtenIn}::xid8, ${until.id})`)
    .orderBy('written_in')
    .orderBy('id')
    .execute()
}
