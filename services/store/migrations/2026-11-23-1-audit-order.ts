/** The audit in the order of its transactions: of those before the oldest that is open, no entry can come any more. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // What stands already gets one and the same transaction, so that seals by id alone go on being whole.
  await sql`
    alter table audit_entries add column written_in xid8 not null default pg_current_xact_id()`.execute(db)
  await sql`create index audit_order on audit_entries (written_in, id)`.execute(db)
  await sql`
    alter table audit_seals add column last_written_in xid8 not null default pg_current_xact_id()`.execute(db)
  await sql`alter table audit_seals alter column last_written_in drop default`.execute(db)
}
