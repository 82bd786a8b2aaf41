/** One handoff of a case, as the forms about it show it. */
import type { CaseId, HandoffId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { isForInformation } from './handoffs.ts'

/** Null where the case has no such handoff to a team of this organisation. */
export async function findHandoff(
  queries: Queries,
  id: CaseId,
  organisation: OrganisationId,
  handoff: HandoffId,
) {
  const row = await queries
    .selectFrom('handoffs')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .innerJoin('teams as fallbacks', 'fallbacks.id', 'handoffs.if_nobody')
    .select(['handoffs.id', 'handoffs.team', 'teams.name as teamName', 'fallbacks.name as fallbackName'])
    .select(isForInformation.as('forInformation'))
    .where('handoffs.id', '=', handoff)
    .where('handoffs.case', '=', id)
    .where('handoffs.organisation', '=', organisation)
    .executeTakeFirst()
  return row ?? null
}
