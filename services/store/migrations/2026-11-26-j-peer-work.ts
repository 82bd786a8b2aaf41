/** Between hubs: files that are yet to be fetched from the lead's, what its organisation asks ours to lead, and more that is owed. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table peer_errands drop constraint peer_errands_act_check`.execute(db)
  await sql`
    alter table peer_errands add constraint peer_errands_act_check check (act in (
      'look', 'leads', 'fetch', 'accept', 'contribution', 'exchange', 'more-time', 'approval',
      'document', 'meeting', 'lesson', 'lead'))`.execute(db)
  // Told of and not here yet. When it was fetched the row is gone, and the file is what any other on a case is.
  await sql`
    create table peer_files (
      "case" uuid not null references cases on delete cascade,
      their_file uuid not null,
      kind text not null check (kind in ('attachment', 'document')),
      exchange uuid references exchanges on delete cascade,
      position integer not null,
      name text not null,
      content_type text not null,
      refused_at timestamptz,
      primary key ("case", their_file),
      check ((kind = 'document') = (exchange is not null))
    )`.execute(db)
  // By reference alone: what the case says is not ours to see before the person agrees.
  await sql`
    create table peer_leads (
      peer uuid not null references peer_hubs,
      id uuid not null,
      their_reference text not null,
      answer_by date not null,
      state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
      told_at timestamptz not null,
      answered_at timestamptz,
      answered_by uuid references staff,
      why text,
      primary key (peer, id)
    )`.execute(db)
}
