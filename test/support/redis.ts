/** A Redis server of its own for a test, ended with it even if the test run is killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../services/embedded-postgres/free-port.ts'
import { guardianScript } from '../../services/embedded-postgres/guardian.ts'

export interface TestRedis {
  readonly url: string
  /** Ends it as a broken machine would, with all it held. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** `path` is what describeWith('redis-server', …) hands to the suite; `at` a port, where it must be a certain one. */
export async function startRedis(path: string, at?: number): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'hub-redis-'))
  const port = at ?? (await freePort())
  const flags = {
    '--port': String(port),
    '--bind': '127.0.0.1',
    '--dir': dir,
    '--save': '',
    '--appendonly': 'no',
  }
  const server = spawn('/bin/sh', ['-c', guardianScript, 'sh', path, ...Object.entries(flags).flat()], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line)
    if (line.includes('Ready to accept connections')) break
  }
  if (server.exitCode !== null) throw new Error(`Redis did not start:\n${said.join('\n')}`)
  server.stderr.resume()
  // Each line it writes begins with its process number.
  const redis = Number(/^(\d+):/.exec(said.at(-1) ?? '')?.[1])
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    async kill() {
      process.kill(redis, 'SIGKILL')
      await ended
    },
    async stop() {
      server.stdin.end()
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}
