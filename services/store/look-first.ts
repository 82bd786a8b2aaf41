/** Cases that a red flag says must be looked at within hours, until somebody takes them on: they stand above all others. */
import { sql } from 'kysely'
import type { Flag, Level } from '../../shared/words.ts'
import type { Reference } from '../../shared/reference.ts'
import { isSeenBy } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { isForInformation, isOnlyTold } from './handoffs.ts'
import type { StaffMember } from './staff.ts'

export interface LookFirst {
  readonly reference: Reference
  readonly level: Level
  readonly flags: readonly Flag[]
  /** Who was asked last. */
  readonly team: string
  /** When somebody must have looked. */
  readonly until: Date
}

/** Nobody looks at more than these at once; the rest move up as these are taken on. */
const mostShown = 20

/** Open cases that `who` sees, offered to a team of their organisation; whose hour ends first before the others. */
export async function listLookFirst(queries: Queries, who: StaffMember): Promise<readonly LookFirst[]> {
  const rows = await queries
    .selectFrom(
      queries
        .selectFrom('handoffs')
        .innerJoin('cases', 'cases.id', 'handoffs.case')
        .innerJoin('teams', 'teams.id', 'handoffs.team')
        .distinctOn('cases.id')
        .select(['cases.reference', 'cases.level', 'cases.flags', 'teams.name as team'])
        // Whom it was offered to later has not more time: the person waits since the first offer.
        .select(sql<Date>`min(handoffs.accept_until) over (partition by cases.id)`.as('until'))
        .where('handoffs.organisation', '=', who.organisation)
        .where('handoffs.accept_until', 'is not', null)
        .where('handoffs.state', 'in', ['offered', 'escalated'])
        .where((where) => where.not(isForInformation))
        .where('cases.state', '=', 'open')
        .where((where) => isSeenBy(who)(where))
        // What was taken on since is in somebody's hands, however late.
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('handoffs as taken')
                .select('taken.id')
                .whereRef('taken.case', '=', 'handoffs.case')
                .whereRef('taken.organisation', '=', 'handoffs.organisation')
                .where('taken.state', '=', 'accepted')
                .where((on) => on.not(isOnlyTold('taken')))
                .whereRef('taken.decided_at', '>=', 'handoffs.offered_at'),
            ),
          ),
        )
        .orderBy('cases.id')
        .orderBy('handoffs.offered_at', 'desc')
        .as('waiting'),
    )
    .selectAll()
    .orderBy('until')
    .orderBy('reference')
    .limit(mostShown)
    .execute()
  return rows
}
