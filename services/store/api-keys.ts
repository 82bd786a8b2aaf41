/** Keys by which programs come in: shown once, kept only as a hash, good for their scopes until revoked. */
import type { OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { hashOfToken, mintToken, organisationOrHost, recordToken, revokeToken } from './door-tokens.ts'
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
  const organisation = await organisationOrHost(queries, wanted.organisation)
  const key = mintToken('hub_')
  const added = await queries
    .insertInto('api_keys')
    .values({
      name: wanted.name,
      hash: hashOfToken(key),
      scopes: [...wanted.scopes],
      organisation,
      created_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw new AccountProblem(`There is already a key named "${wanted.name}"`)
  await recordToken(queries, 'api_keys', 'add', { id: added.id, organisation }, by)
  return key
}

/** Throws AccountProblem where there is no such key, or it was revoked before. */
export async function revokeApiKey(queries: Queries, name: string, by: By): Promise<void> {
  if (await revokeToken(queries, 'api_keys', by, { column: 'name', value: name })) return
  throw new AccountProblem(`There is no key named "${name}" that is still good`)
}

/** Whose key is this? Null for an unknown or revoked one. */
export async function findApiKey(queries: Queries, key: string): Promise<ApiKey | null> {
  const row = await queries
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'organisation'])
    .where('hash', '=', hashOfToken(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, scopes: apiScopes.filter((scope) => row.scopes.includes(scope)) }
}
