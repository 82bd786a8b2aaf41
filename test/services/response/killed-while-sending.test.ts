/** A worker that is killed while the one response goes out: another brings it to its end, and it is one response. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { dale } from '../../support/county.ts'
import { startTestHub, testEnvironment } from '../../support/hub.ts'
import { ambulance } from '../../support/mixed-case.ts'
import { openResponseWork } from '../../support/response-work.ts'

const patience = { timeout: 30_000, interval: 100 }
const work = await openResponseWork()
const { db, connectionString, begin, readyToApprove, approve, sign, send, responsesSent } = work

/** A mail server that hangs at one point, for as long as it does. */
let hangsAt: 'recipient' | 'answer' | null = null
let hung = 0
const caught: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo(_, __, done) {
    if (hangsAt === 'recipient') hung++
    else done()
  },
  onData(stream, _, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      caught.push(Buffer.concat(chunks).toString())
      if (hangsAt === 'answer') hung++
      else done()
    })
  },
})
server.on('error', () => undefined)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.server.address()
const port = address !== null && typeof address === 'object' ? address.port : 0
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

// What the case was laid out with, or the worker refuses to start.
const key = Buffer.alloc(32, 7).toString('base64')
const environment = testEnvironment(connectionString, {
  environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, ENCRYPTION_KEY: key },
})
beforeEach(async () => {
  caught.splice(0)
  hung = 0
  await begin()
  await readyToApprove()
  await Promise.all([approve(dale), approve(ambulance)])
  await sign()
})

async function killWhileSending(): Promise<void> {
  const worker = spawn(process.execPath, ['services/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment, HUB_ROLE: 'worker' },
    stdio: 'ignore',
  })
  await vi.waitFor(() => expect(hung).toBe(1), patience)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}

const messageId = (mail: string) => /^Message-ID: (\S+)/im.exec(mail)?.[1]

test.each([
  ['before the mail server had it', 'recipient', 1],
  // It cannot know that it was taken. The second copy has the same Message-ID, and receivers drop it.
  ['when the mail server had it and had not said so', 'answer', 2],
] as const)(
  'killed %s, it goes once',
  async (_, where, copies) => {
    await send()
    hangsAt = where
    await killWhileSending()
    expect(await responsesSent()).toMatchObject([{ state: 'waiting' }])
    hangsAt = null
    // Past the lease of the one that died.
    const now = () => new Date(Date.now() + 60_000)
    const hub = await startTestHub(connectionString, { environment, now })
    await vi.waitFor(async () => expect(await responsesSent()).toMatchObject([{ state: 'sent' }]), patience)
    await send()
    await hub.close()
    expect(caught).toHaveLength(copies)
    expect(new Set(caught.map(messageId)).size).toBe(1)
    expect(caught[0]).toContain('R. Holt')
    const sent = await db
      .selectFrom('messages')
      .select('problem')
      .where('case', '=', work.made().id)
      .where('purpose', '=', 'response')
      .execute()
    // Staff are told what nobody can know.
    expect(sent).toEqual([{ problem: { key: 'message:maybe-twice' } }])
    const responses = await db
      .selectFrom('responses')
      .select('state')
      .where('case', '=', work.made().id)
      .execute()
    expect(responses.filter(({ state }) => state === 'sent')).toHaveLength(1)
  },
  90_000,
)
