/** Who receives what arrives: never an organisation whose people cannot sign in, which would receive it in vain. */
import type { DeliveryId, OrganisationId } from '../../shared/ids.ts'
import type { NonEmpty } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { hostOf, organisationsTakingPart } from './directory.ts'

/** The first of these whose own staff would see it; else the host. */
export async function seenBy(
  db: Queries,
  ...wanted: readonly (OrganisationId | null)[]
): Promise<OrganisationId> {
  const takingPart = await organisationsTakingPart(db)
  const first = wanted.find((organisation) => organisation !== null && takingPart.has(organisation))
  return first ?? (await hostOf(db))
}

/**
 * Owners of doors whose unread deliveries stand on this organisation's lists: its own, and for the host those of whom
 * nobody can sign in, as in seenBy.
 */
export async function listedFor(
  db: Queries,
  organisation: OrganisationId,
): Promise<NonEmpty<OrganisationId>> {
  if (organisation !== (await hostOf(db))) return [organisation]
  const takingPart = await organisationsTakingPart(db)
  const all = await db.selectFrom('organisations').select('id').where('id', '<>', organisation).execute()
  return [organisation, ...all.map(({ id }) => id).filter((id) => !takingPart.has(id))]
}

/** On whose list a delivery stands of which no case comes. */
export async function showTo(db: Queries, delivery: DeliveryId, organisation: OrganisationId): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ received_by: organisation })
    .where('id', '=', delivery)
    .where('received_by', '<>', organisation)
    .execute()
}
