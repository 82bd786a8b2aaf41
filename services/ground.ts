/** What a process stands on: the database that was set or that we bring along, the secrets, and their orderly end. */
import type { NonEmpty } from '../shared/words.ts'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'
import { lockDataDir, type HeldBy } from './data-dir/lock.ts'
import { ensureSecrets, type Secrets } from './data-dir/secrets.ts'
import { runningEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/start.ts'
import { faultOf, type Log } from './log.ts'
import { setUp } from './setup.ts'
import { connect } from './store/database.ts'
import { createEnvelope } from './store/envelope.ts'
import { opensWhatIsStored } from './store/sealing-keys.ts'
import { migrateToLatest } from './store/migrate.ts'
import { releaseLeases } from './store/work.ts'

export interface Ground {
  readonly config: Config
  readonly databaseUrl: string
  readonly sessionSecret: string
  /** Base64 of 32 bytes each: the first seals, all open. */
  readonly encryptionKeys: NonEmpty<string>
  readonly log: Log
  readonly now: () => Date
}

export interface HeldGround extends Ground {
  /** A hub runs on this data directory already, and we share its database. */
  readonly shared: boolean
  /** Resolves with a sentence if the database we brought along, or our hold on it, ends without having been told to. */
  readonly unexpectedEnd: Promise<string>
  /** After everything that stands on it has ended. */
  stop(): Promise<void>
}

export interface GroundOptions {
  /** For people: what is being done. */
  say(line: string): void
  /** May we share the database of a hub that runs already? The hub itself may not; its commands may. */
  readonly mayShare: boolean
}

/** Throws CannotStart with a sentence that says what to do. */
export async function prepareGround(config: Config, log: Log, options: GroundOptions): Promise<HeldGround> {
  const common = { config, log, now: () => new Date() }
  if (config.databaseUrl !== null && config.sessionSecret !== null && config.encryptionKeys !== null) {
    const { databaseUrl, sessionSecret, encryptionKeys } = config
    return { ...common, databaseUrl, sessionSecret, encryptionKeys, shared: true, ...nothingToEnd }
  }
  const lock = await lockDataDir(config.dataDir)
  if (!lock.held) return shareGround(common, lock.heldBy, options)
  const secrets = await secretsOf(config)
  const postgres = await startEmbeddedPostgres(config.dataDir, (line) => options.say(line)).catch(
    async (error: unknown) => {
      await lock.release()
      throw error
    },
  )
  return {
    ...common,
    ...secrets,
    databaseUrl: postgres.connectionString,
    shared: false,
    unexpectedEnd: Promise.race([postgres.unexpectedEnd, lock.lost]),
    async stop() {
      await postgres.stop()
      await lock.release()
    },
  }
}

/** What was set, else what was made once and kept in the data directory. */
async function secretsOf({ dataDir, sessionSecret, encryptionKeys }: Config): Promise<Secrets> {
  if (sessionSecret !== null && encryptionKeys !== null) return { sessionSecret, encryptionKeys }
  const made = await ensureSecrets(dataDir)
  return {
    sessionSecret: sessionSecret ?? made.sessionSecret,
    encryptionKeys: encryptionKeys ?? made.encryptionKeys,
  }
}

const nothingToEnd = {
  unexpectedEnd: new Promise<string>(() => undefined),
  stop: () => Promise.resolve(),
}

async function shareGround(
  common: Pick<Ground, 'config' | 'log' | 'now'>,
  heldBy: HeldBy,
  { mayShare }: GroundOptions,
): Promise<HeldGround> {
  const { dataDir } = common.config
  if (!mayShare) {
    throw new CannotStart(
      `A hub is already running on ${dataDir} (process ${heldBy.pid}${elsewhere(heldBy)}). Stop it, or set DATA_DIR to another folder.`,
    )
  }
  if (heldBy.elsewhere !== null) {
    throw new CannotStart(`A hub runs on ${dataDir}${elsewhere(heldBy)}. Type the command there.`)
  }
  const databaseUrl = await runningEmbeddedPostgres(dataDir)
  if (databaseUrl === null) {
    throw new CannotStart(`The hub on ${dataDir} is starting or stopping. Wait a moment, then try again.`)
  }
  return { ...common, ...(await secretsOf(common.config)), databaseUrl, shared: true, ...nothingToEnd }
}

function elsewhere({ elsewhere: host }: HeldBy): string {
  return host === null ? '' : `, on another machine or in another container, ${host}`
}

/**
 * Brings the database to the newest shape and first-run setup. Throws CannotStart where it does not answer, and where
 * what is stored in it was sealed with another key: going on would split it between two keys, either half unreadable.
 */
export async function setUpDatabase(ground: Ground & { readonly shared?: boolean }): Promise<void> {
  await migrateToLatest(ground.databaseUrl).catch((error: unknown) => {
    throw databaseProblem(ground, error)
  })
  const { db, close } = connect(ground.databaseUrl, { connections: 1 })
  try {
    // Nobody else is on a database that only we hold: what is leased there was left by a process that died.
    if (ground.shared === false) await releaseLeases(db)
    if (!(await opensWhatIsStored(db, createEnvelope(ground.encryptionKeys), ground.now()))) {
      throw new CannotStart(anotherKey(ground.config))
    }
    await setUp(db, ground.now())
  } finally {
    await close()
  }
}

function anotherKey({ encryptionKeys, dataDir }: Config): string {
  const what = 'What is stored here was sealed with another key'
  return encryptionKeys === null
    ? `${what} than ${dataDir}/secrets.json holds. Put that file back from a backup, or set ENCRYPTION_KEY to the key that this database was filled with.`
    : `${what} than ENCRYPTION_KEY holds. Set the one that this database was filled with; to replace it, put the new one before it with a comma between.`
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
