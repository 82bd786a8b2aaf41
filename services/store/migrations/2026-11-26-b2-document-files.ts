/** What organisations supply to one another is a file like any other: looked at before anybody has it. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into files (organisation, sha256, size, stored_in, state, due_at)
    select distinct on (cases.received_by, documents.sha256)
      cases.received_by, documents.sha256, documents.size, 'database', 'waiting', now()
    from documents
    join exchanges on exchanges.id = documents.exchange
    join cases on cases.id = exchanges."case"
    on conflict (organisation, sha256) do nothing`.execute(db)
  await sql`
    insert into file_bytes (file, rendition, sealed)
    select files.id, 'original', contents.sealed
    from files join contents using (sha256)
    where not exists (select 1 from file_bytes where file = files.id)`.execute(db)
  await sql`alter table documents add column file uuid references files`.execute(db)
  await sql`
    update documents set file = files.id
    from exchanges join cases on cases.id = exchanges."case", files
    where exchanges.id = documents.exchange and files.sha256 = documents.sha256
      and files.organisation = cases.received_by`.execute(db)
  await sql`alter table documents alter column file set not null`.execute(db)
  await sql`alter table documents drop column sha256`.execute(db)
  await sql`create index documents_file on documents (file)`.execute(db)
  // All of them have moved, and nothing else is kept there.
  await sql`drop table contents`.execute(db)
}
