/** What the person allows each organisation to see, what leaves without it, and what is sent on. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // For each receiving organisation by itself: what may be shared, for what, on whose word, until when.
  await sql`
    create table consents (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      purpose text not null check (purpose in ('joint-answer', 'pass-on', 'commissioner-handles')),
      from_whom text not null check (from_whom in ('person', 'affected-person')),
      authority text not null,
      covers jsonb not null,
      state text not null check (state in ('needed', 'asked', 'given', 'refused', 'withdrawn', 'expired')),
      asked_at timestamptz,
      answer_by date,
      given_how text check (given_how in
        ('web-form', 'email', 'text', 'progress-page', 'recorded-call', 'signed-letter', 'signed-form', 'in-person')),
      decided_at timestamptz,
      recorded_by uuid references staff,
      valid_until date,
      note text,
      unique ("case", organisation)
    )`.execute(db)
  await sql`create index consents_asked on consents (answer_by) where state = 'asked'`.execute(db)
  await sql`create index consents_valid on consents (valid_until) where state = 'given'`.execute(db)
  // Only added to.
  await sql`
    create table consent_changes (
      id bigint generated always as identity primary key,
      consent uuid not null references consents on delete cascade,
      from_state text not null,
      to_state text not null,
      covers jsonb not null,
      how text,
      by_kind text not null check (by_kind in ('person', 'staff', 'hub')),
      by_staff uuid references staff,
      at timestamptz not null,
      note text
    )`.execute(db)
  await sql`create index consent_changes_of on consent_changes (consent, id)`.execute(db)
  // Without consent: for safeguarding or the public interest only, with reasons, by two people.
  await sql`
    create table disclosures (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      ground text not null check (ground in ('safeguarding', 'public-interest')),
      why text not null,
      covers jsonb not null,
      state text not null check (state in ('asked', 'approved', 'refused')),
      asked_by uuid not null references staff,
      asked_at timestamptz not null,
      decided_by uuid references staff,
      decided_at timestamptz,
      decided_because text,
      check (decided_by is distinct from asked_by),
      check (num_nulls(decided_by, decided_at, decided_because) in (0, 3))
    )`.execute(db)
  await sql`create index disclosures_case on disclosures ("case")`.execute(db)
  // Sent on with consent: deemed made to the receiver (SI 2009/309 reg 6(5)-(6), reg 7).
  await sql`
    create table transfers (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      from_organisation text not null references organisations,
      to_organisation text not null references organisations,
      consent uuid not null references consents,
      transferred_on date not null,
      transferred_at timestamptz not null,
      transferred_by uuid references staff,
      unique ("case", to_organisation)
    )`.execute(db)
  await sql`create index transfers_to on transfers (to_organisation)`.execute(db)
}
