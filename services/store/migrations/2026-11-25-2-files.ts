/** Files that came along: one for the same bytes within an organisation, where they lie, and what was found in them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      id uuid primary key default uuidv7(),
      organisation text not null references organisations on update cascade,
      sha256 text not null,
      size integer not null,
      stored_in text check (stored_in in ('database', 'bucket')),
      state text not null default 'coming'
        check (state in ('coming', 'waiting', 'clean', 'infected', 'not-scanned', 'failed')),
      sniffed_type text,
      display text not null default 'none' check (display in ('none', 'picture', 'unsafe-picture', 'playable')),
      infected_with text,
      examined_at timestamptz,
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0,
      unique (organisation, sha256)
    )`.execute(db)
  await sql`create index files_waiting on files (due_at) where state = 'waiting'`.execute(db)
  // Sealed; empty where the storage of the settings holds them.
  await sql`
    create table file_bytes (
      file uuid not null references files on delete cascade,
      rendition text not null check (rendition in ('original', 'picture', 'thumbnail')),
      sealed bytea not null,
      primary key (file, rendition)
    )`.execute(db)
  await sql`
    insert into files (organisation, sha256, size, stored_in, state, due_at)
    select distinct on (owner, attachments.sha256)
      coalesce(submissions.received_by, deliveries.received_by) as owner, attachments.sha256, attachments.size,
      'database', 'waiting', now()
    from attachments
    join deliveries on deliveries.id = attachments.delivery
    left join submissions on submissions.delivery = deliveries.id`.execute(db)
  await sql`
    insert into file_bytes (file, rendition, sealed)
    select files.id, 'original', contents.sealed from files join contents using (sha256)`.execute(db)
  await sql`alter table attachments add column file uuid references files`.execute(db)
  await sql`
    update attachments set file = files.id
    from deliveries left join submissions on submissions.delivery = deliveries.id, files
    where deliveries.id = attachments.delivery and files.sha256 = attachments.sha256
      and files.organisation = coalesce(submissions.received_by, deliveries.received_by)`.execute(db)
  await sql`alter table attachments alter column file set not null`.execute(db)
  await sql`alter table attachments drop column sha256`.execute(db)
  // All of them have moved.
  await sql`delete from contents`.execute(db)
  // Whose else are these bytes? Asked before they are erased with one case.
  await sql`create index attachments_file on attachments (file)`.execute(db)
}
