/** Cases and all that hangs on them: submissions, issues, findings, gradings, clocks, handoffs, messages. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cases (
      id uuid primary key default uuidv7(),
      reference text not null unique,
      received_by text not null references organisations on update cascade,
      received_at timestamptz not null,
      received_on date not null,
      channel text not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      kind text not null,
      kind_confirmed_by uuid references staff,
      kind_confirmed_at timestamptz,
      tone text not null,
      language text not null,
      seriousness text not null,
      likelihood text not null,
      level text not null,
      flags text[] not null default '{}',
      is_joint boolean not null default false,
      lead text references organisations,
      owner_team text not null references teams,
      person jsonb not null,
      affected jsonb not null,
      preferences jsonb not null,
      knowledge_version text not null references knowledge_versions,
      unread integer not null default 0,
      next_due_on date,
      version integer not null default 1
    )`.execute(db)
  await sql`create index cases_inbox on cases (received_by, state, next_due_on, id)`.execute(db)
  await sql`create index cases_team on cases (owner_team, state, next_due_on, id)`.execute(db)
  await sql`
    create table case_aliases (
      reference text primary key,
      "case" uuid not null references cases on delete cascade
    )`.execute(db)
  await sql`
    create table submissions (
      id uuid primary key default uuidv7(),
      delivery uuid not null unique references deliveries,
      "case" uuid references cases,
      received_at timestamptz not null,
      received_by text not null references organisations on update cascade,
      content jsonb not null,
      matched jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'routed', 'failed')),
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index submissions_waiting on submissions (due_at) where state = 'waiting'`.execute(db)
  await sql`create index submissions_case on submissions ("case")`.execute(db)
  await sql`create index submissions_message_id on submissions ((content->'thread'->>'messageId'))`.execute(
    db,
  )
  await sql`
    create table issues (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      submission uuid not null references submissions,
      position integer not null,
      kind text not null,
      tone text not null,
      subjects text[] not null,
      organisation text references organisations,
      care_service text references care_services,
      span_start integer not null,
      span_end integer not null,
      outcome text check (outcome in ('upheld', 'partly-upheld', 'not-upheld')),
      unique ("case", position)
    )`.execute(db)
  await sql`create index issues_counted on issues (care_service)`.execute(db)
  // Only added to. The newest finding about the same thing is the one that holds.
  await sql`
    create table findings (
      id bigint generated always as identity primary key,
      "case" uuid not null references cases,
      submission uuid references submissions,
      about text not null,
      value jsonb not null,
      because jsonb not null,
      confidence real not null,
      found_at timestamptz not null,
      knowledge_version text references knowledge_versions,
      corrected_by uuid references staff,
      correction text,
      check ((knowledge_version is null) <> (corrected_by is null)),
      check ((corrected_by is null) = (correction is null))
    )`.execute(db)
  await sql`create index findings_case on findings ("case", about, id)`.execute(db)
  await sql`
    create table gradings (
      id bigint generated always as identity primary key,
      "case" uuid not null references cases,
      stage text not null check (stage in ('receipt', 'after-investigation')),
      seriousness text not null,
      likelihood text not null,
      level text not null,
      matrix_version text not null,
      because jsonb not null,
      graded_by uuid references staff,
      graded_at timestamptz not null
    )`.execute(db)
  await sql`create index gradings_case on gradings ("case", id)`.execute(db)
  await sql`
    create table clocks (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      name text not null,
      process text not null,
      organisation text not null references organisations,
      starts_on date not null,
      due_on date not null,
      because jsonb not null,
      state text not null default 'running' check (state in ('running', 'met', 'dropped')),
      ended_at timestamptz,
      ended_by uuid references staff,
      ended_because text
    )`.execute(db)
  await sql`create index clocks_case on clocks ("case")`.execute(db)
  await sql`create index clocks_due on clocks (due_on) where state = 'running'`.execute(db)
  await sql`
    create table clock_amendments (
      id bigint generated always as identity primary key,
      clock uuid not null references clocks,
      due_on_before date not null,
      due_on_after date not null,
      because text not null,
      amended_by uuid not null references staff,
      amended_at timestamptz not null
    )`.execute(db)
  await sql`
    create table handoffs (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      organisation text not null references organisations,
      team text not null references teams,
      issues integer[] not null,
      state text not null check (state in ('held', 'offered', 'accepted', 'declined', 'escalated', 'passed-on')),
      accept_by date not null,
      accept_until timestamptz,
      if_nobody text not null references teams,
      because jsonb not null,
      offered_at timestamptz,
      decided_at timestamptz,
      decided_by uuid references staff,
      decline_reason text,
      told text not null default 'waiting' check (told in ('waiting', 'told', 'failed', 'not-yet')),
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index handoffs_case on handoffs ("case")`.execute(db)
  await sql`create index handoffs_team on handoffs (team, state)`.execute(db)
  await sql`create index handoffs_waiting on handoffs (due_at) where told = 'waiting'`.execute(db)
  await sql`create index handoffs_offered on handoffs (accept_by) where state = 'offered'`.execute(db)
  // Recipients are frozen when a message is approved.
  await sql`
    create table messages (
      id uuid primary key default uuidv7(),
      "case" uuid not null references cases on delete cascade,
      direction text not null check (direction in ('in', 'out')),
      purpose text not null check (purpose in ('feedback', 'receipt', 'reply', 'handoff-notice')),
      channel text not null,
      submission uuid references submissions,
      handoff uuid references handoffs,
      sender text,
      recipient text,
      subject text,
      body text not null,
      language text not null,
      is_automatic boolean not null default false,
      state text not null check (state in ('received', 'waiting', 'sent', 'failed', 'held')),
      held_because jsonb,
      provider_id text,
      written_by uuid references staff,
      created_at timestamptz not null,
      sent_at timestamptz,
      problem jsonb,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index messages_case on messages ("case", created_at)`.execute(db)
  await sql`create index messages_waiting on messages (due_at) where state = 'waiting'`.execute(db)
  await sql`create index messages_provider on messages (provider_id)`.execute(db)
  // One receipt per submission and one notice per handoff, however often the step is run again.
  await sql`
    create unique index one_receipt on messages (submission) where purpose = 'receipt'`.execute(db)
  await sql`
    create unique index one_inbound on messages (submission) where purpose = 'feedback'`.execute(db)
  await sql`
    create unique index one_notice on messages (handoff) where purpose = 'handoff-notice'`.execute(db)
}
