/** The running server: on this machine only, behind a password, on a port that was free. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { openProblem } from '../data-dir/problem.ts'
import { freePort } from './free-port.ts'
import { guardianScript } from './guardian.ts'
import type { Home } from './home.ts'
import { readServerFile } from './leftover.ts'
import { databaseProblem } from './problem.ts'

export interface RunningServer {
  readonly port: number
  readonly unexpectedEnd: Promise<string>
  stop(): Promise<void>
}

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  // Compiling pays for long reports only, and costs every short query its start.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log carries no words of a person: no statements, no values of a row that was refused.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const forgetful: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  // Its workers belong to the superuser: a database that one of them is at cannot be dropped by its owner.
  autovacuum: 'off',
}

/** Throws CannotStart. */
export async function startServer(home: Home, durable: boolean): Promise<RunningServer> {
  const logFile = join(home.dir, 'server.log')
  for (let attempt = 0; ; attempt++) {
    const port = await freePort()
    const server = await launch(
      home,
      { ...settings, ...(durable ? {} : forgetful), port: String(port) },
      logFile,
    )
    if (await becomesReady(server, home)) return supervise(server, port, logFile)
    const said = await readFile(logFile, 'utf8')
    // Another program may take the port first; the last processes of a killed server may need a moment to go.
    if (attempt >= 20 || !/Address already in use|pre-existing shared memory/.test(said)) {
      throw databaseProblem(home.dir, said)
    }
    await sleep(250)
  }
}

interface Launched {
  readonly guardian: ChildProcess
  readonly pid: number
  readonly ended: Promise<void>
}

async function launch(
  home: Home,
  flags: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Launched> {
  await rename(logFile, `${logFile}.before`).catch(() => undefined)
  const log = await open(logFile, 'w', 0o600).catch((error: unknown) => {
    throw openProblem(home.dir, error)
  })
  const command = [join(home.binaries, 'postgres'), '-D', home.cluster]
  for (const [name, value] of Object.entries(flags)) command.push('-c', `${name}=${value}`)
  const guardian = spawn('/bin/sh', ['-c', guardianScript, 'sh', ...command], {
    detached: true,
    cwd: home.cluster,
    env: { LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', log.fd],
    ...home.owner,
  })
  const ended = new Promise<void>((resolve) => guardian.once('exit', () => resolve()))
  await once(guardian, 'spawn')
  await log.close()
  // Closing the pipe of a guardian that has just ended is no fault.
  guardian.stdin?.on('error', () => undefined)
  return { guardian, pid: await announcedPid(guardian), ended }
}

async function announcedPid(guardian: ChildProcess): Promise<number> {
  if (guardian.stdout === null) throw new TypeError('The guardian has no output')
  for await (const line of createInterface({ input: guardian.stdout })) return Number(line)
  throw new CannotStart('The database could not be started: /bin/sh ended at once.')
}

/** False when it ended instead. Recovering after a crash may take its time: while it lives, we wait. */
async function becomesReady({ guardian, pid }: Launched, home: Home): Promise<boolean> {
  while (guardian.exitCode === null && guardian.signalCode === null) {
    const file = await readServerFile(home.cluster)
    if (file?.pid === pid && file.ready) return true
    await sleep(15)
  }
  return false
}

function supervise({ guardian, pid, ended }: Launched, port: number, logFile: string): RunningServer {
  let stopping = false
  const unexpectedEnd = new Promise<string>((resolve) => {
    void ended.then(() => {
      if (!stopping) resolve(`The database ended by itself. Its log is ${logFile}. Start the hub again.`)
    })
  })
  async function stop(): Promise<void> {
    stopping = true
    guardian.stdin?.end()
    // Leaves the rest to the recovery at the next start; nothing committed is lost.
    const patience = setTimeout(() => process.kill(pid, 'SIGQUIT'), 60_000)
    await ended
    clearTimeout(patience)
  }
  return { port, unexpectedEnd, stop }
}
