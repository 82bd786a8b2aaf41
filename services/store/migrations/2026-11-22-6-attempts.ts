/** How often was something tried lately? Counted for accounts that exist and for those that do not, alike. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The shape rate-limiter-flexible asks for. Keys are hashes: nobody's address stands here.
  await sql`
    create table attempts (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db)
  // A lock kept on the account would tell a stranger which accounts exist.
  await sql`alter table staff drop column failed_sign_ins, drop column locked_until`.execute(db)
}
