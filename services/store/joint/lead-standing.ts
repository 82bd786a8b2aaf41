/** Writing down who leads a joint case; whoever may see nothing of it leads it no longer. */
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import type { CaseToTell, Telling } from './telling.ts'

/** An organisation that may see nothing of a case cannot lead it: the receiver coordinates. */
export async function backToReceiver(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  { now }: Telling,
): Promise<void> {
  const ended = await queries
    .updateTable('lead_proposals')
    .set({ state: 'withdrawn', answered_at: now })
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .where('state', 'in', ['proposed', 'accepted'])
    .returning('id')
    .execute()
  if (ended.length > 0 || about.lead === organisation) await setLead(queries, about.id, about.received_by)
}

/** The case, and the parts of it, say who leads. */
export async function setLead(queries: Queries, id: CaseId, lead: OrganisationId): Promise<void> {
  await queries.updateTable('cases').set({ lead }).where('id', '=', id).execute()
  await queries
    .updateTable('parts')
    .set((set) => ({
      role: set
        .case()
        .when('organisation', '=', lead)
        .then('lead' as const)
        .else('contributor' as const)
        .end(),
    }))
    .where('case', '=', id)
    .execute()
}
