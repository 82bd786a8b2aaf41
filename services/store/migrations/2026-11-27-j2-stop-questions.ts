/** Whether a STOP by text is meant for sharing as well, for a person to ask; and people to tell whom nobody told in time. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stop_questions (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      delivery uuid not null references deliveries,
      said_at timestamptz not null,
      escalated_at timestamptz,
      answer text check (answer in ('texts-only', 'sharing-too')),
      answered_by uuid references staff,
      answered_at timestamptz,
      unique ("case", delivery),
      check ((answer is null) = (answered_at is null))
    )`.execute(db)
  await sql`create index stop_questions_open on stop_questions ("case") where answer is null`.execute(db)
  await sql`alter table messages add column escalated_at timestamptz`.execute(db)
  await sql`
    create index messages_to_tell on messages (created_at)
      where direction = 'out' and state in ('held', 'failed') and escalated_at is null`.execute(db)
}
