/** Files added to a form that is not sent yet: sealed as its answers are, and gone with them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft_files (
      id uuid primary key default uuidv7(),
      draft text not null references drafts on delete cascade,
      digest text not null,
      about bytea not null,
      sealed bytea not null,
      unique (draft, digest)
    )`.execute(db)
  await sql`alter table draft_files alter column sealed set storage external`.execute(db)
}
