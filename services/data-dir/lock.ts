/** One hub to one data directory: a file that names the process that holds it. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../cannot-start.ts'
import { errorCode, openProblem } from './problem.ts'
import { identityOf } from './process-identity.ts'

const holderSchema = z.object({ pid: z.number().int().positive(), identity: z.string() })
type Holder = z.infer<typeof holderSchema>

export type DataDirLock =
  | { readonly held: true; release(): Promise<void> }
  /** Another live hub has it. */
  | { readonly held: false; readonly heldBy: number }

/**
 * Makes the directory where it is missing and takes it for this process. A lock left by a process that is gone, or
 * whose number now belongs to another, is taken over. Throws CannotStart where the directory cannot be written.
 */
export async function lockDataDir(dir: string): Promise<DataDirLock> {
  const file = join(dir, 'hub.lock')
  const own = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid) })
  await mkdir(dir, { recursive: true }).catch((error: unknown) => {
    throw openProblem(dir, error)
  })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(dir, file, own)) return { held: true, release: () => release(file, own) }
    const left = await readFile(file, 'utf8').catch(() => null)
    if (left === null) continue
    const holder = readHolder(left)
    if (holder !== null && (await identityOf(holder.pid)) === holder.identity) {
      return { held: false, heldBy: holder.pid }
    }
    await removeIfStill(file, left)
  }
  throw new CannotStart(`Two hubs are starting on ${dir} at the same moment. Start one of them again.`)
}

async function create(dir: string, file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw openProblem(dir, error)
  }
}

/** A half-written lock belongs to a process that died while writing it. */
function readHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function removeIfStill(file: string, content: string): Promise<void> {
  const now = await readFile(file, 'utf8').catch(() => null)
  if (now === content) await rm(file, { force: true })
}

async function release(file: string, own: string): Promise<void> {
  await removeIfStill(file, own)
}
