/** What programs and kiosks come in by: made once, shown once, kept only as a hash; each is an organisation's. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { OrganisationId } from '../../shared/ids.ts'
import { record } from './audit.ts'
import type { Queries } from './database.ts'
import { AccountProblem, type By } from './staff.ts'

/** 256 bits: a plain hash is enough for what nobody can guess. */
const tokenBytes = 32

/** `prefix` says what it is to whoever finds one, such as hub_. */
export function mintToken(prefix: string): string {
  return `${prefix}${randomBytes(tokenBytes).toString('base64url')}`
}

/** The same for the same parts, so that a form sent twice makes one; whoever does not hold the secret cannot guess it. */
export function deriveToken(prefix: string, secret: string, parts: readonly string[]): string {
  const made = createHmac('sha256', secret).update(JSON.stringify([prefix, ...parts]))
  return `${prefix}${made.digest('base64url')}`
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The one named, else the host. Throws AccountProblem where there is no such organisation. */
export async function organisationOrHost(
  queries: Queries,
  given: OrganisationId | undefined,
): Promise<OrganisationId> {
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

/** Switches one off. False where there is none that is still good. */
export async function revokeToken(
  queries: Queries,
  table: 'api_keys' | 'kiosks',
  by: By,
  which: { readonly column: 'id' | 'name'; readonly value: string },
): Promise<boolean> {
  const revoked = await queries
    .updateTable(table)
    .set({ revoked_at: by.now })
    .where(which.column, '=', which.value)
    .where('revoked_at', 'is', null)
    .returning(['id', 'organisation'])
    .executeTakeFirst()
  if (revoked === undefined) return false
  await recordToken(queries, table, 'revoke', revoked, by)
  return true
}

const kinds = {
  api_keys: { kind: 'api-key', act: 'key' },
  kiosks: { kind: 'kiosk', act: 'kiosk' },
} as const

export async function recordToken(
  queries: Queries,
  table: 'api_keys' | 'kiosks',
  act: 'add' | 'revoke',
  { id, organisation }: { readonly id: string; readonly organisation: OrganisationId },
  { actor, now }: By,
): Promise<void> {
  const { kind, act: name } = kinds[table]
  await record(queries, { at: now, actor, act: `${name}.${act}`, about: { kind, id }, organisation })
}
