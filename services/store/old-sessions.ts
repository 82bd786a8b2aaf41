/** Sessions that ran out are of no use to anybody: they go, so that no list of who was here when piles up. */
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Says how many went. The column has no time zone, as connect-pg-simple made it: PostgreSQL compares in its own, in which it was written. */
export async function removeOldSessions(db: Database, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where(sql<boolean>`expire < to_timestamp(${now.getTime() / 1_000})`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
