/** The teams of an organisation, to choose from. */
import { sql } from 'kysely'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

export interface TeamChoice {
  readonly id: TeamId
  readonly name: string
}

/** In the order of their names, as people sort them. */
export async function listTeams(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly TeamChoice[]> {
  return queries
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('organisation', '=', organisation)
    .where('is_listed', '=', true)
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .execute()
}
