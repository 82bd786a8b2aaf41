/** How far each mailbox was read, so that a restart neither forgets a mail nor begins again. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_cursors (
      place text primary key,
      era text not null default '',
      up_to bigint not null default 0,
      "left" jsonb not null default '[]',
      seen bigint not null default 0,
      taken bigint not null default 0,
      problem jsonb,
      looked_at timestamptz not null
    )`.execute(db)
}
