/** `npm run bench`: starts its own servers, prints one JSON line per figure, and measures each limit in the same run. */
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../services/embedded-postgres/start.ts'
import { addApiKey } from '../../services/store/api-keys.ts'
import { theHub } from '../../services/store/audit.ts'
import { connect } from '../../services/store/database.ts'
import { insertFor } from './database-limit.ts'
import { median, printFigure, printRate, type Rate } from './figure.ts'
import { letter, mailFor, mailOne, postFor, type PostTarget } from './load.ts'
import { measurePartners } from './partners.ts'
import { saidBy, startProcess, type RunningProcess } from './processes.ts'
import { measureRouting } from './routing.ts'
import { measureWalk } from './walk.ts'

const seconds = Number(process.argv[2] ?? 6)
const connections = 16
/** `npm run bench -- 6 partners` measures this part alone. */
const only = process.argv[3]

const dir = await mkdtemp(join(tmpdir(), 'hub-bench-'))
await chmod(dir, 0o755)
const postgres = await startEmbeddedPostgres(dir, () => undefined, { systemDir: join(dir, 'system') })
try {
  if (only === undefined || only === 'routing') measureRouting()
  if (only === undefined || only === 'doors') await measureDoors()
  if (only === undefined || only === 'walk') await measureOneByOne()
  if (only === undefined || only === 'partners') {
    await measurePartners({
      environment: environmentOf(await newDatabase('bench_partners')),
      seconds,
      startHub,
    })
  }
} finally {
  await postgres.stop()
  await rm(dir, { recursive: true, force: true })
}

interface RunningHub extends RunningProcess {
  readonly url: string
  readonly mailPort: number
}

function environmentOf(databaseUrl: string) {
  return {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(24).toString('hex'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PORT: '0',
    MAIL_LISTEN_PORT: '0',
    LOG_LEVEL: 'error',
  }
}

async function measureDoors(): Promise<void> {
  const environment = environmentOf(await newDatabase('bench_hub'))
  const bare = await bareDatabase()
  const inserts = await insertFor(bare, seconds, connections)
  printRate('bare INSERT', inserts, null)

  const express = await startProcess('test/bench/limits/express-insert.ts', [bare], {}, /^ready/)
  const expressUrl = saidBy(express, /^ready (\S+)/)
  const webOnly = await startHub({ ...environment, HUB_ROLE: 'web' })
  const door = await feedbackDoor(webOnly, environment.DATABASE_URL)
  const [limit, paused] = await inTurn([
    (duration) => postFor({ url: expressUrl }, duration, connections),
    (duration) => postFor(door, duration, connections),
  ])
  printRate('bare Express with one INSERT', limit, null)
  const against = { name: 'bare Express with one INSERT', value: limit.perSecond }
  printRate('accepted by HTTP, routing paused', paused, against)

  const discard = await startProcess('test/bench/limits/smtp-discard.ts', [], {}, /^ready/)
  const storing = await startProcess('test/bench/limits/smtp-insert.ts', [bare], {}, /^ready/)
  const [smtpLimit, stored, mails] = await inTurn([
    (duration) => mailFor(portOf(discard), duration, connections),
    (duration) => mailFor(portOf(storing), duration, connections),
    (duration) => mailFor(webOnly.mailPort, duration, connections),
  ])
  await storing.stop()
  const againstSmtp = { name: 'same SMTP library, accepting and discarding', value: smtpLimit.perSecond }
  printRate(againstSmtp.name, smtpLimit, null)
  printRate('same SMTP library with one INSERT', stored, againstSmtp)
  printRate('accepted by SMTP, routing paused', mails, againstSmtp)
  await webOnly.stop()

  const post = async (hub: RunningHub, databaseUrl: string, duration: number) =>
    postFor(await feedbackDoor(hub, databaseUrl), duration, connections)
  await measureRouted('HTTP', post, inserts.perSecond)
  const send = (hub: RunningHub, _: string, duration: number) => mailFor(hub.mailPort, duration, connections)
  await measureRouted('SMTP', send, inserts.perSecond)
  const all = await startHub({ ...environment, HUB_ROLE: 'all' })
  const busyDoor = await feedbackDoor(all, environment.DATABASE_URL)
  printRate('accepted by HTTP, routing running', await postFor(busyDoor, seconds, connections), against)
  printRate(
    'accepted by SMTP, routing running',
    await mailFor(all.mailPort, seconds, connections),
    againstSmtp,
  )
  await Promise.all([all.stop(), express.stop(), discard.stop()])
}

async function measureOneByOne(): Promise<void> {
  const environment = environmentOf(await newDatabase('bench_walk'))
  const hub = await startHub({ ...environment, HUB_ROLE: 'all' })
  const { url, headers = {} } = await feedbackDoor(hub, environment.DATABASE_URL)
  const body = JSON.stringify({ text: letter })
  const post = () =>
    fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  await measureWalk(
    environment.DATABASE_URL,
    [
      { name: 'HTTP', send: post },
      { name: 'SMTP', send: () => mailOne(hub.mailPort) },
    ],
    30,
  )
  await hub.stop()
}

async function feedbackDoor({ url }: RunningHub, databaseUrl: string): Promise<PostTarget> {
  return {
    url: `${url}/api/v1/feedback`,
    headers: { authorization: `Bearer ${await newKey(databaseUrl)}` },
  }
}

type Load = (seconds: number) => Promise<Rate>

/** Each warmed up, then one after the other, three times round: what the machine does meanwhile falls on all alike. */
async function inTurn<const T extends readonly Load[]>(loads: T): Promise<{ [At in keyof T]: Rate }>
async function inTurn(loads: readonly Load[]): Promise<readonly Rate[]> {
  const rates: Rate[][] = loads.map(() => [])
  for (const load of loads) await load(2)
  for (let round = 0; round < 3; round++) {
    for (const [at, load] of loads.entries()) rates[at]?.push(await load(seconds))
  }
  return rates.map(median)
}

function portOf(server: RunningProcess): number {
  return Number(saidBy(server, /:(\d+)$/))
}

/** How fast what was accepted becomes cases: workers alone, on a backlog that came by one way into a hub of its own. */
async function measureRouted(
  way: 'HTTP' | 'SMTP',
  accept: (hub: RunningHub, databaseUrl: string, duration: number) => Promise<Rate>,
  insertsPerSecond: number,
): Promise<void> {
  const environment = environmentOf(await newDatabase(`bench_routed_${way.toLowerCase()}`))
  const web = await startHub({ ...environment, HUB_ROLE: 'web' })
  await accept(web, environment.DATABASE_URL, seconds)
  await web.stop()
  const worker = await startHub({ ...environment, HUB_ROLE: 'worker' })
  // Until the first case is there the worker loads what it needs, as it does once and not for each case.
  let before = 0
  while (before === 0) before = await countCases(environment.DATABASE_URL)
  const started = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 2 * seconds * 1_000))
  const routed = (await countCases(environment.DATABASE_URL)) - before
  const value = routed / ((performance.now() - started) / 1_000)
  printFigure({
    name: `cases routed, accepted by ${way}`,
    value,
    unit: '1/s',
    against: { name: 'bare INSERT', value: insertsPerSecond },
  })
  await worker.stop()
}

async function startHub(environment: Readonly<Record<string, string>>): Promise<RunningHub> {
  const hub = await startProcess('services/main.ts', [], environment, /Stop with Ctrl-C/)
  const isWorker = environment['HUB_ROLE'] === 'worker'
  return {
    ...hub,
    url: isWorker ? '' : saidBy(hub, /(http:\S+)\/feedback$/),
    mailPort: isWorker ? 0 : Number(saidBy(hub, /smtp:\S+:(\d+)/)),
  }
}

async function newDatabase(name: string): Promise<string> {
  const client = new Client(postgres.connectionString)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.connectionString)
  url.pathname = name
  return url.href
}

async function bareDatabase(): Promise<string> {
  return newDatabase('bench_bare')
}

async function newKey(databaseUrl: string): Promise<string> {
  const { db, close } = connect(databaseUrl, { connections: 1 })
  const by = { actor: theHub, now: new Date() }
  const key = await addApiKey(db, { name: `bench ${randomUUID()}`, scopes: ['feedback:write'] }, by)
  await close()
  return key
}

async function countCases(databaseUrl: string): Promise<number> {
  const { db, close } = connect(databaseUrl, { connections: 1 })
  const { count } = await db
    .selectFrom('cases')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await close()
  return count
}
