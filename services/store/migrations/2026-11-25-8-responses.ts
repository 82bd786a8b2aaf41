/** What each organisation contributes, what they say to one another, and the one response. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
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
      due_before date,
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
  // Whoever has no account with us acts by a signed link, a key or a hub of their own.
  await sql`alter table audit_entries drop constraint audit_entries_actor_kind_check`.execute(db)
  await sql`
    alter table audit_entries
      add constraint audit_entries_actor_kind_check
      check (actor_kind in ('staff', 'system', 'program', 'public', 'link', 'peer'))`.execute(db)
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
