/** Corrections made with one click: how the case stood before, so that another click undoes it while nothing else was done. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Findings never change. What was undone stays on view and is no example of what people say.
  await sql`
    create table undone_findings (
      finding bigint primary key references findings on delete cascade,
      undone_at timestamptz not null
    )`.execute(db)
  await sql`
    create table quick_corrections (
      id bigint generated always as identity primary key,
      "case" uuid not null references cases on delete cascade,
      about text not null,
      before jsonb not null,
      first_finding bigint not null,
      version_after integer not null,
      made_at timestamptz not null,
      made_by uuid not null references staff,
      undone_at timestamptz,
      undone_by uuid references staff,
      check ((undone_at is null) = (undone_by is null))
    )`.execute(db)
  await sql`create index quick_corrections_case on quick_corrections ("case", id)`.execute(db)
  await sql`create index findings_corrected on findings (about, found_at) where corrected_by is not null`.execute(
    db,
  )
}
