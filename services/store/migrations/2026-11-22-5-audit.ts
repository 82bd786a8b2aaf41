/** The append-only audit: ids only, never a person's words; sealed in hash-chained batches. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entries (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('staff', 'system', 'program', 'public')),
      actor text not null,
      act text not null,
      about_kind text not null,
      about text not null,
      organisation text,
      details jsonb not null default '{}'
    )`.execute(db)
  await sql`create index audit_about on audit_entries (about_kind, about, id)`.execute(db)
  await sql`
    create table audit_seals (
      id bigint generated always as identity primary key,
      first_entry bigint not null,
      last_entry bigint not null,
      entries integer not null,
      previous_hash text not null,
      hash text not null,
      sealed_at timestamptz not null
    )`.execute(db)
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit is only added to';
    end $$`.execute(db)
  for (const table of ['audit_entries', 'audit_seals', 'findings', 'gradings', 'clock_amendments']) {
    await sql`
      create trigger only_added_to before update or delete or truncate on ${sql.table(table)}
        for each statement execute function refuse_change()`.execute(db)
  }
}
