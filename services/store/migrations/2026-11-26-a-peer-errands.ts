/** Hubs at work with one another: for which organisation of ours, what is owed to them, and how each part of theirs stands here. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Whom of ours their key and their events are for.
  await sql`
    alter table peer_hubs
      add column ours text not null references organisations,
      drop constraint peer_hubs_organisation_key,
      add unique (organisation, ours)`.execute(db)
  await sql`
    alter table peer_cases
      add column looked_at timestamptz,
      add column ended_at timestamptz,
      add column ended_because text check (ended_because in ('closed-to-us', 'answered'))`.execute(db)
  // One call that we owe another hub: to look at a part it told us of, or to bring what our staff did. Ids only; the row is the outbox.
  await sql`
    create table peer_errands (
      id uuid primary key default uuidv7(),
      peer uuid not null references peer_hubs,
      their_reference text not null,
      "case" uuid references cases on delete cascade,
      act text not null check (act in ('look', 'accept', 'contribution', 'exchange', 'more-time', 'approval')),
      about uuid,
      their_event uuid,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
      made_at timestamptz not null,
      done_at timestamptz,
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0,
      unique (peer, their_event)
    )`.execute(db)
  await sql`create index peer_errands_waiting on peer_errands (due_at) where state = 'waiting'`.execute(db)
  await sql`create index peer_errands_lane on peer_errands (peer, id) where state = 'waiting'`.execute(db)
  await sql`create index peer_errands_case on peer_errands ("case")`.execute(db)
}
