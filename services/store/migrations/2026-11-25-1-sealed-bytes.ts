/** Sealed bytes do not shrink: PostgreSQL is told not to try, and to keep what fits a page in the row itself. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['deliveries', 'contents']) {
    await sql`alter table ${sql.table(table)} alter column sealed set storage external`.execute(db)
    await sql`alter table ${sql.table(table)} set (toast_tuple_target = 8160)`.execute(db)
  }
}
