/** One hub to one data directory: a file that names the process that holds it and where that runs, kept fresh while it does. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CannotStart } from '../cannot-start.ts'
import { errorCode, openProblem } from './problem.ts'
import { ownPlace, type Place } from './place.ts'
import { identityOf } from './process-identity.ts'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  identity: z.string(),
  /** Missing in what older releases wrote: they ran here. */
  host: z.string().optional(),
  space: z.string().optional(),
})
type Holder = z.infer<typeof holderSchema>

export interface HeldBy {
  readonly pid: number
  /** Another machine or container, by its name; null: this one. */
  readonly elsewhere: string | null
}

export interface HeldLock {
  readonly held: true
  /** Resolves with a sentence if somebody else took it: two hubs on one database would destroy it. */
  readonly lost: Promise<string>
  release(): Promise<void>
}

export type DataDirLock = HeldLock | { readonly held: false; readonly heldBy: HeldBy }

export interface LockTiming {
  /** Between two signs of life, milliseconds. */
  readonly freshenMs: number
  /** Without a sign of life for so long, a holder that we cannot see is gone. */
  readonly staleMs: number
}

const usual: LockTiming = { freshenMs: 3_000, staleMs: 20_000 }

/**
 * Makes the directory where it is missing and takes it for this process. A lock left by a process that is gone, or
 * whose number now belongs to another, is taken over. Whether a process in another container or on another machine
 * lives cannot be seen from here: it is waited for a sign of life from it. Throws CannotStart where the directory
 * cannot be written.
 */
export async function lockDataDir(
  dir: string,
  here: Place = ownPlace(),
  timing: LockTiming = usual,
): Promise<DataDirLock> {
  const file = join(dir, 'hub.lock')
  const own = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid), ...here })
  await makeDirectory(dir).catch((error: unknown) => {
    throw openProblem(dir, error)
  })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(dir, file, own)) return hold(file, own, timing)
    const left = await readFile(file, 'utf8').catch(() => null)
    if (left === null) continue
    const holder = readHolder(left)
    if (holder !== null && (await lives(holder, here, file, timing))) {
      return {
        held: false,
        heldBy: { pid: holder.pid, elsewhere: isHere(holder, here) ? null : (holder.host ?? '') },
      }
    }
    await removeIfStill(file, left)
  }
  throw new CannotStart(`Two hubs are starting on ${dir} at the same moment. Start one of them again.`)
}

/** Node's own way of making what lies above as well goes round for ever where that is not a place for directories. */
async function makeDirectory(dir: string): Promise<void> {
  try {
    await mkdir(dir)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST' && (await stat(dir)).isDirectory()) return
    const above = dirname(dir)
    if (code !== 'ENOENT' || (await signOfLife(above)) !== null) throw error
    await makeDirectory(above)
    await mkdir(dir)
  }
}

function hold(file: string, own: string, { freshenMs }: LockTiming): HeldLock {
  const { promise: lost, resolve } = Promise.withResolvers<string>()
  const freshen = async () => {
    if ((await readFile(file, 'utf8').catch(() => null)) === own) {
      const now = new Date()
      await utimes(file, now, now).catch(() => undefined)
    } else {
      resolve(`${file} is not ours any more: another hub took this data directory. Stop one of the two.`)
    }
  }
  const timer = setInterval(() => void freshen(), freshenMs)
  timer.unref()
  return {
    held: true,
    lost,
    async release() {
      clearInterval(timer)
      await removeIfStill(file, own)
    },
  }
}

function isHere({ host, space }: Holder, here: Place): boolean {
  return (host ?? here.host) === here.host && (space ?? here.space) === here.space
}

async function lives(holder: Holder, here: Place, file: string, timing: LockTiming): Promise<boolean> {
  if (isHere(holder, here)) return (await identityOf(holder.pid)) === holder.identity
  const first = await signOfLife(file)
  if (first === null || Date.now() - first > timing.staleMs) return false
  const until = performance.now() + timing.staleMs
  while (performance.now() < until) {
    await sleep(timing.staleMs / 40)
    const latest = await signOfLife(file)
    // Gone: released in order.
    if (latest === null) return false
    if (latest !== first) return true
  }
  return false
}

async function signOfLife(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
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
