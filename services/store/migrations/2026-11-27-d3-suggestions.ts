/** What the rules as they are now would change on a case that was routed before: suggested to staff, and how they answered. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table suggestions (
      id bigint generated always as identity primary key,
      "case" uuid not null references cases on delete cascade,
      submission uuid not null references submissions,
      about text not null,
      value jsonb not null,
      because jsonb not null,
      knowledge_version text not null references knowledge_versions,
      suggested_at timestamptz not null,
      answer text check (answer in ('taken', 'kept', 'withdrawn')),
      answered_at timestamptz,
      answered_by uuid references staff,
      check ((answer is null) = (answered_at is null)),
      check ((answer in ('taken', 'kept')) = (answered_by is not null))
    )`.execute(db)
  // One at a time about one thing.
  await sql`create unique index suggestions_open on suggestions ("case", about) where answer is null`.execute(
    db,
  )
  await sql`create index suggestions_case on suggestions ("case", about, id)`.execute(db)
}
