/** A real PostgreSQL without anyone installing one: made where it is missing, started, and never left running. */
import { join } from 'node:path'
import { connectionStringOf, ensureCluster, readPassword } from './cluster.ts'
import { findHome, systemDirectory } from './home.ts'
import { readServerFile, stopLeftover } from './leftover.ts'
import { startServer } from './server.ts'

export interface EmbeddedPostgres {
  /** As a user who owns the database `hub` and may make others, but is no superuser. */
  readonly connectionString: string
  /** Where the cluster really is: under the data directory, or where findHome had to put it. */
  readonly dataDir: string
  /** Resolves with a sentence if the server ends without having been told to. */
  readonly unexpectedEnd: Promise<string>
  /** Resolves when everything is on the disk and nothing runs any more. Connections still open are cut. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** False only for tests: faster, and not safe against a power cut. */
  readonly durable?: boolean
  /** Where root puts what the database's user cannot reach in the data directory. */
  readonly systemDir?: string
}

/**
 * Hold the lock on the data directory before calling this: a server found running there is taken for the leftover of a
 * hub that died, and stopped. Throws CannotStart with what to do about it.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  log: (line: string) => void,
  { durable = true, systemDir = systemDirectory }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const home = await findHome(dataDir, systemDir, log)
  await stopLeftover(home.cluster, log)
  const password = await ensureCluster(home, durable, log)
  const server = await startServer(home, durable)
  return {
    connectionString: connectionStringOf(server.port, password),
    dataDir: home.cluster,
    unexpectedEnd: server.unexpectedEnd,
    stop: () => server.stop(),
  }
}

/** How to reach the server that a hub on this data directory is running now; null when none is. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const home = join(dataDir, 'postgres')
  const server = await readServerFile(join(home, 'cluster'))
  if (server === null || !server.alive || !server.ready) return null
  const password = await readPassword(home)
  return password === null ? null : connectionStringOf(server.port, password)
}
