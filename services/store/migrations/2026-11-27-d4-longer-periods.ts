/** A longer period that was agreed with the person: on which day, beside the reason that somebody wrote. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null where the hub or another act moved the day; then `because` is a code.
  await sql`alter table clock_amendments add column agreed_on date`.execute(db)
}
