/** Where a partner is told of what happens, and the secret by which it knows that it was us: shown once, sealed, replaced without a gap. */
import { randomBytes } from 'node:crypto'
import type { OrganisationId, WebhookEndpointId } from '../../../shared/ids.ts'
import { record, theHub } from '../audit.ts'
import type { Queries } from '../database.ts'
import type { Envelope } from '../envelope.ts'
import { AccountProblem, type By } from '../staff.ts'

const prefix = 'whsec_'
const secretBytes = 32

export interface EndpointGiven {
  readonly organisation: OrganisationId
  readonly url: string
  readonly isHub: boolean
  /** Absent: one is made. */
  readonly secret?: string
}

/** The secret itself, the only time it is seen. Throws AccountProblem where there is no such organisation, or it has one at that address. */
export async function addEndpoint(
  queries: Queries,
  envelope: Envelope,
  given: EndpointGiven,
  by: By,
): Promise<string> {
  await checkOrganisation(queries, given.organisation)
  if ((await findEndpoint(queries, given.organisation, given.url)) !== null) {
    throw new AccountProblem(`${given.organisation} is told at ${given.url} already`)
  }
  const secret = given.secret ?? makeSecret()
  const { id } = await queries
    .insertInto('webhook_endpoints')
    .values({
      organisation: given.organisation,
      url: given.url,
      sealed_secret: Buffer.from(envelope.seal(Buffer.from(secret))),
      is_hub: given.isHub,
      made_at: by.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEndpoint(queries, 'endpoint.add', id, given.organisation, by)
  return secret
}

/** A second secret beside the first: both sign, until `finishRotation`. */
export async function rotateEndpoint(
  queries: Queries,
  envelope: Envelope,
  given: Omit<EndpointGiven, 'isHub'>,
  by: By,
): Promise<string> {
  const id = await endpointAt(queries, given.organisation, given.url)
  const secret = makeSecret()
  await queries
    .updateTable('webhook_endpoints')
    .set({ sealed_next_secret: Buffer.from(envelope.seal(Buffer.from(secret))) })
    .where('id', '=', id)
    .execute()
  await recordEndpoint(queries, 'endpoint.rotate', id, given.organisation, by)
  return secret
}

/** From now on the new secret signs alone. Throws AccountProblem where none is being replaced. */
export async function finishRotation(
  queries: Queries,
  given: Omit<EndpointGiven, 'isHub'>,
  by: By,
): Promise<void> {
  const id = await endpointAt(queries, given.organisation, given.url)
  const { numUpdatedRows } = await queries
    .updateTable('webhook_endpoints')
    .set((set) => ({
      sealed_secret: set.fn.coalesce('sealed_next_secret', 'sealed_secret'),
      sealed_next_secret: null,
    }))
    .where('id', '=', id)
    .where('sealed_next_secret', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AccountProblem('No secret is being replaced there: rotate it first')
  await recordEndpoint(queries, 'endpoint.finish-rotation', id, given.organisation, by)
}

/** Nothing goes there any more; what waits is given up where staff see it. */
export async function stopEndpoint(
  queries: Queries,
  id: WebhookEndpointId,
  organisation: OrganisationId,
  by: By,
): Promise<void> {
  await queries.updateTable('webhook_endpoints').set({ stopped_at: by.now }).where('id', '=', id).execute()
  await queries
    .updateTable('webhook_events')
    .set({ state: 'failed', problem: JSON.stringify({ key: 'pipeline:webhook.stopped' }) })
    .where('endpoint', '=', id)
    .where('state', '=', 'waiting')
    .where('lease_until', 'is', null)
    .execute()
  await recordEndpoint(queries, 'endpoint.stop', id, organisation, by)
}

/** The partner itself says that nobody lives there any more. */
export async function stopGoneEndpoint(queries: Queries, id: WebhookEndpointId, now: Date): Promise<void> {
  const endpoint = await queries
    .selectFrom('webhook_endpoints')
    .select('organisation')
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  if (endpoint !== undefined) await stopEndpoint(queries, id, endpoint.organisation, { actor: theHub, now })
}

/** Throws AccountProblem where the organisation is not told there. */
export async function endpointAt(
  queries: Queries,
  organisation: OrganisationId,
  url: string,
): Promise<WebhookEndpointId> {
  const id = await findEndpoint(queries, organisation, url)
  if (id === null) throw new AccountProblem(`${organisation} is not told at ${url}`)
  return id
}

async function findEndpoint(
  queries: Queries,
  organisation: OrganisationId,
  url: string,
): Promise<WebhookEndpointId | null> {
  const row = await queries
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('organisation', '=', organisation)
    .where('url', '=', url)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

export function makeSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64url')}`
}

/** Throws AccountProblem where it is not in the directory. */
export async function checkOrganisation(queries: Queries, organisation: OrganisationId): Promise<void> {
  const found = await queries
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisation)
    .executeTakeFirst()
  if (found === undefined) {
    throw new AccountProblem(`There is no organisation "${organisation}" in the directory`)
  }
}

async function recordEndpoint(
  queries: Queries,
  act: string,
  id: string,
  organisation: OrganisationId,
  { actor, now }: By,
): Promise<void> {
  await record(queries, { at: now, actor, act, about: { kind: 'endpoint', id }, organisation })
}
