/** How a command reaches the database: the running hub's, or one that it starts for as long as it needs. */
import { CannotStart } from '../cannot-start.ts'
import { composeBase, type Base } from '../compose.ts'
import { startWorker } from '../compose-worker.ts'
import { readConfig } from '../config.ts'
import { prepareGround, setUpDatabase, type HeldGround } from '../ground.ts'
import { createLog } from '../log.ts'
import { createEnvelope } from '../store/envelope.ts'
import type { PartnerGround } from './partner.ts'
import { connect, type Database } from '../store/database.ts'

/** For people, beside the JSON lines on standard output. */
const sayAside = (line: string): void => void process.stderr.write(`${line}\n`)

/** Throws CannotStart with everything that is wrong with the settings, or with why there is no database. */
export async function onTheGround<T>(work: (ground: HeldGround) => Promise<T>): Promise<T> {
  const reading = readConfig()
  if (!reading.ok) throw new CannotStart(reading.problems.join('\n'))
  const ground = await prepareGround(reading.config, createLog('warn'), { say: sayAside, mayShare: true })
  try {
    await setUpDatabase(ground)
    return await work(ground)
  } finally {
    await ground.stop()
  }
}

export function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  return onTheGround(async ({ databaseUrl }) => {
    const { db, close } = connect(databaseUrl, { connections: 2 })
    try {
      return await work(db)
    } finally {
      await close()
    }
  })
}

/** With what seals the secrets of partners, and where they may be reached. */
export function withPartnerGround<T>(work: (ground: PartnerGround) => Promise<T>): Promise<T> {
  return onTheGround(async ({ databaseUrl, encryptionKeys, config }) => {
    const { db, close } = connect(databaseUrl, { connections: 2 })
    const envelope = createEnvelope(encryptionKeys)
    try {
      return await work({ db, envelope, allowPrivate: config.partnersPrivate })
    } finally {
      await close()
    }
  })
}

/**
 * With workers: what the command takes in is finished when it ends. Those of the hub that runs on the same data directory,
 * if one does: it was started with the settings by which people are answered, a command often without them.
 */
export function withWorkers<T>(work: (base: Base, publicUrl: string) => Promise<T>): Promise<T> {
  return onTheGround(async (ground) => {
    const base = await composeBase(ground)
    const { publicUrl: given, port } = ground.config.web
    const publicUrl = given ?? `http://127.0.0.1:${port}`
    const isHubRunning = ground.shared && ground.config.databaseUrl === null
    const worker = isHubRunning ? null : await startWorker(base, publicUrl)
    try {
      return await work(base, publicUrl)
    } finally {
      await worker?.close()
      await base.close()
    }
  })
}
