/** Other hubs that lead joint cases with us: where they are reached, by which key of theirs, and the secret they sign with. */
import type { OrganisationId, PeerHubId } from '../../../shared/ids.ts'
import { record } from '../audit.ts'
import type { Queries } from '../database.ts'
import { hostOf } from '../directory.ts'
import type { Envelope } from '../envelope.ts'
import { AccountProblem, type By } from '../staff.ts'
import { checkOrganisation } from './webhook-endpoints.ts'

export interface PeerGiven {
  /** Who they are, in our directory. */
  readonly organisation: OrganisationId
  /** Whom of ours their key is for. Null: the host. */
  readonly ours: OrganisationId | null
  /** Without a path. */
  readonly url: string
  /** They made both, and gave them to us. */
  readonly key: string
  readonly secret: string
}

/** Given again, it takes the place of what was given before: that is how a key or a secret is replaced. Throws AccountProblem. */
export async function addPeer(
  queries: Queries,
  envelope: Envelope,
  { organisation, url, ...given }: PeerGiven,
  by: By,
): Promise<PeerHubId> {
  const ours = given.ours ?? (await hostOf(queries))
  await checkOrganisation(queries, organisation)
  await checkOrganisation(queries, ours)
  if (ours === organisation) throw new AccountProblem(`${organisation} cannot be its own partner`)
  const seal = (secret: string) => Buffer.from(envelope.seal(Buffer.from(secret)))
  const reached = { url, sealed_key: seal(given.key), sealed_secret: seal(given.secret) }
  const { id } = await queries
    .insertInto('peer_hubs')
    .values({ organisation, ours, ...reached, made_at: by.now })
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'ours']).doUpdateSet({ ...reached, stopped_at: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordPeer(queries, 'peer.add', id, ours, by)
  return id
}

/** Nothing is taken from there or brought there any more. Throws AccountProblem where none is known. */
export async function removePeer(
  queries: Queries,
  organisation: OrganisationId,
  ours: OrganisationId | null,
  by: By,
): Promise<void> {
  const removed = await queries
    .updateTable('peer_hubs')
    .set({ stopped_at: by.now })
    .where('organisation', '=', organisation)
    .where('ours', '=', ours ?? (await hostOf(queries)))
    .where('stopped_at', 'is', null)
    .returning(['id', 'ours'])
    .executeTakeFirst()
  if (removed === undefined) throw new AccountProblem(`${organisation} has no hub that we know`)
  await recordPeer(queries, 'peer.remove', removed.id, removed.ours, by)
}

/** Without what is sealed. */
export async function listPeers(queries: Queries) {
  return queries
    .selectFrom('peer_hubs')
    .select(['organisation', 'ours', 'url', 'made_at as madeAt'])
    .where('stopped_at', 'is', null)
    .orderBy('organisation')
    .orderBy('ours')
    .execute()
}

export interface PeerSecret {
  readonly id: PeerHubId
  readonly secret: string
}

/** Of every hub that may tell us something. */
export async function peerSecrets(queries: Queries, envelope: Envelope): Promise<readonly PeerSecret[]> {
  const rows = await queries
    .selectFrom('peer_hubs')
    .select(['id', 'sealed_secret'])
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, sealed_secret }) => ({ id, secret: envelope.open(sealed_secret).toString() }))
}

async function recordPeer(
  queries: Queries,
  act: string,
  id: PeerHubId,
  organisation: OrganisationId,
  { actor, now }: By,
): Promise<void> {
  await record(queries, { at: now, actor, act, about: { kind: 'peer', id }, organisation })
}
