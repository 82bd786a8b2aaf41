/** Who coordinates a case: whoever received it, whoever leads it with the person's consent, or whom it was sent on to; nobody here where another hub leads it. */
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import { givenConsents, holdsOn } from './part-scope.ts'
import { isLedElsewhere } from './peer-cases.ts'

/** May its staff do on this case what the receiver's may: consent is asked each time? */
export async function coordinates(
  queries: Queries,
  organisation: OrganisationId,
  about: { readonly id: CaseId; readonly received_by: OrganisationId },
  today: CalendarDate,
): Promise<boolean> {
  if (await isLedElsewhere(queries, about.id)) return false
  if (about.received_by === organisation) return true
  const row = await givenConsents(queries, { case: about.id, organisation })
    .select('consents.id')
    .where(holdsOn(today))
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
