/** The hub as processes: it starts, is killed and starts again with nothing lost, and says in one sentence why it cannot start. */
import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startMailCatcher } from '../support/mail-catcher.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const patience = { timeout: 20_000, interval: 100 }

let dataDir: string
const hubs: Hub[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-journey-'))
  await chmod(dataDir, 0o755)
})
afterEach(async () => {
  for (const hub of hubs.splice(0)) hub.child.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 500))
  await rm(dataDir, { recursive: true, force: true })
})

interface Hub {
  readonly child: ChildProcess
  readonly said: string[]
  readonly ended: Promise<number | null>
  url(): string
}

function start(environment: Record<string, string> = {}, program = ['services/main.ts']): Hub {
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: join(dataDir, 'data'),
      PORT: '0',
      MAIL_LISTEN_PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => said.push(line))
  }
  const hub: Hub = {
    child,
    said,
    ended: once(child, 'exit').then(() => child.exitCode),
    url: () => /(http:\S+)\/feedback$/m.exec(said.join('\n'))?.[1] ?? 'not said',
  }
  hubs.push(hub)
  return hub
}

async function ready(hub: Hub): Promise<Hub> {
  await vi.waitFor(() => expect(hub.said.join('\n')).toContain('Stop with Ctrl-C'), {
    timeout: 40_000,
    interval: 50,
  })
  return hub
}

async function post(hub: Hub, text: string): Promise<string> {
  const response = await fetch(`${hub.url()}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  expect(response.status).toBe(202)
  return response.text()
}

async function postgresProcess(): Promise<number> {
  const file = join(dataDir, 'data', 'postgres', 'cluster', 'postmaster.pid')
  const [pid = ''] = (await readFile(file, 'utf8')).split('\n')
  return Number(pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function casesShownBy(hub: Hub): Promise<string> {
  const metrics = await fetch(`${hub.url()}/metrics`).then((response) => response.text())
  return metrics
    .split('\n')
    .filter(
      (line) =>
        line.startsWith('hub_rows_waiting{step="read"}') || line.startsWith('hub_rows_waiting{step="route"}'),
    )
    .join()
}

test('a fresh start says where each door is and prints the first login once', async () => {
  const hub = await ready(start())
  const said = hub.said.join('\n')
  expect(said).toMatch(/Feedback form +http:\/\/127\.0\.0\.1:\d+\/feedback/)
  expect(said).toMatch(/Staff desk +http:\/\/127\.0\.0\.1:\d+\/desk/)
  expect(said).toMatch(/Email +smtp:\/\/\S+:\d+/)
  expect(said).toMatch(/password +\S{12,}/)
  expect((await fetch(`${hub.url()}/readyz`)).status).toBe(200)
  hub.child.kill('SIGTERM')
  expect(await hub.ended).toBe(0)
  const again = await ready(start())
  expect(again.said.join('\n')).not.toContain('password')
}, 90_000)

test('after kill -9 of the hub nothing is left running, and nothing that was accepted is lost', async () => {
  const hub = await ready(start())
  const pid = await postgresProcess()
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => post(hub, `The heating on the ward is off, day ${i}.`)),
  )
  hub.child.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), patience)
  const again = await ready(start())
  await vi.waitFor(
    async () =>
      expect(await casesShownBy(again)).toBe(
        'hub_rows_waiting{step="read"} 0,hub_rows_waiting{step="route"} 0',
      ),
    patience,
  )
}, 90_000)

test('after kill -9 of the hub and its database it starts again on the same data', async () => {
  const hub = await ready(start())
  const pid = await postgresProcess()
  await post(hub, 'The letter came after the appointment.')
  hub.child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  const again = await ready(start())
  expect((await fetch(`${again.url()}/readyz`)).status).toBe(200)
}, 90_000)

test('what a command takes in is answered by the running hub, by settings that the command was not given', async () => {
  const mails = await startMailCatcher()
  await ready(start({ SMTP_URL: mails.url, MAIL_DOMAIN: 'hub.example' }))
  const file = join(dataDir, 'one.eml')
  await writeFile(file, 'From: pat@people.example\nSubject: Ward 4\nMessage-ID: <a@b>\n\nThe lift is broken.')
  const command = start({}, ['services/cli.ts', 'import', 'email', file, '--answer'])
  expect(await command.ended).toBe(0)
  expect(command.said.join('\n')).toContain('{"taken":1,"again":0,"failed":0,"leftAlone":0}')
  await vi.waitFor(
    () => expect(mails.caught.map(({ to }) => to)).toContainEqual(['pat@people.example']),
    patience,
  )
  await mails.close()
}, 90_000)

test('a second start on the same data directory is one clear sentence', async () => {
  await ready(start())
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said).toHaveLength(1)
  expect(second.said[0]).toMatch(/^A hub is already running on .* \(process \d+\)\. Stop it, or set DATA_DIR/)
}, 60_000)

test('a taken port is one clear sentence, and leaves no database running', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const hub = start({ PORT: String(port) })
  expect(await hub.ended).toBe(1)
  expect(hub.said.at(-1)).toBe(
    `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`,
  )
  await expect(postgresProcess()).rejects.toThrow('ENOENT')
  taken.close()
}, 60_000)

test('every wrong setting is named at once, and nothing starts', async () => {
  const hub = start({ PORT: 'many', LOG_LEVEL: 'loud', SESSION_SECRET: randomBytes(4).toString('hex') })
  expect(await hub.ended).toBe(1)
  expect(hub.said.map((line) => line.split(' ', 1)[0]).toSorted()).toEqual([
    'LOG_LEVEL',
    'PORT',
    'SESSION_SECRET',
  ])
})
