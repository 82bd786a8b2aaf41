/** Who leads a joint case as it stands: the organisation that accepted, with the person's consent; else its receiver. */
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import type { CaseToTell, Telling } from './telling.ts'

/** May its staff do on this case what the receiver's may: as its receiver, as its lead, or because it was sent on to them? */
export async function coordinates(
  queries: Queries,
  organisation: OrganisationId,
  about: { readonly id: CaseId; readonly received_by: OrganisationId },
  today: CalendarDate,
): Promise<boolean> {
  if (about.received_by === organisation) return true
  const row = await queries
    .selectFrom('consents')
    .select('consents.id')
    .where('consents.case', '=', about.id)
    .where('consents.organisation', '=', organisation)
    .where('consents.state', '=', 'given')
    .where((where) =>
      where.or([where('consents.valid_until', 'is', null), where('consents.valid_until', '>=', today)]),
    )
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('lead_proposals')
            .select('lead_proposals.id')
            .whereRef('lead_proposals.case', '=', 'consents.case')
            .whereRef('lead_proposals.organisation', '=', 'consents.organisation')
            .where('lead_proposals.state', '=', 'accepted'),
        ),
        where.exists(
          where
            .selectFrom('transfers')
            .select('transfers.id')
            .whereRef('transfers.consent', '=', 'consents.id'),
        ),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

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
