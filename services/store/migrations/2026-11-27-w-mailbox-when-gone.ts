/** When a mail was last found gone from a mailbox: staff are told of it for some days, and not for ever. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail_cursors add column gone_at timestamptz`.execute(db)
}
