/** What was set in the directory on the desk, by whom and why; and when a member of staff is away. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Only added to. The newest about the same thing is the one that holds, unless an import overruled it.
  await sql`
    create table directory_settings (
      id uuid primary key default uuidv7(),
      organisation text not null references organisations on update cascade,
      team text references teams,
      staff uuid references staff,
      contact text check (contact in ('senior', 'responsible-person')),
      field text not null,
      before jsonb not null,
      value jsonb not null,
      reason text not null,
      set_by uuid not null references staff,
      set_at timestamptz not null,
      overruled_at timestamptz,
      check (num_nonnulls(team, staff, contact) = 1)
    )`.execute(db)
  await sql`create index directory_settings_newest on directory_settings (organisation, id desc)`.execute(db)
  await sql`
    alter table staff
      add column away_from date,
      add column away_until date,
      add constraint staff_away check ((away_from is null) = (away_until is null) and away_from <= away_until)`.execute(
    db,
  )
  await sql`create index staff_away_until on staff (away_until) where away_until is not null`.execute(db)
}
