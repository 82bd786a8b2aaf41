/** Several organisations, one answer: who leads, who has which part, what the person allows, and the one response. */
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
  // A filed one is never changed: the next version stands beside it.
  await sql`
    create table contributions (
      id uuid primary key default uuidv7(),
      part uuid not null references parts on delete cascade,
      issue uuid not null references issues on delete cascade,
      version integer not null,
      state text not null check (state in ('draft', 'filed')),
      what_happened text not null,
      outcome text check (outcome in ('upheld', 'partly-upheld', 'not-upheld')),
      what_changes text not null,
      change_by date,
      saved_by uuid references staff,
      saved_at timestamptz not null,
      filed_at timestamptz,
      unique (part, issue, version),
      check (state <> 'filed' or (outcome is not null and filed_at is not null))
    )`.execute(db)
  await sql`create unique index one_draft on contributions (part, issue) where state = 'draft'`.execute(db)
  // Between the lead and a contributor: questions, documents, more time, remarks on the draft.
  await sql`
    create table exchanges (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      part uuid not null references parts on delete cascade,
      kind text not null check (kind in
        ('question', 'answer', 'document-request', 'document', 'time-request', 'time-granted', 'time-refused', 'remark')),
      from_organisation text not null references organisations,
      answers uuid references exchanges,
      body text not null,
      wanted_on date,
      written_by uuid references staff,
      written_at timestamptz not null
    )`.execute(db)
  await sql`create index exchanges_part on exchanges (part, id)`.execute(db)
  await sql`create unique index one_answer_to_time on exchanges (answers) where kind in ('time-granted', 'time-refused')`.execute(
    db,
  )
  await sql`
    create table documents (
      id uuid primary key default uuidv7(),
      exchange uuid not null references exchanges on delete cascade,
      name text not null,
      content_type text not null,
      size integer not null,
      sha256 text not null references contents
    )`.execute(db)
  // The one response: versions while it is written, one that is signed, and it goes once.
  await sql`
    create table responses (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      version integer not null,
      state text not null check (state in ('draft', 'shared', 'in-approval', 'signed', 'sent', 'superseded')),
      sections jsonb not null,
      made_by uuid references staff,
      made_at timestamptz not null,
      shared_at timestamptz,
      comments text,
      comments_at timestamptz,
      comments_answer text,
      signed_by uuid references staff,
      signed_as text,
      signed_at timestamptz,
      message uuid references messages,
      unique ("case", version),
      check (num_nulls(signed_by, signed_as, signed_at) in (0, 3))
    )`.execute(db)
  await sql`
    create unique index one_response on responses ("case") where state in ('signed', 'sent')`.execute(db)
  await sql`
    create unique index one_response_in_work on responses ("case") where state in ('draft', 'shared', 'in-approval')`.execute(
    db,
  )
  await sql`
    create table approvals (
      response uuid not null references responses on delete cascade,
      part uuid not null references parts on delete cascade,
      state text not null check (state in ('approved', 'changes-wanted')),
      remark text,
      decided_by uuid references staff,
      decided_at timestamptz not null,
      primary key (response, part)
    )`.execute(db)
  // Reg 9: arranged, attended or represented, and minuted.
  await sql`
    create table meetings (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      meets_at timestamptz not null,
      place text not null,
      purpose text not null,
      state text not null check (state in ('arranged', 'held', 'cancelled')),
      minutes text,
      arranged_by uuid references staff,
      arranged_at timestamptz not null
    )`.execute(db)
  await sql`create index meetings_case on meetings ("case", meets_at)`.execute(db)
  await sql`
    create table meeting_places (
      meeting uuid not null references meetings on delete cascade,
      organisation text not null references organisations,
      attends text not null default 'asked' check (attends in ('asked', 'yes', 'represented', 'no')),
      who text,
      primary key (meeting, organisation)
    )`.execute(db)
  await sql`
    create table lessons (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      issue uuid references issues,
      learned text not null,
      action text not null,
      action_by date,
      written_by uuid references staff,
      written_at timestamptz not null
    )`.execute(db)
  await sql`create index lessons_case on lessons ("case")`.execute(db)
  // One piece of work by a signed link, for an organisation without an account; a second factor opens it.
  await sql`
    create table partner_links (
      id uuid primary key default uuidv7(),
      part uuid not null references parts on delete cascade,
      token_hash text not null unique,
      recipient_name text not null,
      email text not null,
      phone text,
      second_factor text not null check (second_factor in ('email', 'sms')),
      code_hash text,
      code_until timestamptz,
      code_tries integer not null default 0,
      made_by uuid references staff,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      opened_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index partner_links_part on partner_links (part)`.execute(db)
  await sql`
    create table webhook_endpoints (
      id uuid primary key default uuidv7(),
      organisation text not null references organisations,
      url text not null,
      sealed_secret bytea not null,
      sealed_next_secret bytea,
      is_hub boolean not null default false,
      made_at timestamptz not null,
      stopped_at timestamptz
    )`.execute(db)
  await sql`create index webhook_endpoints_of on webhook_endpoints (organisation) where stopped_at is null`.execute(
    db,
  )
  // Ids only; whoever is told fetches the rest, and only what consent covers.
  await sql`
    create table webhook_events (
      id uuid primary key default uuidv7(),
      endpoint uuid not null references webhook_endpoints on delete cascade,
      "case" uuid references cases on delete cascade,
      event text not null,
      content jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
      made_at timestamptz not null,
      sent_at timestamptz,
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index webhook_events_waiting on webhook_events (due_at) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index webhook_events_of on webhook_events (endpoint, id)`.execute(db)
  // Another hub with which joint cases are exchanged: where it is reached, and by which key of theirs.
  await sql`
    create table peer_hubs (
      id uuid primary key default uuidv7(),
      organisation text not null unique references organisations,
      url text not null,
      sealed_key bytea not null,
      sealed_secret bytea not null,
      made_at timestamptz not null,
      stopped_at timestamptz
    )`.execute(db)
  await sql`
    create table peer_cases (
      "case" uuid primary key references cases on delete cascade,
      peer uuid not null references peer_hubs,
      their_reference text not null,
      unique (peer, their_reference)
    )`.execute(db)
  await sql`alter table messages drop constraint messages_purpose_check`.execute(db)
  await sql`
    alter table messages
      add constraint messages_purpose_check check (purpose in (
        'feedback', 'receipt', 'reply', 'handoff-notice',
        'consent-request', 'lead-news', 'draft-response', 'response', 'part-notice', 'link-code')),
      add column consent uuid references consents,
      add column part uuid references parts on delete cascade,
      add column response uuid references responses`.execute(db)
  await sql`create unique index one_response_sent on messages (response, purpose)`.execute(db)
}
