/** `hub kiosk`: lets a kiosk in by a token that is shown once, or switches it off. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import type { Database, Queries } from '../store/database.ts'
import { addKiosk, revokeKiosk, type NewKiosk } from '../store/kiosks.ts'
import type { By } from '../store/staff.ts'
import { administerDatabase, type OnGround } from './administering.ts'
import type { Verb } from './verb.ts'

const usage =
  'kiosk add --name NAME --place PLACE [--organisation ID] [--care-service ID] | kiosk revoke --name NAME [--organisation ID]'

type Wish =
  | { readonly act: 'add'; readonly kiosk: NewKiosk }
  | { readonly act: 'revoke'; readonly kiosk: Pick<NewKiosk, 'name' | 'organisation'> }

export function createKioskVerb(withDatabase: OnGround<Database>, now: () => Date): Verb {
  return administerDatabase(withDatabase, now, { name: 'kiosk', usage, readWish, obey })
}

/** Null for wrong use: an unknown act, no name, or nowhere to stand. */
function readWish(args: readonly string[]): Wish | null {
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
  const named = {
    name,
    ...(organisation === undefined ? {} : { organisation: asId<'organisation'>(organisation) }),
  }
  if (positionals[0] === 'revoke') return { act: 'revoke', kiosk: named }
  if (positionals[0] !== 'add' || !place) return null
  return {
    act: 'add',
    kiosk: {
      ...named,
      place,
      ...(careService === undefined ? {} : { careService: asId<'care-service'>(careService) }),
    },
  }
}

async function obey(queries: Queries, wish: Wish, by: By): Promise<readonly object[]> {
  if (wish.act === 'add') return [{ token: await addKiosk(queries, wish.kiosk, by) }]
  await revokeKiosk(queries, wish.kiosk, by)
  return [{ name: wish.kiosk.name, state: 'revoked' }]
}
