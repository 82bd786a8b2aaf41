/** The hub itself: it starts on nothing, says where its doors are, stops without losing anything, and refuses in one sentence. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { root } from '../../architecture/source-files.ts'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-start-'))
  chmodSync(dataDir, 0o755)
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Hub {
  readonly process: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

function launch(settings: Readonly<Record<string, string>> = {}): Hub {
  const environment = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0', MAIL_LISTEN_PORT: '0' }
  const hub = spawn(process.execPath, ['services/main.ts'], {
    cwd: root,
    env: { ...environment, ...settings },
  })
  let said = ''
  for (const output of [hub.stdout, hub.stderr])
    output.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => hub.once('close', resolve))
  onTestFinished(() => void hub.kill('SIGKILL'))
  return { process: hub, said: () => said, ended }
}

async function startHub(settings: Readonly<Record<string, string>> = {}): Promise<Hub> {
  const hub = launch(settings)
  const isReady = new Promise<void>((resolve) => {
    hub.process.stdout?.on('data', () => {
      if (hub.said().includes('is ready')) resolve()
    })
  })
  await Promise.race([isReady, hub.ended])
  if (!hub.said().includes('is ready')) throw new Error(hub.said())
  return hub
}

function databaseIsReady(): boolean {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
  return existsSync(file) && readFileSync(file, 'utf8').includes('ready')
}

function leftRunning(): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(dataDir) && !line.startsWith('Z'))
}

// Each start is a whole hub, on a machine that may be busy.
describe('the hub', { timeout: 120_000 }, () => {
  test('starts on nothing, says where each door is and shows the first password once', async () => {
    const hub = await startHub()
    const page = /(http:\/\/127\.0\.0\.1:\d+)\/desk/.exec(hub.said())?.[1] ?? ''
    expect((await fetch(`${page}/readyz`)).status).toBe(200)
    expect(hub.said()).toMatch(/smtp:\/\/127\.0\.0\.1:\d+/)
    expect(hub.said()).toMatch(/password/)
    hub.process.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    expect(leftRunning()).toEqual([])

    const again = await startHub()
    expect(again.said()).not.toMatch(/password/)
    again.process.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  test('does not say a password that somebody set', async () => {
    const own = mkdtempSync(join(tmpdir(), 'hub-start-set-'))
    chmodSync(own, 0o755)
    onTestFinished(() => rmSync(own, { recursive: true, force: true }))
    const hub = await startHub({
      DATA_DIR: own,
      ADMIN_EMAIL: 'ann@hub.example',
      ADMIN_PASSWORD: 'only for those who set it',
    })
    hub.process.kill('SIGTERM')
    await hub.ended
    expect(hub.said()).not.toContain('only for those who set it')
  })

  test.each([0, 300, 600, 900, 1_300])(
    'ends when it is stopped in the middle of its start, %i ms after the database is there',
    async (ms) => {
      const hub = launch()
      await expect.poll(databaseIsReady, { timeout: 60_000, interval: 20 }).toBe(true)
      await sleep(ms)
      hub.process.kill('SIGTERM')
      expect(await hub.ended).toBe(0)
      expect(leftRunning()).toEqual([])
      expect(hub.said()).not.toMatch(/Error|"fault"/)
    },
  )

  test('stops in order on Ctrl-C, which npm passes on a second time', async () => {
    const hub = await startHub()
    const heard = new Promise((resolve) => hub.process.stdout?.once('data', resolve))
    hub.process.kill('SIGINT')
    await heard
    hub.process.kill('SIGINT')
    expect(await hub.ended).toBe(0)
    expect(leftRunning()).toEqual([])
  })

  test('starts again after it was killed outright', async () => {
    const hub = await startHub()
    hub.process.kill('SIGKILL')
    await hub.ended
    const again = await startHub()
    again.process.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  test('refuses a second start on the same data directory in one sentence', async () => {
    const hub = await startHub()
    const second = launch()
    expect(await second.ended).not.toBe(0)
    expect(second.said().trim().split('\n')).toEqual([
      expect.stringContaining(`already running on ${dataDir}`),
    ])
    hub.process.kill('SIGTERM')
    await hub.ended
  })

  test.each(['PORT', 'MAIL_LISTEN_PORT'])(
    'says in one sentence that the %s is taken, and leaves nothing behind',
    async (name) => {
      const other = createServer().listen(0, '127.0.0.1')
      onTestFinished(() => void other.close())
      await once(other, 'listening')
      const address = other.address()
      const port = typeof address === 'object' ? String(address?.port) : ''
      const hub = launch({ [name]: port })
      expect(await hub.ended).not.toBe(0)
      expect(hub.said().trim().split('\n')).toEqual([expect.stringContaining(port)])
      expect(leftRunning()).toEqual([])
    },
  )

  test('names every wrong setting at once, before it touches anything', async () => {
    const hub = launch({ PORT: 'http', LOG_LEVEL: 'loud' })
    expect(await hub.ended).not.toBe(0)
    expect(
      hub
        .said()
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['PORT', 'LOG_LEVEL'])
  })

  // Last: from here on the data needs both keys.
  test('refuses another key than what is stored was sealed with, and takes a new one beside the old', async () => {
    const old = z
      .object({ encryptionKey: z.string() })
      .parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'))).encryptionKey
    const other = randomBytes(32).toString('base64')
    const wrong = launch({ ENCRYPTION_KEY: other })
    expect(await wrong.ended).not.toBe(0)
    expect(wrong.said()).toContain('sealed with another key than ENCRYPTION_KEY holds')
    expect(leftRunning()).toEqual([])

    const both = await startHub({ ENCRYPTION_KEY: `${other},${old}` })
    both.process.kill('SIGTERM')
    await both.ended
    const onlyOld = launch()
    expect(await onlyOld.ended).not.toBe(0)
    expect(onlyOld.said()).toContain('secrets.json')
  })
})
