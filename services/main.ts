/** Starts the hub in its role, says in plain words where each door is, and stops it without losing anything. */
import { randomUUID } from 'node:crypto'
import { CannotStart } from './cannot-start.ts'
import { startWorker } from './compose-worker.ts'
import { composeBase, startWeb, type Base, type Running, type RunningWeb } from './compose.ts'
import { readConfig, type Config } from './config.ts'
import { prepareGround, setUpDatabase } from './ground.ts'
import { createLog, faultOf } from './log.ts'
import { hostWithoutAccount } from './store/host-accounts.ts'
import { ensureFirstAdministrator, type FirstAdministrator } from './store/staff-first.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What was started, in order; stopped in the opposite one. */
const started: (() => Promise<void>)[] = []
let stopping: Promise<void> | null = null
let starting: Promise<void> = Promise.resolve()

/** Nothing is taken from beneath a start that is under way: it sees between two steps that it shall go no further. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    await starting.catch(() => undefined)
    for (const stop of started.toReversed()) await stop()
  })()
  return stopping
}

/** Somebody stopped the start. */
class NotWanted extends Error {
  override readonly name = 'NotWanted'
}

function goOnUnlessStopped(): void {
  if (stopping !== null) throw new NotWanted('Stopped while it was starting')
}

async function run(config: Config): Promise<void> {
  const ground = await prepareGround(config, createLog(config.logLevel), { say, mayShare: false })
  started.push(() => ground.stop())
  void ground.unexpectedEnd.then((sentence) => {
    process.stderr.write(`${sentence}
`)
    process.exitCode = 1
    return stopAll()
  })
  goOnUnlessStopped()
  await setUpDatabase(ground)
  goOnUnlessStopped()
  const base = await composeBase(ground)
  started.push(() => base.close())
  goOnUnlessStopped()
  const web = config.role === 'worker' ? null : await keep(startWeb(base))
  const publicUrl = web?.publicUrl ?? config.web.publicUrl ?? `http://127.0.0.1:${config.web.port}`
  goOnUnlessStopped()
  if (config.role !== 'web') await keep(startWorker(base, publicUrl))
  goOnUnlessStopped()
  // Last: what is made here is said in the next line, and never again.
  const administrator = await ensureFirstAdministrator(base.connection.db, {
    ...config.admin,
    now: base.now(),
  })
  sayWhereTheDoorsAre(base, web, administrator)
  const host = await hostWithoutAccount(base.connection.db)
  if (host !== null) {
    say(
      `Nobody can sign in to ${host}, which runs this hub: what arrives is seen by nobody. Add an account: npm run hub -- user add --email ADDRESS --name NAME --organisation ${host} --administrator`,
    )
  }
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
    ...(administrator.created && administrator.password !== null
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

/** npm passes Ctrl-C on, so one press arrives twice: only a later one is somebody who will not wait. */
const samePressMs = 1_000

function stopOnSignals(): void {
  let first: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const at = performance.now()
      if (first !== null) {
        // What was accepted is durable all the same.
        if (at - first > samePressMs) process.exit(130)
        return
      }
      first = at
      say('Stopping: finishing what runs …')
      void stopAll().then(() => process.exit())
    })
  }
}

async function main(): Promise<void> {
  const reading = readConfig()
  if (!reading.ok) {
    process.stderr.write(`${reading.problems.join('\n')}\n`)
    process.exitCode = 1
    return
  }
  for (const note of reading.notes) say(note)
  stopOnSignals()
  try {
    starting = run(reading.config)
    await starting
  } catch (error) {
    const wasStopped = stopping !== null
    await stopAll()
    // What fails while it is being stopped is no news: Ctrl-C reaches the database's own programs too.
    if (wasStopped) return
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
