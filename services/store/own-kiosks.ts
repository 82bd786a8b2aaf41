/** The kiosks of one organisation, as its administrators see and switch them off; and when each was last heard from. */
import type { OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { revokeToken } from './door-tokens.ts'
import type { By } from './staff.ts'

export interface OwnKiosk {
  readonly id: string
  readonly name: string
  readonly place: string
  /** Name of the care service that it stands in, if it is one. */
  readonly careService: string | null
  readonly madeAt: Date
  /** Null: nothing came from it yet. */
  readonly lastMessageAt: Date | null
  readonly revokedAt: Date | null
}

/** Those that are switched on first, each lot by name. */
export async function listKiosks(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly OwnKiosk[]> {
  return own(queries, organisation)
    .orderBy((order) => order('kiosks.revoked_at', 'is not', null))
    .orderBy('kiosks.name')
    .execute()
}

/** Null where this organisation has no such kiosk. */
export async function findOwnKiosk(
  queries: Queries,
  organisation: OrganisationId,
  id: string,
): Promise<OwnKiosk | null> {
  return (await own(queries, organisation).where('kiosks.id', '=', id).executeTakeFirst()) ?? null
}

/** Switching off what is off already changes nothing. False where this organisation has no such kiosk. */
export async function revokeOwnKiosk(
  queries: Queries,
  organisation: OrganisationId,
  id: string,
  by: By,
): Promise<boolean> {
  const kiosk = await findOwnKiosk(queries, organisation, id)
  if (kiosk === null) return false
  await revokeToken(queries, 'kiosks', by, { column: 'id', value: id })
  return true
}

/** A message came from this kiosk: it is not silent. An older one that comes late takes nothing back. */
export async function heardFromKiosk(queries: Queries, id: string, at: Date): Promise<void> {
  await queries
    .updateTable('kiosks')
    .set({ last_message_at: at })
    .where('id', '=', id)
    .where((where) => where.or([where('last_message_at', 'is', null), where('last_message_at', '<', at)]))
    .execute()
}

function own(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('kiosks')
    .leftJoin('care_services', 'care_services.id', 'kiosks.care_service')
    .select(['kiosks.id', 'kiosks.name', 'kiosks.place', 'care_services.name as careService'])
    .select(['kiosks.created_at as madeAt', 'kiosks.last_message_at as lastMessageAt'])
    .select('kiosks.revoked_at as revokedAt')
    .where('kiosks.organisation', '=', organisation)
}
