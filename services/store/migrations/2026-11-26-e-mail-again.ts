/** Who came back may be written to again: a member of staff says so, and how they know; no delivery does. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table contact_stops alter column delivery drop not null`.execute(db)
  await sql`
    alter table contact_stops
      add column lifted_by uuid references staff,
      add column lifted_why text,
      add constraint contact_stops_said_by check (
        (delivery is null) = (lifted_by is not null and lifted_why is not null)
        and (delivery is not null or (word = 'start' and channel = 'email'))
      )`.execute(db)
}
