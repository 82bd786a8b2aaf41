/** Several organisations, one answer: who leads, and who has which part. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function array_union(one integer[], other integer[]) returns integer[]
      language sql immutable parallel safe
      return (select coalesce(array_agg(distinct each order by each), '{}') from unnest(one || other) as each)`.execute(
    db,
  )
  // Whoever is asked where organisations disagree or are silent, and who signs for them (SI 2009/309 reg 4).
  await sql`
    create table organisation_contacts (
      organisation text not null references organisations on update cascade,
      role text not null check (role in ('senior', 'responsible-person')),
      name text not null,
      email text,
      phone text,
      primary key (organisation, role)
    )`.execute(db)
  await sql`
    create table joint_cases (
      "case" uuid primary key references cases on delete cascade,
      state text not null check (state in ('proposed', 'confirmed', 'not-joint')),
      because jsonb not null,
      preferred_lead text references organisations,
      respond_by date,
      decided_by uuid references staff,
      decided_at timestamptz,
      basis text,
      check (num_nulls(decided_by, decided_at, basis) in (0, 3))
    )`.execute(db)
  await sql`
    create table lead_proposals (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
      because jsonb not null,
      proposed_by uuid references staff,
      proposed_at timestamptz not null,
      answer_by date not null,
      answered_by uuid references staff,
      answered_at timestamptz,
      answer_reason text,
      escalated_at timestamptz
    )`.execute(db)
  await sql`create unique index one_lead on lead_proposals ("case") where state in ('proposed', 'accepted')`.execute(
    db,
  )
  await sql`create index lead_answers_due on lead_proposals (answer_by) where state = 'proposed'`.execute(db)
  // What one organisation has to do with a joint case. Nothing of the case is theirs to see by this row alone.
  await sql`
    create table parts (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      role text not null check (role in ('lead', 'contributor')),
      state text not null check (state in ('waiting', 'asked', 'accepted', 'filed', 'approved', 'ours', 'left')),
      issues integer[] not null,
      due_on date,
      asked_at timestamptz,
      accepted_at timestamptz,
      filed_at timestamptz,
      chased_at timestamptz,
      escalated_at timestamptz,
      ended_because text,
      version integer not null default 1,
      unique ("case", organisation)
    )`.execute(db)
  await sql`
    create index parts_work on parts (organisation, due_on, id) where state in ('asked', 'accepted', 'filed')`.execute(
    db,
  )
  await sql`create index parts_due on parts (due_on) where state in ('asked', 'accepted')`.execute(db)
}
