/** What arrived, byte for byte and sealed; what was fetched to read it; what was read. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The same mail to two organisations is two deliveries: each has its own row. The row is the outbox: `state` is waiting until a worker that holds the lease has finished with it.
  await sql`
    create table deliveries (
      id uuid primary key default uuidv7(),
      channel text not null,
      door text not null,
      key text not null,
      reference text not null unique,
      received_at timestamptz not null,
      received_by text not null references organisations on update cascade,
      size integer not null,
      sealed bytea not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'read', 'nothing-to-route', 'quarantined')),
      why text,
      problem jsonb,
      treat_as_feedback boolean not null default false,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0,
      unique (channel, received_by, key)
    )`.execute(db)
  await sql`create index deliveries_waiting on deliveries (due_at) where state = 'waiting'`.execute(db)
  await sql`
    create index deliveries_listed on deliveries (received_by, state, received_at desc)
      where state in ('quarantined', 'nothing-to-route')`.execute(db)
  await sql`
    create table evidence (
      delivery uuid not null references deliveries on delete cascade,
      key text not null,
      content jsonb not null,
      fetched_at timestamptz not null,
      primary key (delivery, key)
    )`.execute(db)
  // Same bytes, one row: found by hash, sealed like the deliveries they came with.
  await sql`
    create table contents (
      sha256 text primary key,
      sealed bytea not null
    )`.execute(db)
  await sql`
    create table attachments (
      id uuid primary key default uuidv7(),
      delivery uuid not null references deliveries on delete cascade,
      position integer not null,
      name text not null,
      content_type text not null,
      size integer not null,
      sha256 text not null references contents,
      unique (delivery, position)
    )`.execute(db)
}
