/** People whom no message can reach about sharing or the lead: for staff to tell by phone, by post or in person. */
import type { ExpressionBuilder } from 'kysely'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import { isSeenBy, type Viewer } from '../case-file-scope.ts'
import type { Queries } from '../database.ts'
import type { DB } from '../tables.ts'

/** Longest waiting first; a question that was answered by now needs nobody. */
export async function listToTell(queries: Queries, who: Viewer, limit: number) {
  return waitingForATelling(queries)
    .select(['messages.id', 'messages.purpose', 'messages.state', 'messages.created_at', 'cases.reference'])
    .select(['messages.held_because', 'messages.problem'])
    .where('cases.received_by', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
    .orderBy('messages.created_at')
    .orderBy('messages.id')
    .limit(limit)
    .execute()
}

/** Since when somebody waits to be told, of those of these cases where somebody does. */
export async function waitingToBeTold(
  queries: Queries,
  organisation: OrganisationId,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, Date>> {
  const rows = await waitingForATelling(queries)
    .select(['messages.case', 'messages.created_at'])
    .where('cases.received_by', '=', organisation)
    .where('messages.case', 'in', [...cases])
    .orderBy('messages.created_at', 'desc')
    .execute()
  // The oldest of a case comes last, and stays.
  return new Map(rows.map((row) => [row.case, row.created_at]))
}

/** Of one case that they may see. */
export async function listToTellOnCase(queries: Queries, id: CaseId) {
  return waitingForATelling(queries)
    .select(['messages.id', 'messages.purpose', 'messages.state', 'messages.created_at'])
    .select(['messages.held_because', 'messages.problem', 'messages.escalated_at'])
    .where('messages.case', '=', id)
    .orderBy('messages.created_at')
    .orderBy('messages.id')
    .execute()
}

export function waitingForATelling(queries: Queries) {
  return queries
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .where('messages.direction', '=', 'out')
    .where('messages.state', 'in', ['held', 'failed'])
    .where(isStillNews)
}

function isStillNews(where: ExpressionBuilder<DB, 'messages'>) {
  return where.or([
    where('messages.purpose', 'in', ['lead-news', 'meeting-news']),
    where.and([
      where('messages.purpose', '=', 'consent-request'),
      where.exists(
        where
          .selectFrom('consents')
          .select('consents.id')
          .whereRef('consents.case', '=', 'messages.case')
          .where('consents.state', '=', 'asked'),
      ),
    ]),
  ])
}
