/** `hub key`: makes a key for a program, shown once, or revokes one. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import { addApiKey, apiScopes, revokeApiKey, type ApiScope } from '../store/api-keys.ts'
import type { Database, Queries } from '../store/database.ts'
import type { By } from '../store/staff.ts'
import { administerDatabase, type OnGround } from './administering.ts'
import type { Verb } from './verb.ts'

const usage = `key add --name NAME --scope ${apiScopes.join(',')} [--organisation ID] | key revoke --name NAME`

interface Wish {
  readonly act: string | undefined
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly organisation: string | undefined
}

export function createKeyVerb(withDatabase: OnGround<Database>, now: () => Date): Verb {
  return administerDatabase(withDatabase, now, { name: 'key', usage, readWish, obey })
}

/** Null for wrong use: no name, an unknown act, or a scope that does not exist. */
function readWish(args: readonly string[]): Wish | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      scope: { type: 'string' },
      organisation: { type: 'string' },
    },
  })
  const [act] = positionals
  const asked = (values.scope ?? '').split(',').filter((scope) => scope !== '')
  const scopes = apiScopes.filter((scope) => asked.includes(scope))
  const makesSense =
    act === 'revoke' || (act === 'add' && scopes.length > 0 && scopes.length === asked.length)
  if (values.name === undefined || positionals.length !== 1 || !makesSense) return null
  return { act, name: values.name, scopes, organisation: values.organisation }
}

async function obey(
  queries: Queries,
  { act, name, scopes, organisation }: Wish,
  by: By,
): Promise<readonly object[]> {
  if (act === 'revoke') {
    await revokeApiKey(queries, name, by)
    return [{ name, state: 'revoked' }]
  }
  const where = organisation === undefined ? {} : { organisation: asId<'organisation'>(organisation) }
  return [{ key: await addApiKey(queries, { name, scopes, ...where }, by) }]
}
