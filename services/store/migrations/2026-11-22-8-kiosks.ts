/** Kiosks: where each stands, whose it is, and the token by which it comes in. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kiosks (
      id uuid primary key default uuidv7(),
      name text not null unique,
      hash text not null unique,
      organisation text not null references organisations on update cascade,
      care_service text references care_services on update cascade,
      place text not null,
      created_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
}
