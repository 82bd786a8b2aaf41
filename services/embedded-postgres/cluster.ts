/** The cluster on the disk: made once, whole or not at all, with one user and one database. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CannotStart } from '../cannot-start.ts'
import { errorCode, openProblem } from '../data-dir/problem.ts'
import type { Home } from './home.ts'
import { databaseProblem } from './problem.ts'

/** Text in UTF-8 and in the same order on every machine, whatever its locales; see the PostgreSQL manual, 23.1.4. */
const initdbFlags = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C',
  '--builtin-locale=C.UTF-8',
]

/** The superuser has no password, so that nobody can come in as one. */
const clientRules =
  '# Only the hub, from this machine, with its password.\nhost all hub 127.0.0.1/32 scram-sha-256\n'

export function connectionStringOf(port: number, password: string): string {
  return `postgres://hub:${password}@127.0.0.1:${String(port)}/hub`
}

/** Returns the password. Throws CannotStart. */
export async function ensureCluster(
  home: Home,
  durable: boolean,
  log: (line: string) => void,
): Promise<string> {
  const isMade = await access(home.cluster).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false
      throw openProblem(home.cluster, error)
    },
  )
  if (!isMade) return makeCluster(home, durable, log)
  return (await readPassword(home.dir)) ?? (await setPassword(home, home.cluster, 'ALTER ROLE hub PASSWORD'))
}

/** Null where there is none. */
export async function readPassword(dir: string): Promise<string | null> {
  return readFile(join(dir, 'password'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw openProblem(dir, error)
  })
}

async function makeCluster(home: Home, durable: boolean, log: (line: string) => void): Promise<string> {
  log('Making the database, once.')
  const draft = `${home.cluster}.new`
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    if (home.owner !== null) await chown(draft, home.owner.uid, home.owner.gid)
    await runAsOwner(home, 'initdb', [...initdbFlags, ...(durable ? [] : ['--no-sync']), '-D', draft], '')
    // Written over what initdb made, so that it still belongs to the database's user.
    await writeFile(join(draft, 'pg_hba.conf'), clientRules)
    const password = await setPassword(home, draft, 'CREATE ROLE hub LOGIN CREATEDB PASSWORD')
    await runAlone(home, draft, 'CREATE DATABASE hub OWNER hub')
    await rename(draft, home.cluster)
    return password
  } catch (error) {
    throw error instanceof CannotStart ? error : openProblem(home.dir, error)
  }
}

/** A new random password, given to the role by the statement. Base64url needs no quoting. */
async function setPassword(home: Home, cluster: string, statement: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await runAlone(home, cluster, `${statement} '${password}'`)
  await writeFile(join(home.dir, 'password'), password, { mode: 0o600 })
  return password
}

/** One statement without a server: PostgreSQL's single-user mode, which ends with 0 even when the statement failed. */
async function runAlone(home: Home, cluster: string, statement: string): Promise<void> {
  const said = await runAsOwner(home, 'postgres', ['--single', '-D', cluster, 'postgres'], `${statement}\n`)
  if (/\b(ERROR|FATAL|PANIC):/.test(said)) throw databaseProblem(home.dir, said)
}

/** What it said on standard error. */
async function runAsOwner(
  home: Home,
  program: string,
  args: readonly string[],
  input: string,
): Promise<string> {
  const child = spawn(join(home.binaries, program), args, {
    cwd: home.dir,
    env: { LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...home.owner,
  })
  // A program that fails at once has closed its input; its exit status tells.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [said, status] = await Promise.all([text(child.stderr), ended])
  if (status !== 0) throw databaseProblem(home.dir, said)
  return said
}
