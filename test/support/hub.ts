/** A whole hub in the test's own process: real database, real queue, real doors on free ports. */
import { createHash, randomBytes } from 'node:crypto'
import { composeBase, startWeb, type Base, type Running, type RunningWeb } from '../../services/compose.ts'
import { startWorker } from '../../services/compose-worker.ts'
import { readConfig } from '../../services/config.ts'
import type { Ground } from '../../services/ground.ts'
import { setUpDatabase } from '../../services/ground.ts'
import { createLog } from '../../services/log.ts'
import type { QueueHome } from '../../services/queue/backend.ts'
import { addApiKey, type ApiScope } from '../../services/store/api-keys.ts'
import { theHub } from '../../services/store/audit.ts'
import { ensureFirstAdministrator } from '../../services/store/staff-first.ts'

export interface TestHub {
  readonly base: Base
  readonly ground: Ground
  readonly web: RunningWeb
  /** Host and port of the SMTP listener. */
  readonly mailPort: number
  startWorker(): Promise<Running>
  key(...scopes: readonly ApiScope[]): Promise<string>
  close(): Promise<void>
}

export const admin = { email: 'admin@hub.example', password: 'a long password for tests' }

export interface TestHubOptions {
  readonly home?: QueueHome
  readonly environment?: Readonly<Record<string, string>>
  /** False leaves the workers out, so that a test starts them when it wants. */
  readonly working?: boolean
  /** Absent: the time it is. */
  readonly now?: () => Date
}

export function testEnvironment(
  connectionString: string,
  { home, environment = {} }: TestHubOptions,
): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: connectionString,
    SESSION_SECRET: randomBytes(24).toString('hex'),
    // The same for every hub on one database: another key would be refused.
    ENCRYPTION_KEY: createHash('sha256').update(connectionString).digest('base64'),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    PORT: '0',
    MAIL_LISTEN_PORT: '0',
    MAIL_DOMAIN: 'hub.example',
    LOG_LEVEL: 'silent',
    ...(home !== undefined && 'redisUrl' in home ? { REDIS_URL: home.redisUrl } : {}),
    ...environment,
  }
}

export async function startTestHub(connectionString: string, options: TestHubOptions = {}): Promise<TestHub> {
  const ground = groundOf(testEnvironment(connectionString, options), options.now)
  await setUpDatabase(ground)
  const base = await composeBase(ground)
  await ensureFirstAdministrator(base.connection.db, { ...ground.config.admin, now: ground.now() })
  const web = await startWeb(base)
  const running: Running[] = [base, web]
  const start = async (): Promise<Running> => {
    const worker = await startWorker(base, web.publicUrl)
    running.push(worker)
    return worker
  }
  if (options.working !== false) await start()
  return {
    base,
    ground,
    web,
    mailPort: Number(web.listeners[0]?.address.split(':').at(-1)),
    startWorker: start,
    key: (...scopes) =>
      addApiKey(
        base.connection.db,
        { name: randomBytes(6).toString('hex'), scopes },
        { actor: theHub, now: new Date() },
      ),
    async close() {
      for (const each of running.toReversed()) await each.close()
    },
  }
}

function groundOf(environment: Readonly<Record<string, string>>, now = () => new Date()): Ground {
  const reading = readConfig(environment)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const { config } = reading
  const { databaseUrl, sessionSecret, encryptionKeys } = config
  if (databaseUrl === null || sessionSecret === null || encryptionKeys === null) {
    throw new Error('A test hub is given its database and secrets')
  }
  return {
    config,
    databaseUrl,
    sessionSecret,
    encryptionKeys,
    log: createLog(config.logLevel),
    now,
  }
}
