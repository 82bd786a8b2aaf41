/** `hub peer`: which other hubs lead joint cases with us, and by which key and secret of theirs. Prints JSON lines. */
import { parseArgs } from 'node:util'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Queries } from '../store/database.ts'
import { addPeer, listPeers, removePeer } from '../store/joint/peer-hubs.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import { checkReach, type PartnerGround } from './partner.ts'
import type { Verb } from './verb.ts'

const usage =
  'peer add --organisation ID --url URL --key KEY --secret SECRET [--ours ID] | peer remove --organisation ID [--ours ID] | peer list'

type Wish =
  | { readonly act: 'list' }
  | { readonly act: 'remove'; readonly organisation: OrganisationId; readonly ours: OrganisationId | null }
  | {
      readonly act: 'add'
      readonly organisation: OrganisationId
      readonly ours: OrganisationId | null
      readonly url: string
      readonly key: string
      readonly secret: string
    }

export function createPeerVerb(
  onTheGround: <T>(work: (ground: PartnerGround) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'peer',
    usage,
    async run(args) {
      const wish = readWish(args)
      if (wish === null) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      try {
        const by = { actor: theHub, now: now() }
        const lines = await onTheGround((ground) =>
          withScope(ground.db, hubScope, (queries) => obey(queries, ground, wish, by)),
        )
        for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
        return 0
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error
        process.stderr.write(`${error.message}\n`)
        return 1
      }
    },
  }
}

function readWish(args: readonly string[]): Wish | null {
  try {
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
    if (act !== 'add' || url === undefined || key === undefined || secret === undefined) return null
    return URL.canParse(url) ? { act, organisation, ours, url: new URL(url).origin, key, secret } : null
  } catch {
    return null
  }
}

async function obey(
  queries: Queries,
  { envelope, allowPrivate }: PartnerGround,
  wish: Wish,
  by: By,
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
