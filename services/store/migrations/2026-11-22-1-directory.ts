/** Organisations, their care services and teams, who answers for what, and every version of the knowledge. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisations (
      id text primary key,
      name text not null,
      type text not null,
      process text not null,
      aliases text[] not null default '{}',
      triage_team text not null,
      is_host boolean not null default false,
      is_example boolean not null default false,
      is_listed boolean not null default true
    )`.execute(db)
  await sql`create unique index one_host on organisations (is_host) where is_host`.execute(db)
  await sql`
    create table care_services (
      id text primary key,
      organisation text not null references organisations on update cascade,
      name text not null,
      aliases text[] not null default '{}',
      place text,
      area text not null,
      process text,
      is_listed boolean not null default true
    )`.execute(db)
  await sql`
    create table teams (
      id text primary key,
      organisation text not null references organisations on update cascade,
      name text not null,
      handover jsonb not null,
      fallback text references teams deferrable initially deferred,
      is_listed boolean not null default true
    )`.execute(db)
  await sql`
    alter table organisations add constraint triage_team_exists
      foreign key (triage_team) references teams deferrable initially deferred`.execute(db)
  await sql`
    create table responsibilities (
      id uuid primary key default uuidv7(),
      team text not null references teams on delete cascade,
      care_service text references care_services on delete cascade,
      subject text,
      unique nulls not distinct (team, care_service, subject)
    )`.execute(db)
  // Every address, number, kiosk and form link belongs to an organisation.
  await sql`
    create table door_owners (
      channel text not null,
      address text not null,
      organisation text not null references organisations,
      primary key (channel, address)
    )`.execute(db)
  // One row per distinct content of directory and rules: a case can be judged again by what judged it first.
  await sql`
    create table knowledge_versions (
      version text primary key,
      directory jsonb not null,
      rules jsonb not null,
      made_at timestamptz not null,
      made_by text not null,
      is_current boolean not null default false
    )`.execute(db)
  await sql`create unique index one_current_knowledge on knowledge_versions (is_current) where is_current`.execute(
    db,
  )
}
