/** `hub peer`: which other hubs lead joint cases with us, and by which key and secret of theirs. Prints JSON lines. */
import { parseArgs } from 'node:util'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import type { Queries } from '../store/database.ts'
import { addPeer, listPeers, removePeer } from '../store/joint/peer-hubs.ts'
import type { By } from '../store/staff.ts'
import { administer, type OnGround } from './administering.ts'
import { checkReach, type PartnerGround } from './partner.ts'
import { readSecrets } from './secret-lines.ts'
import type { Verb } from './verb.ts'

const usage =
  'peer add --organisation ID --url URL [--ours ID]   reads their key and their secret, a line each | peer remove --organisation ID [--ours ID] | peer list'

type Wish =
  | { readonly act: 'list' }
  | { readonly act: 'remove'; readonly organisation: OrganisationId; readonly ours: OrganisationId | null }
  | {
      readonly act: 'add'
      readonly organisation: OrganisationId
      readonly ours: OrganisationId | null
      readonly url: string
      readonly key: string | null
      readonly secret: string | null
    }

export function createPeerVerb(
  onGround: OnGround<PartnerGround>,
  now: () => Date,
  read: typeof readSecrets = readSecrets,
): Verb {
  return administer(onGround, now, {
    name: 'peer',
    usage,
    readWish: (args) => withSecrets(readWish(args), read),
    obey,
  })
}

function readWish(args: readonly string[]): Wish | null {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organisation: text, ours: text, url: text, key: text, secret: text },
  })
  const [act, ...more] = positionals
  if (more.length > 0) return null
  if (act === 'list') return { act }
  const { organisation: id, url, key, secret } = values
  if (id === undefined) return null
  const organisation = asId<'organisation'>(id)
  const ours = values.ours === undefined ? null : asId<'organisation'>(values.ours)
  if (act === 'remove') return { act, organisation, ours }
  if (act !== 'add' || url === undefined || !URL.canParse(url)) return null
  const given = { key: key ?? null, secret: secret ?? null }
  return { act, organisation, ours, url: new URL(url).origin, ...given }
}

type Complete =
  Exclude<Wish, { act: 'add' }> | (Extract<Wish, { act: 'add' }> & Record<'key' | 'secret', string>)

/** Those that were not given as arguments are read, the key first. */
async function withSecrets(wish: Wish | null, read: typeof readSecrets): Promise<Complete | null> {
  if (wish?.act !== 'add') return wish
  const { key, secret } = wish
  const missing = [...(key === null ? ['Their key'] : []), ...(secret === null ? ['Their secret'] : [])]
  const lines = missing.length === 0 ? [] : await read(missing)
  const first = key ?? lines?.[0]
  const last = secret ?? lines?.at(-1)
  return first === undefined || last === undefined ? null : { ...wish, key: first, secret: last }
}

async function obey(
  queries: Queries,
  wish: Complete,
  by: By,
  { envelope, allowPrivate }: PartnerGround,
): Promise<readonly object[]> {
  switch (wish.act) {
    case 'list':
      return listPeers(queries)
    case 'remove':
      await removePeer(queries, wish.organisation, wish.ours, by)
      return [{ organisation: wish.organisation, state: 'removed' }]
    case 'add':
      checkReach(wish.url, allowPrivate)
      await addPeer(queries, envelope, wish, by)
      return [{ organisation: wish.organisation, url: wish.url, state: 'known' }]
  }
}
