/** The two secrets of a hub that nobody has given any: made once, kept in DATA_DIR/secrets.json, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { NonEmpty } from '../../shared/words.ts'
import { CannotStart } from '../cannot-start.ts'
import { errorCode, openProblem } from './problem.ts'

export interface Secrets {
  /** Signs session cookies and reply tokens. */
  readonly sessionSecret: string
  /** Base64 of 32 bytes each: the first seals the envelope round deliveries and attachments, all open it. */
  readonly encryptionKeys: NonEmpty<string>
}

const fileSchema = z.object({ sessionSecret: z.string().min(32), encryptionKey: z.base64().length(44) })

/**
 * Call before the database is first made. A database without its secrets cannot be read any more, so a missing file
 * beside an existing database is an error and never a reason to make new ones.
 */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  return (await readSecrets(file)) ?? (await makeSecrets(dataDir, file))
}

async function readSecrets(file: string): Promise<Secrets | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw openProblem(file, error)
  })
  if (text === null) return null
  try {
    const { sessionSecret, encryptionKey } = fileSchema.parse(JSON.parse(text))
    return { sessionSecret, encryptionKeys: [encryptionKey] }
  } catch (error) {
    const advice = 'Put it back from a backup, or set SESSION_SECRET and ENCRYPTION_KEY.'
    throw new CannotStart(`${file} is damaged; without it what was stored cannot be read. ${advice}`, {
      cause: error,
    })
  }
}

async function makeSecrets(dataDir: string, file: string): Promise<Secrets> {
  if (await exists(join(dataDir, 'postgres', 'cluster'))) {
    const advice = 'Put it back from a backup, or set SESSION_SECRET and ENCRYPTION_KEY.'
    throw new CannotStart(`${file} is missing, but the database it belongs to is there. ${advice}`)
  }
  const sessionSecret = randomBytes(32).toString('base64url')
  const encryptionKey = randomBytes(32).toString('base64')
  const text = JSON.stringify({ sessionSecret, encryptionKey }, null, 2)
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(draft, text, { mode: 0o600, flush: true })
    // A link appears whole or not at all, and never replaces what another start made in the meantime.
    await link(draft, file)
    return { sessionSecret, encryptionKeys: [encryptionKey] }
  } catch (error) {
    const others = errorCode(error) === 'EEXIST' ? await readSecrets(file) : null
    if (others !== null) return others
    throw openProblem(dataDir, error)
  } finally {
    await rm(draft, { force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
