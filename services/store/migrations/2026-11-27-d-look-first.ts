/** Finds, for each organisation, what a red flag says must be looked at within hours and nobody has taken on. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index handoffs_look_first on handoffs (organisation, accept_until)
    where accept_until is not null and state in ('offered', 'escalated')`.execute(db)
}
