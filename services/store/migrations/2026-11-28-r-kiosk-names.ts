/** Names of kiosks are each organisation's own: what another one calls its kiosks is nobody else's to learn. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table kiosks
      drop constraint kiosks_name_key,
      add constraint kiosks_name_of_organisation unique (organisation, name)`.execute(db)
}
