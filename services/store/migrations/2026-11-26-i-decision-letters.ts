/** Which message tells the person of which decision of a person, with its reason (SI 2009/309 reg 8(2)). */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table decision_letters (
      message uuid primary key references messages on delete cascade,
      finding bigint not null references findings
    )`.execute(db)
  await sql`create index decision_letters_finding on decision_letters (finding)`.execute(db)
}
