/** Mails that could not be taken and that staff then took out of the mailbox themselves: no difference to alarm of. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail_cursors add column removed bigint not null default 0`.execute(db)
}
