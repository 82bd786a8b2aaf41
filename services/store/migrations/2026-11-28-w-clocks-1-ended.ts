/** What ends a clock happened on a day, often before somebody puts it on record; and what was settled aloud, was agreed. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: on the day of ended_at.
  await sql`alter table clocks add column happened_on date, add column agreement text`.execute(db)
}
