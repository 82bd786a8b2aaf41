/** Who may sign an organisation's response: its responsible person, and whoever they authorised (SI 2009/309 reg 4, reg 14(2)). */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff add column may_sign boolean not null default false`.execute(db)
  // Whoever runs it by now goes on signing, so that no response stands still.
  await sql`update staff set may_sign = true where role = 'administrator'`.execute(db)
}
