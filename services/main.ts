/** Starts the hub in its role, says in plain words where each door is, and stops it without losing anything. */
import { randomUUID } from 'node:crypto'
import { CannotStart } from './cannot-start.ts'
import {
  composeBase,
  startWeb,
  startWorker,
  type Base,
  type Ground,
  type Running,
  type RunningWeb,
} from './compose.ts'
import { readConfig, type Config } from './config.ts'
import { lockDataDir } from './data-dir/lock.ts'
import { ensureSecrets } from './data-dir/secrets.ts'
import { startEmbeddedPostgres } from './embedded-postgres/start.ts'
import { createLog, faultOf, type Log } from './log.ts'
import { setUp } from './setup.ts'
import { connect } from './store/database.ts'
import { migrateToLatest } from './store/migrate.ts'
import type { FirstAdministrator } from './store/staff.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What was started, in order; stopped in the opposite one. */
const started: (() => Promise<void>)[] = []
let stopping: Promise<void> | null = null

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of started.toReversed()) await stop()
  })()
  return stopping
}

/** Where the truth is and which secrets guard it: what was set, or what we bring along. */
async function prepareGround(config: Config, log: Log): Promise<Ground> {
  const now = () => new Date()
  if (config.databaseUrl !== null && config.sessionSecret !== null && config.encryptionKey !== null) {
    const { databaseUrl, sessionSecret, encryptionKey } = config
    return { config, databaseUrl, sessionSecret, encryptionKey, log, now }
  }
  const lock = await lockDataDir(config.dataDir)
  if (!lock.held) {
    throw new CannotStart(
      `A hub is already running on ${config.dataDir} (process ${lock.heldBy}). Stop it, or set DATA_DIR to another folder.`,
    )
  }
  started.push(() => lock.release())
  const secrets = await ensureSecrets(config.dataDir)
  const postgres = await startEmbeddedPostgres(config.dataDir, say)
  started.push(() => postgres.stop())
  void postgres.unexpectedEnd.then((sentence) => {
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
    return stopAll()
  })
  return { config, databaseUrl: postgres.connectionString, ...secrets, log, now }
}

async function setUpDatabase(ground: Ground): Promise<FirstAdministrator> {
  await migrateToLatest(ground.databaseUrl).catch((error: unknown) => {
    throw databaseProblem(ground, error)
  })
  const { db, close } = connect(ground.databaseUrl, { connections: 1 })
  try {
    return await setUp(db, ground.config.admin, ground.now())
  } finally {
    await close()
  }
}

function databaseProblem({ config, log }: Ground, error: unknown): CannotStart {
  log.error(faultOf(error), 'The database could not be brought up to date')
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  return new CannotStart(
    config.databaseUrl === null
      ? `The database could not be brought up to date (${code}). The log line above says where it failed.`
      : `The database at DATABASE_URL does not answer or refuses us (${code}). Check its address, user and password, then start again.`,
  )
}

async function run(config: Config): Promise<void> {
  const ground = await prepareGround(config, createLog(config.logLevel))
  const administrator = await setUpDatabase(ground)
  const base = await composeBase(ground)
  started.push(() => base.close())
  const web = config.role === 'worker' ? null : await keep(startWeb(base))
  const publicUrl = web?.publicUrl ?? config.web.publicUrl ?? `http://127.0.0.1:${config.web.port}`
  if (config.role !== 'web') await keep(startWorker(base, publicUrl))
  if (stopping === null) sayWhereTheDoorsAre(base, web, administrator)
}

async function keep<T extends Running>(starting: Promise<T>): Promise<T> {
  const running = await starting
  started.push(() => running.close())
  return running
}

function sayWhereTheDoorsAre(base: Base, web: RunningWeb | null, administrator: FirstAdministrator): void {
  const site = base.directory.site()
  const lines = [
    '',
    `The feedback hub is ready${site.example ? ' with an example directory: its organisations are fictional' : ''}.`,
    ...(web === null ? ['  This process works through the queue; others open the doors.'] : doors(base, web)),
    ...(administrator.created
      ? [
          '',
          'First member of staff, shown this once:',
          `  email     ${administrator.email}`,
          `  password  ${administrator.password}`,
        ]
      : []),
    '',
    `Queue on ${base.bell.backend}. Stop with Ctrl-C.`,
  ]
  say(lines.join('\n'))
}

function doors({ config }: Base, { publicUrl, listeners }: RunningWeb): readonly string[] {
  return [
    `  Feedback form   ${publicUrl}/feedback`,
    `  Progress page   ${publicUrl}/progress`,
    `  Staff desk      ${publicUrl}/desk`,
    `  Programs        POST ${publicUrl}/api/v1/feedback   POST ${publicUrl}/channels/email/raw`,
    ...listeners.map((listener) => `  Email           ${listener.address}`),
    config.mail.smtpUrl === null
      ? '  Mail out        none: set SMTP_URL. Until then messages wait on the desk.'
      : '  Mail out        by the server at SMTP_URL',
  ]
}

async function main(): Promise<void> {
  const reading = readConfig(process.env)
  if (!reading.ok) {
    process.stderr.write(`${reading.problems.join('\n')}\n`)
    process.exitCode = 1
    return
  }
  for (const note of reading.notes) say(note)
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C is somebody who will not wait. What was accepted is durable all the same.
      if (++signals > 1) process.exit(130)
      say('Stopping: finishing what runs …')
      void stopAll().then(() => process.exit())
    })
  }
  try {
    await run(reading.config)
  } catch (error) {
    await stopAll()
    process.exitCode = 1
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `${unexpected(error)}\n`)
    process.exit()
  }
}

/** Not one of the ways to fail that we foresaw: an id to find it by, and where it happened. */
function unexpected(error: unknown): string {
  const id = randomUUID()
  return `The hub could not start, for a reason it does not know (${id}). ${JSON.stringify(faultOf(error))}`
}

await main()
