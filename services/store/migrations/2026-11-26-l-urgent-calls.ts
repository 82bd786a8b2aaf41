/** Calls to people who may be in danger and whom no message could tell what to do: tasks like those that people ask for. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table submissions drop column call_back_asked`.execute(db)
  await sql`
    alter table submissions
      add column call_back_urgent boolean not null generated always as (
        coalesce(content->'remarks' @> '[{"key": "pipeline:danger.not-told"}]', false)
      ) stored,
      add column call_back_asked boolean not null generated always as (
        coalesce(content->'remarks' @> '[{"key": "sms:call-back-asked"}]', false)
        or coalesce(content->'remarks' @> '[{"key": "phone:remark.callBack"}]', false)
        or coalesce(content->'remarks' @> '[{"key": "pipeline:danger.not-told"}]', false)
      ) stored`.execute(db)
  await sql`
    create index submissions_call_back on submissions ("case")
      where call_back_asked and call_back_at is null`.execute(db)
}
