/** Who may see a case is asked of every list: of the few that are kept, and of what a team was handed, without reading the cases. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index cases_kept on cases (id) where 'whistleblowing' = any(flags)`.execute(db)
  await sql`
    create index handoffs_shown on handoffs (organisation, team) include ("case")
      where state in ('offered', 'accepted', 'escalated') and not is_across`.execute(db)
}
