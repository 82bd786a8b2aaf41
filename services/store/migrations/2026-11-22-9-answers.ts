/** Answers that were given another way, replies that acknowledge once they have gone, and asked-for calls. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table messages drop constraint messages_state_check`.execute(db)
  await sql`
    alter table messages
      add constraint messages_state_check
        check (state in ('received', 'waiting', 'sent', 'failed', 'held', 'settled')),
      add column acknowledges boolean not null default false,
      add column settled_how text check (settled_how in ('phone', 'letter', 'in-person', 'not-needed')),
      add column settled_why text,
      add column settled_by uuid references staff,
      add column settled_at timestamptz,
      add constraint settled_whole check (
        (state = 'settled') = (settled_at is not null)
        and num_nulls(settled_how, settled_why, settled_by, settled_at) in (0, 4)
      )`.execute(db)
  await sql`create index messages_stuck on messages ("case") where state in ('failed', 'held')`.execute(db)
  // Asked for in the words or by a key on the telephone; which of the two stands among the remarks.
  await sql`
    alter table submissions
      add column call_back_asked boolean not null generated always as (
        coalesce(content->'remarks' @> '[{"key": "sms:call-back-asked"}]', false)
        or coalesce(content->'remarks' @> '[{"key": "phone:remark.callBack"}]', false)
      ) stored,
      add column call_back_outcome text check (call_back_outcome in ('spoke', 'message-left', 'given-up')),
      add column call_back_by uuid references staff,
      add column call_back_at timestamptz,
      add constraint call_back_whole
        check (num_nulls(call_back_outcome, call_back_by, call_back_at) in (0, 3))`.execute(db)
  await sql`
    create index submissions_call_back on submissions ("case")
      where call_back_asked and call_back_at is null`.execute(db)
}
