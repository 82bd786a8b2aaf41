/** Who may sign the response of an organisation: its responsible person, or somebody they authorised. */
import type { OrganisationId, StaffId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'

export interface Signer {
  readonly id: StaffId
  readonly name: string
}

/** Empty where nobody was named yet: then nobody signs. */
export async function signersOf(queries: Queries, organisation: OrganisationId): Promise<readonly Signer[]> {
  return queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('organisation', '=', organisation)
    .where('may_sign', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()
}
