/** Joint meetings that the person comes to as well, and that are moved or cancelled for a reason. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // What it was before the last change; every change is in the audit.
  await sql`
    alter table meetings
      add column invites_person boolean not null default false,
      add column moved_from timestamptz,
      add column changed_because text`.execute(db)
  await sql`alter table messages drop constraint messages_purpose_check`.execute(db)
  await sql`
    alter table messages
      add constraint messages_purpose_check check (purpose in (
        'feedback', 'receipt', 'reply', 'handoff-notice', 'consent-request', 'lead-news', 'meeting-news',
        'draft-response', 'response', 'part-notice', 'link-code'))`.execute(db)
}
