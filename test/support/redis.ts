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
  stop(): Promise<void>
}

/** `path` is what describeWith('redis-server', …) hands to the suite. */
export async function startRedis(path: string): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'hub-redis-'))
  const port = await freePort()
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
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    stop: async () => {
      server.stdin.end()
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}
