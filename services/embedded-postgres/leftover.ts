/** A server that outlived its hub and the hub's guardian is stopped before a new one is started on the same cluster. */
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { commandOf } from '../data-dir/process-identity.ts'

/** What a server wrote about itself into its cluster. */
export interface ServerFile {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
  /** Is that process still a server on this very cluster? */
  readonly alive: boolean
}

/** Null where no server has run since the last orderly stop. */
export async function readServerFile(cluster: string): Promise<ServerFile | null> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  if (content === null) return null
  // Lines as in PostgreSQL's pidfile.h: 1 process, 4 port, 8 status.
  const lines = content.split('\n')
  const pid = Number(lines[0])
  return {
    pid,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
    alive: await servesCluster(pid, cluster),
  }
}

/** Throws CannotStart if it cannot be stopped. */
export async function stopLeftover(cluster: string, log: (line: string) => void): Promise<void> {
  const server = await readServerFile(cluster)
  if (server === null) return
  if (server.alive) {
    log('Stopping the database that an earlier run left behind.')
    // SIGINT cuts connections and writes everything to disk; SIGQUIT leaves that to the recovery at the next start.
    if (
      !(await stopWith('SIGINT', 60, server.pid, cluster)) &&
      !(await stopWith('SIGQUIT', 20, server.pid, cluster))
    ) {
      throw new CannotStart(
        `A database of an earlier run does not stop. End process ${String(server.pid)}, then start again.`,
      )
    }
  }
  await disownServerFile(join(cluster, 'postmaster.pid'))
}

/**
 * PostgreSQL refuses to start while the process of that number exists: one that has ended but that nobody has taken
 * notice of (in a container), or one that was given the number since. A number that no process can have lets it
 * start, and leaves it the rest of the file, by which it sees whether other processes of that server still live.
 */
async function disownServerFile(file: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch(() => null)
  // Written over, so that it still belongs to the database's user.
  if (content !== null) await writeFile(file, content.replace(/^\d+/, '2147483647'))
}

async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  const [command, path] = await Promise.all([commandOf(pid), realpath(cluster)])
  return command?.includes(` -D ${path} `) ?? false
}

async function stopWith(
  signal: 'SIGINT' | 'SIGQUIT',
  seconds: number,
  pid: number,
  cluster: string,
): Promise<boolean> {
  process.kill(pid, signal)
  for (let waited = 0; waited < seconds * 20; waited++) {
    if (!(await servesCluster(pid, cluster))) return true
    await sleep(50)
  }
  return false
}
