/** Organisations with their care services, to choose from when saying whose matter an issue is. */
import { sql } from 'kysely'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

export interface Place {
  readonly id: OrganisationId
  readonly name: string
  readonly careServices: readonly { readonly id: CareServiceId; readonly name: string }[]
}

/** In the order of their names, as people sort them. */
export async function listPlaces(queries: Queries): Promise<readonly Place[]> {
  const organisations = await queries
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('is_listed', '=', true)
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .execute()
  const services = await queries
    .selectFrom('care_services')
    .select(['id', 'name', 'organisation'])
    .where('is_listed', '=', true)
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .execute()
  return organisations.map((organisation) => ({
    ...organisation,
    careServices: services.filter((service) => service.organisation === organisation.id),
  }))
}
