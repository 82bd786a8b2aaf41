/** Who may sign in, their sessions, the keys of programs, and the drafts of people filling in a form. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff (
      id uuid primary key default uuidv7(),
      email text not null,
      name text not null,
      password_hash text not null,
      organisation text not null references organisations,
      role text not null check (role in ('staff', 'administrator')),
      failed_sign_ins integer not null default 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create unique index staff_email on staff (lower(email))`.execute(db)
  await sql`
    create table staff_teams (
      staff uuid not null references staff on delete cascade,
      team text not null references teams on delete cascade,
      primary key (staff, team)
    )`.execute(db)
  // The shape connect-pg-simple asks for.
  await sql`
    create table sessions (
      sid text primary key,
      sess json not null,
      expire timestamp(6) not null
    )`.execute(db)
  await sql`create index sessions_expire on sessions (expire)`.execute(db)
  await sql`
    create table api_keys (
      id uuid primary key default uuidv7(),
      name text not null unique,
      hash text not null unique,
      scopes text[] not null,
      organisation text not null references organisations,
      created_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  // Answers given so far, sealed; gone when sent or expired.
  await sql`
    create table drafts (
      id text primary key,
      channel text not null,
      door text not null,
      sealed bytea not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index drafts_expire on drafts (expires_at)`.execute(db)
}
