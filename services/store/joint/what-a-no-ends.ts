/** What is true of an organisation once consent to share with it is refused or over, so that nobody is told more than that. */
import type { CaseId, ConsentId, OrganisationId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'

/**
 * `refused`: they were told nothing. `shut`: a no, after they had seen it before. `withdrawn`, `expired`: they could see
 * it until now. The last two: they can see it still, as two people disclosed it, whatever the person says.
 */
export type Ended = 'refused' | 'shut' | 'withdrawn' | 'expired' | 'disclosed' | 'disclosed-expired'

interface OverConsent {
  readonly id: ConsentId
  readonly case: CaseId
  readonly organisation: OrganisationId
  readonly state: 'refused' | 'withdrawn' | 'expired'
}

export async function whatEnded(queries: Queries, consent: OverConsent): Promise<Ended> {
  const { state } = consent
  if (await isDisclosed(queries, consent.case, consent.organisation)) {
    return state === 'expired' ? 'disclosed-expired' : 'disclosed'
  }
  return state === 'refused' && (await wasGiven(queries, consent)) ? 'shut' : state
}

/** Approved by two people, whatever the person says. */
export async function isDisclosed(
  queries: Queries,
  id: CaseId,
  organisation: OrganisationId,
): Promise<boolean> {
  const row = await queries
    .selectFrom('disclosures')
    .select('id')
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('state', '=', 'approved')
    .executeTakeFirst()
  return row !== undefined
}

async function wasGiven(queries: Queries, { id }: Pick<OverConsent, 'id'>): Promise<boolean> {
  const row = await queries
    .selectFrom('consent_changes')
    .select('consent')
    .where('consent', '=', id)
    .where('to_state', '=', 'given')
    .executeTakeFirst()
  return row !== undefined
}
