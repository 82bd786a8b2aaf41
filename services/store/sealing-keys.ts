/** Which keys have sealed what is stored here: proved at every start, before anything is sealed with another. */
import { sql } from 'kysely'
import type { Database, Queries } from './database.ts'
import type { Envelope } from './envelope.ts'

/**
 * True where the envelope opens what every key sealed that this database was ever filled with; its own first key is
 * then known as one of them. Of several that start at once on an empty database with different keys, one is true.
 */
export async function opensWhatIsStored(db: Database, envelope: Envelope, now: Date): Promise<boolean> {
  return db.transaction().execute(async (queries) => {
    await sql`lock table sealing_keys in share row exclusive mode`.execute(queries)
    const known = await queries.selectFrom('sealing_keys').select('sealed').execute()
    const samples = known.length > 0 ? known : await storedBeforeKeysWereKnown(queries)
    if (!samples.every(({ sealed }) => opens(envelope, sealed))) return false
    const sealed = envelope.seal(Buffer.from(now.toISOString()))
    await queries
      .insertInto('sealing_keys')
      .values({ name: envelope.sealsWith, sealed, since: now })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    return true
  })
}

function storedBeforeKeysWereKnown(queries: Queries) {
  return queries.selectFrom('deliveries').select('sealed').orderBy('received_at', 'desc').limit(1).execute()
}

function opens(envelope: Envelope, sealed: Uint8Array): boolean {
  try {
    envelope.open(sealed)
    return true
  } catch {
    return false
  }
}
