/** A sample sealed by each key that was ever in use, so that a start with another one is noticed before it seals anything. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table sealing_keys (
    name text primary key,
    sealed bytea not null,
    since timestamptz not null
  )`.execute(db)
}
