/** `hub key`: makes a key for a program, shown once, or revokes one. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import { addApiKey, apiScopes, revokeApiKey, type ApiScope } from '../store/api-keys.ts'
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import type { Verb } from './verb.ts'

const usage = `key add --name NAME --scope ${apiScopes.join(',')} [--organisation ID] | key revoke --name NAME`

interface Wish {
  readonly act: string | undefined
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly organisation: string | undefined
}

export function createKeyVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'key',
    usage,
    async run(args) {
      const wish = readWish(args)
      if (wish === null) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      try {
        const by = { actor: theHub, now: now() }
        const line = await withDatabase((db) => obey(db, wish, by))
        process.stdout.write(`${JSON.stringify(line)}\n`)
        return 0
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error
        process.stderr.write(`${error.message}\n`)
        return 1
      }
    },
  }
}

/** Null for wrong use: no name, an unknown act, or a scope that does not exist. */
function readWish(args: readonly string[]): Wish | null {
  try {
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
  } catch {
    return null
  }
}

async function obey(
  db: Database,
  { act, name, scopes, organisation }: Wish,
  by: By,
): Promise<Readonly<Record<string, string>>> {
  return withScope(db, hubScope, async (queries) => {
    if (act === 'revoke') {
      await revokeApiKey(queries, name, by)
      return { name, state: 'revoked' }
    }
    const where = organisation === undefined ? {} : { organisation: asId<'organisation'>(organisation) }
    return { key: await addApiKey(queries, { name, scopes, ...where }, by) }
  })
}
