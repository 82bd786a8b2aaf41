/** Many partners at once: how long any of them waits for its work list, and whether a dead one slows the others. */
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { z } from 'zod'
import { theHub } from '../../services/store/audit.ts'
import { connect, type Database } from '../../services/store/database.ts'
import { createEnvelope } from '../../services/store/envelope.ts'
import { addEndpoint } from '../../services/store/joint/webhook-endpoints.ts'
import type { CaseId } from '../../shared/ids.ts'
import { printFigure, share } from './figure.ts'
import { jointCases, layJointCases, layPartners, partners, type Partner } from './partner-cases.ts'
import type { RunningProcess } from './processes.ts'

export interface PartnerBench {
  readonly environment: Readonly<Record<string, string>> & {
    readonly DATABASE_URL: string
    readonly ENCRYPTION_KEY: string
  }
  readonly seconds: number
  readonly startHub: (
    environment: Readonly<Record<string, string>>,
  ) => Promise<RunningProcess & { readonly url: string }>
}

const atOnce = 4
const eventsEach = 10

export async function measurePartners({ environment, seconds, startHub }: PartnerBench): Promise<void> {
  const web = await startHub({ ...environment, HUB_ROLE: 'web' })
  const { db, close } = connect(environment.DATABASE_URL, { connections: 4 })
  const laid = await layPartners(db)
  const about = await layJointCases(db)
  const pool = new Pool({ connectionString: environment.DATABASE_URL, max: atOnce })
  await pool.query('analyze')
  const read = async ({ organisation }: Partner): Promise<void> => {
    await pool.query(bareList, [organisation])
  }
  await timesOf(laid, 1, read)
  await timesOf(laid, 1, (partner) => listOf(web.url, partner))
  const bare = share(await timesOf(laid, seconds, read), 0.95)
  const lists = await timesOf(laid, seconds, (partner) => listOf(web.url, partner))
  const name = `work list of any of ${partners} partners, ${jointCases} joint cases open`
  printFigure({ name: 'bare SELECT of the same rows p95', value: bare, unit: 'ms', against: null })
  printFigure({
    name: `${name} p95`,
    value: share(lists, 0.95),
    unit: 'ms',
    against: { name: 'aim', value: 100 },
  })
  printFigure({ name: `${name} p50`, value: share(lists, 0.5), unit: 'ms', against: null })
  await web.stop()
  await pool.end()
  await measureDeadPartner(db, laid, about, { environment, seconds, startHub })
  await close()
}

/** The rows alone, with no question of consent and no page about them. */
const bareList = `
  select id, role, state, due_on, issues from parts
  where organisation = $1 and state in ('asked', 'accepted', 'filed') order by due_on, id limit 31`

/** One that is empty, or none at all, is nothing to measure. */
const list = z.object({ parts: z.array(z.unknown()).min(1) })

async function listOf(url: string, { key }: Partner): Promise<void> {
  const answer = await fetch(`${url}/api/v1/partner/parts`, { headers: { authorization: `Bearer ${key}` } })
  list.parse(await answer.json())
}

/** Milliseconds of each, one partner after the other in turn. */
async function timesOf(
  laid: readonly Partner[],
  seconds: number,
  ask: (partner: Partner) => Promise<void>,
): Promise<readonly number[]> {
  const times: number[] = []
  const until = performance.now() + seconds * 1_000
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) {
        const partner = laid[next++ % laid.length]
        if (partner === undefined) return
        const began = performance.now()
        await ask(partner)
        times.push(performance.now() - began)
      }
    }),
  )
  return times
}

/** The first partner takes calls and never answers them; the others answer at once. */
async function measureDeadPartner(
  db: Database,
  laid: readonly Partner[],
  about: CaseId,
  { environment, startHub }: PartnerBench,
): Promise<void> {
  const taken = { count: 0 }
  const live = await listen(() => ++taken.count)
  const dead = await listen(null)
  await addEndpoints(db, laid, environment.ENCRYPTION_KEY, [addressOf(dead), addressOf(live)])
  const worker = await startHub({ ...environment, HUB_ROLE: 'worker', PARTNER_PRIVATE_ADDRESSES: 'allow' })
  const deliver = async (who: readonly Partner[]): Promise<number> => {
    taken.count = 0
    const began = performance.now()
    await addEvents(db, who, about)
    while (taken.count < (partners - 1) * eventsEach) await sleep(20)
    return performance.now() - began
  }
  const others = laid.slice(1)
  await deliver(others)
  const alone = await deliver(others)
  const beside = await deliver(laid)
  printFigure({ name: 'events to all partners', value: alone, unit: 'ms', against: null })
  printFigure({
    name: 'events to all other partners beside a dead one',
    value: beside,
    unit: 'ms',
    against: { name: 'events to all partners', value: alone },
  })
  await worker.stop()
  for (const server of [live, dead]) {
    server.closeAllConnections()
    server.close()
  }
}

async function listen(count: (() => void) | null): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume()
    if (count === null) return
    count()
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function addressOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

async function addEndpoints(
  db: Database,
  laid: readonly Partner[],
  encryptionKey: string,
  [dead, live]: readonly [string, string],
): Promise<void> {
  const envelope = createEnvelope([encryptionKey])
  const by = { actor: theHub, now: new Date() }
  for (const [at, { organisation }] of laid.entries()) {
    const given = { organisation, url: at === 0 ? dead : live, isHub: false }
    await db.transaction().execute((queries) => addEndpoint(queries, envelope, given, by))
  }
}

/** Waiting for a while already, so that the sweeper rings for all of them alike. */
async function addEvents(db: Database, who: readonly Partner[], about: CaseId): Promise<void> {
  const due = new Date(Date.now() - 5_000)
  const endpoints = await db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where(
      'organisation',
      'in',
      who.map(({ organisation }) => organisation),
    )
    .execute()
  await db
    .insertInto('webhook_events')
    .values(
      endpoints.flatMap(({ id }) =>
        Array.from({ length: eventsEach }, () => ({
          endpoint: id,
          case: about,
          event: 'part.due',
          content: JSON.stringify({ reference: 'FB-0000-0000-0' }),
          made_at: due,
          due_at: due,
        })),
      ),
    )
    .execute()
}
