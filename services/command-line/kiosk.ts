/** `hub kiosk`: lets a kiosk in by a token that is shown once, or switches it off. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import { addKiosk, revokeKiosk, type NewKiosk } from '../store/kiosks.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import type { Verb } from './verb.ts'

const usage =
  'kiosk add --name NAME --place PLACE [--organisation ID] [--care-service ID] | kiosk revoke --name NAME'

type Wish =
  { readonly act: 'add'; readonly kiosk: NewKiosk } | { readonly act: 'revoke'; readonly name: string }

export function createKioskVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'kiosk',
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

/** Null for wrong use: an unknown act, no name, or nowhere to stand. */
function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        place: { type: 'string' },
        organisation: { type: 'string' },
        'care-service': { type: 'string' },
      },
    })
    const { name, place, organisation, 'care-service': careService } = values
    if (!name || positionals.length !== 1) return null
    if (positionals[0] === 'revoke') return { act: 'revoke', name }
    if (positionals[0] !== 'add' || !place) return null
    return {
      act: 'add',
      kiosk: {
        name,
        place,
        ...(organisation === undefined ? {} : { organisation: asId<'organisation'>(organisation) }),
        ...(careService === undefined ? {} : { careService: asId<'care-service'>(careService) }),
      },
    }
  } catch {
    return null
  }
}

async function obey(db: Database, wish: Wish, by: By): Promise<Readonly<Record<string, string>>> {
  return withScope(db, hubScope, async (queries) => {
    if (wish.act === 'add') return { token: await addKiosk(queries, wish.kiosk, by) }
    await revokeKiosk(queries, wish.name, by)
    return { name: wish.name, state: 'revoked' }
  })
}
