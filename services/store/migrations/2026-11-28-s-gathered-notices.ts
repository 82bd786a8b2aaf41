/** Teams to whom much comes at once are told of it together: which handoffs wait for that notice, and since when. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table handoffs add column gathered_at timestamptz`.execute(db)
  await sql`
    create index handoffs_gathered on handoffs (team, gathered_at) where gathered_at is not null`.execute(db)
}
