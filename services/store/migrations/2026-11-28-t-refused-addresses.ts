/** A mail server may refuse an address while we deliver: then it is a message of ours that says so, and no delivery does. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table contact_stops
      drop constraint contact_stops_said_by,
      add column refused_message uuid references messages,
      add constraint contact_stops_said_by check (
        num_nonnulls(delivery, refused_message, lifted_by) = 1
        and (lifted_by is null) = (lifted_why is null)
        and (refused_message is null or (word = 'stop' and channel = 'email'))
        and (lifted_by is null or (word = 'start' and channel = 'email'))
      )`.execute(db)
}
