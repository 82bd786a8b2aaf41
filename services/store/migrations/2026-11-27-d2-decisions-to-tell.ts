/** Finds the decisions on what the procedure covers of which a person may still have to be told, on every look at the inbox. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index findings_decisions_to_tell on findings ("case", about, id)
    where corrected_by is not null and (about = 'out-of-time' or about like 'exclusion.%')`.execute(db)
}
