/** The hub itself sets a clock running again when what stopped it did not arrive: an amendment without a member of staff. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table clock_amendments alter column amended_by drop not null`.execute(db)
  // A bounce is matched by the id that the provider gave the message.
  await sql`
    create index messages_provider_out on messages (provider_id) where direction = 'out'`.execute(db)
}
