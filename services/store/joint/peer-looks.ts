/** Parts that nobody told us of for a while are looked at anyway: consent may have ended, and the news of it been lost. */
import type { Database } from '../database.ts'

/** A default of this hub. */
const unseenForMs = 6 * 3_600_000
const atOnce = 500

/** Ids of the looks that are now owed; one at a time for each case. */
export async function oweLooks(db: Database, now: Date): Promise<readonly string[]> {
  return db.transaction().execute(async (queries) => {
    const unseen = await queries
      .selectFrom('peer_cases')
      .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_cases.peer')
      .select(['peer_cases.peer', 'peer_cases.their_reference'])
      .where('peer_hubs.stopped_at', 'is', null)
      .where('ended_because', 'is distinct from', 'closed-to-us')
      .where('looked_at', '<', new Date(now.getTime() - unseenForMs))
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('peer_errands')
              .select('peer_errands.id')
              .whereRef('peer_errands.peer', '=', 'peer_cases.peer')
              .whereRef('peer_errands.their_reference', '=', 'peer_cases.their_reference')
              .where('peer_errands.state', '=', 'waiting'),
          ),
        ),
      )
      .limit(atOnce)
      .forUpdate('peer_cases')
      .skipLocked()
      .execute()
    if (unseen.length === 0) return []
    const owed = await queries
      .insertInto('peer_errands')
      .values(unseen.map((each) => ({ ...each, act: 'look' as const, made_at: now, due_at: now })))
      .returning('id')
      .execute()
    return owed.map(({ id }) => id)
  })
}
