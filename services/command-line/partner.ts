/** `hub partner`: where a partner organisation's system is told, its secret shown once, replaced and stopped. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId } from '../../shared/ids.ts'
import { checkAddress } from '../outward/call.ts'
import type { Queries } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import {
  addEndpoint,
  endpointAt,
  finishRotation,
  rotateEndpoint,
  stopEndpoint,
} from '../store/joint/webhook-endpoints.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import { administer, type OnGround, type WithDatabase } from './administering.ts'
import type { Verb } from './verb.ts'

const usage = 'partner add|rotate|finish-rotation|stop --organisation ID --url URL'
const acts = ['add', 'rotate', 'finish-rotation', 'stop'] as const

interface Wish {
  readonly act: (typeof acts)[number]
  readonly organisation: string
  readonly url: string
}

export interface PartnerGround extends WithDatabase {
  readonly envelope: Envelope
  readonly allowPrivate: boolean
}

export function createPartnerVerb(onGround: OnGround<PartnerGround>, now: () => Date): Verb {
  return administer(onGround, now, { name: 'partner', usage, readWish, obey })
}

function readWish(args: readonly string[]): Wish | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organisation: { type: 'string' }, url: { type: 'string' } },
  })
  const act = acts.find((name) => name === positionals[0])
  const { organisation, url } = values
  if (act === undefined || organisation === undefined || url === undefined || !URL.canParse(url)) return null
  return { act, organisation, url }
}

async function obey(
  queries: Queries,
  { act, organisation: id, url }: Wish,
  by: By,
  { envelope, allowPrivate }: PartnerGround,
): Promise<readonly object[]> {
  const organisation = asId<'organisation'>(id)
  switch (act) {
    case 'add':
      checkReach(url, allowPrivate)
      return [{ url, secret: await addEndpoint(queries, envelope, { organisation, url, isHub: false }, by) }]
    case 'rotate':
      return [{ url, secret: await rotateEndpoint(queries, envelope, { organisation, url }, by) }]
    case 'finish-rotation':
      await finishRotation(queries, { organisation, url }, by)
      return [{ url, state: 'new secret only' }]
    case 'stop':
      await stopEndpoint(queries, await endpointAt(queries, organisation, url), organisation, by)
      return [{ url, state: 'stopped' }]
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
