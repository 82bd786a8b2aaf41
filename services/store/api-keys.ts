/** Keys by which programs come in: shown once, kept only as a hash, good for their scopes until revoked. */
import { createHash, randomBytes } from 'node:crypto'
import type { OrganisationId } from '../../shared/ids.ts'
import { record } from './audit.ts'
import type { Queries } from './database.ts'
import { AccountProblem, type By } from './staff.ts'

export const apiScopes = [
  'feedback:write',
  'cases:read',
  'email:write',
  'transcripts:write',
  'partner',
] as const
export type ApiScope = (typeof apiScopes)[number]

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly organisation: OrganisationId
}

const prefix = 'hub_'
/** 256 bits: a plain hash is enough for what nobody can guess. */
const keyBytes = 32

/** The key itself, the only time it is seen. Throws AccountProblem where the name is taken or there is no such organisation. */
export async function addApiKey(
  queries: Queries,
  wanted: {
    readonly name: string
    readonly scopes: readonly ApiScope[]
    readonly organisation?: OrganisationId
  },
  by: By,
): Promise<string> {
  const organisation = await organisationOf(queries, wanted.organisation)
  const key = `${prefix}${randomBytes(keyBytes).toString('base64url')}`
  const added = await queries
    .insertInto('api_keys')
    .values({
      name: wanted.name,
      hash: hashOf(key),
      scopes: [...wanted.scopes],
      organisation,
      created_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw new AccountProblem(`There is already a key named "${wanted.name}"`)
  await recordKey(queries, 'key.add', added.id, organisation, by)
  return key
}

/** Throws AccountProblem where there is no such key, or it was revoked before. */
export async function revokeApiKey(queries: Queries, name: string, by: By): Promise<void> {
  const revoked = await queries
    .updateTable('api_keys')
    .set({ revoked_at: by.now })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .returning(['id', 'organisation'])
    .executeTakeFirst()
  if (revoked === undefined) throw new AccountProblem(`There is no key named "${name}" that is still good`)
  await recordKey(queries, 'key.revoke', revoked.id, revoked.organisation, by)
}

/** Whose key is this? Null for an unknown or revoked one. */
export async function findApiKey(queries: Queries, key: string): Promise<ApiKey | null> {
  const row = await queries
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'organisation'])
    .where('hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, scopes: apiScopes.filter((scope) => row.scopes.includes(scope)) }
}

async function organisationOf(queries: Queries, given: OrganisationId | undefined): Promise<OrganisationId> {
  const query = queries.selectFrom('organisations').select('id')
  const row = await (
    given === undefined ? query.where('is_host', '=', true) : query.where('id', '=', given)
  ).executeTakeFirst()
  if (row === undefined) {
    const which = given === undefined ? 'no host organisation' : `no organisation "${given}"`
    throw new AccountProblem(`There is ${which} in the directory`)
  }
  return row.id
}

async function recordKey(
  queries: Queries,
  act: string,
  id: string,
  organisation: OrganisationId,
  { actor, now }: By,
): Promise<void> {
  await record(queries, { at: now, actor, act, about: { kind: 'api-key', id }, organisation })
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
