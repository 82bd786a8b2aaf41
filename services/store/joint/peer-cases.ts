/** A part of ours in a case that another hub leads: their reference, our case, and how it stands between us. */
import type { CaseId, PeerHubId } from '../../../shared/ids.ts'
import { bringing } from '../../../shared/joint/errand.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'

/** Held until the transaction ends. Null: they have not told us of it yet. */
export async function holdPeerCase(
  queries: Queries,
  peer: PeerHubId,
  reference: Reference,
): Promise<CaseId | null> {
  const row = await queries
    .selectFrom('peer_cases')
    .select('case')
    .where('peer', '=', peer)
    .where('their_reference', '=', reference)
    .executeTakeFirst()
  if (row === undefined) return null
  await queries.selectFrom('cases').select('id').where('id', '=', row.case).forNoKeyUpdate().execute()
  return row.case
}

/** Then the person hears from there, and from nobody here. */
export async function isLedElsewhere(queries: Queries, id: CaseId): Promise<boolean> {
  const row = await queries.selectFrom('peer_cases').select('case').where('case', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Whether another hub leads this case, whose it is, and what of ours has not got there yet. Null: it is led here. */
export async function loadElsewhere(queries: Queries, id: CaseId) {
  const row = await queries
    .selectFrom('peer_cases')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_cases.peer')
    .innerJoin('organisations', 'organisations.id', 'peer_hubs.organisation')
    .select(['peer_cases.their_reference as reference', 'organisations.name as organisation'])
    .select(['looked_at as lookedAt', 'ended_at as endedAt', 'ended_because as endedBecause'])
    .where('peer_cases.case', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const owed = await queries
    .selectFrom('peer_errands')
    .select(['id', 'act', 'state', 'problem', 'made_at as madeAt'])
    .where('case', '=', id)
    .where('act', 'in', [...bringing])
    .where('state', '<>', 'done')
    .orderBy('id')
    .execute()
  return { ...row, owed }
}
