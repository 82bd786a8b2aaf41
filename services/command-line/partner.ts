/** `hub partner`: where a partner organisation's system is told, its secret shown once, replaced and stopped. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import { checkAddress } from '../outward/call.ts'
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Database, type Queries } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import {
  addEndpoint,
  endpointAt,
  finishRotation,
  rotateEndpoint,
  stopEndpoint,
} from '../store/joint/webhook-endpoints.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import type { Verb } from './verb.ts'

const usage = 'partner add|rotate|finish-rotation|stop --organisation ID --url URL'
const acts = ['add', 'rotate', 'finish-rotation', 'stop'] as const

interface Wish {
  readonly act: (typeof acts)[number]
  readonly organisation: string
  readonly url: string
}

export interface PartnerGround {
  readonly db: Database
  readonly envelope: Envelope
  readonly allowPrivate: boolean
}

export function createPartnerVerb(
  onTheGround: <T>(work: (ground: PartnerGround) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'partner',
    usage,
    async run(args) {
      const wish = readWish(args)
      if (wish === null) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      try {
        const by = { actor: theHub, now: now() }
        const line = await onTheGround((ground) =>
          withScope(ground.db, hubScope, (queries) => obey(queries, ground, wish, by)),
        )
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

function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, url: { type: 'string' } },
    })
    const act = acts.find((name) => name === positionals[0])
    const { organisation, url } = values
    if (act === undefined || organisation === undefined || url === undefined || !URL.canParse(url))
      return null
    return { act, organisation, url }
  } catch {
    return null
  }
}

async function obey(
  queries: Queries,
  { envelope, allowPrivate }: PartnerGround,
  { act, organisation: id, url }: Wish,
  by: By,
): Promise<Readonly<Record<string, string>>> {
  const organisation = asId<'organisation'>(id)
  switch (act) {
    case 'add':
      checkReach(url, allowPrivate)
      return { url, secret: await addEndpoint(queries, envelope, { organisation, url, isHub: false }, by) }
    case 'rotate':
      return { url, secret: await rotateEndpoint(queries, envelope, { organisation, url }, by) }
    case 'finish-rotation':
      await finishRotation(queries, { organisation, url }, by)
      return { url, state: 'new secret only' }
    case 'stop':
      await stopEndpoint(queries, await endpointAt(queries, organisation, url), organisation, by)
      return { url, state: 'stopped' }
  }
}

/** Throws AccountProblem where no call of ours may go. */
export function checkReach(url: string, allowPrivate: boolean): void {
  try {
    checkAddress(new URL(url), allowPrivate)
  } catch {
    throw new AccountProblem(
      'The address must be https and public. For hubs on one network of your own, set PARTNER_PRIVATE_ADDRESSES=allow.',
    )
  }
}
