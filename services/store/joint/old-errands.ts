/** What was owed to another hub and is done is kept for a while, so that the same event told again is known; then it goes. */
import type { Database } from '../database.ts'

/** Far longer than any hub tells an event again. A default of this hub. */
const keptForMs = 90 * 86_400_000

/** Says how many went. What failed stays until a person has dealt with it. */
export async function removeOldErrands(db: Database, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('peer_errands')
    .where('state', '=', 'done')
    .where('done_at', '<', new Date(now.getTime() - keptForMs))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
