/** Text messages: who asked not to be texted, which texts arrived, and how a conversation is found again. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Only added to; the newest row about an address is the one that holds.
  await sql`
    create table contact_stops (
      id bigint generated always as identity primary key,
      channel text not null,
      address text not null,
      word text not null check (word in ('stop', 'start')),
      delivery uuid not null unique references deliveries,
      said_at timestamptz not null
    )`.execute(db)
  await sql`create index contact_stops_newest on contact_stops (channel, address, said_at desc, id desc)`.execute(
    db,
  )
  await sql`alter table messages add column delivered_at timestamptz`.execute(db)
  await sql`
    create index messages_recipient on messages (recipient, created_at) where direction = 'out'`.execute(db)
  await sql`
    create index submissions_conversation on submissions
      ((content->'thread'->'conversation'->>'theirs'), received_at)
      where content->'thread'->'conversation' is not null`.execute(db)
}
