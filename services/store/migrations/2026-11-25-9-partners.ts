/** How partners work with us: signed links, webhooks, other hubs. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // One piece of work by a signed link, for an organisation without an account; a second factor opens it.
  await sql`
    create table partner_links (
      id uuid primary key default uuidv7(),
      part uuid not null references parts on delete cascade,
      token_hash text not null unique,
      recipient_name text not null,
      email text not null,
      phone text,
      second_factor text not null check (second_factor in ('email', 'sms')),
      code_hash text,
      code_until timestamptz,
      code_tries integer not null default 0,
      made_by uuid references staff,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      opened_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index partner_links_part on partner_links (part)`.execute(db)
  await sql`
    create table webhook_endpoints (
      id uuid primary key default uuidv7(),
      organisation text not null references organisations,
      url text not null,
      sealed_secret bytea not null,
      sealed_next_secret bytea,
      is_hub boolean not null default false,
      made_at timestamptz not null,
      stopped_at timestamptz
    )`.execute(db)
  await sql`create index webhook_endpoints_of on webhook_endpoints (organisation) where stopped_at is null`.execute(
    db,
  )
  // Ids only; whoever is told fetches the rest, and only what consent covers.
  await sql`
    create table webhook_events (
      id uuid primary key default uuidv7(),
      endpoint uuid not null references webhook_endpoints on delete cascade,
      "case" uuid references cases on delete cascade,
      event text not null,
      content jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
      made_at timestamptz not null,
      sent_at timestamptz,
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index webhook_events_waiting on webhook_events (due_at) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index webhook_events_of on webhook_events (endpoint, id)`.execute(db)
  // Another hub with which joint cases are exchanged: where it is reached, and by which key of theirs.
  await sql`
    create table peer_hubs (
      id uuid primary key default uuidv7(),
      organisation text not null unique references organisations,
      url text not null,
      sealed_key bytea not null,
      sealed_secret bytea not null,
      made_at timestamptz not null,
      stopped_at timestamptz
    )`.execute(db)
  await sql`
    create table peer_cases (
      "case" uuid primary key references cases on delete cascade,
      peer uuid not null references peer_hubs,
      their_reference text not null,
      unique (peer, their_reference)
    )`.execute(db)
}
