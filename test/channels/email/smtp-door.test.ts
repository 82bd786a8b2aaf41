/** The SMTP entrance answers 250 only for what is durable, refuses what is too large, and outlives garbage. */
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import type { Arrival, Listener, Receipt } from '../../../channels/channel.ts'
import { createEmail } from '../../../channels/email/email.ts'
import { smtpDoor } from '../../../channels/email/smtp-door.ts'
import { mail, settings } from './mails.ts'

const limitBytes = 100_000
let open: Listener | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

async function listen(accept: (arrival: Arrival) => Promise<Receipt>): Promise<number> {
  const door = smtpDoor({
    host: '127.0.0.1',
    port: 0,
    limitBytes,
    now: () => new Date('2026-11-02T10:00:05Z'),
  })
  open = await door.open(accept)
  return Number(new URL(open.address).port)
}

const receipt: Receipt = { reference: 'FB-TEST-0001-0', again: false }

function send(port: number, raw: Buffer, to = 'feedback+token@hub.example') {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  return transport.sendMail({ envelope: { from: 'ada@people.example', to }, raw })
}

test('the 250 comes after the delivery is durable, with the bytes and the envelope handed over', async () => {
  const events: string[] = []
  const arrivals: Arrival[] = []
  const port = await listen(async (arrival) => {
    arrivals.push(arrival)
    await new Promise((resolve) => setTimeout(resolve, 50))
    events.push('durable')
    return receipt
  })
  const sent = await send(port, mail({}))
  events.push('answered')
  expect(events).toEqual(['durable', 'answered'])
  expect(sent.response).toBe('250 Received, reference FB-TEST-0001-0')
  expect(arrivals).toMatchObject([
    {
      door: 'email-smtp',
      envelope: { 'mail-from': 'ada@people.example', 'rcpt-to': 'feedback+token@hub.example' },
      receivedAt: '2026-11-02T10:00:05.000Z',
    },
  ])
  expect(
    Buffer.from(arrivals[0]?.raw ?? [])
      .toString()
      .trimEnd(),
  ).toBe(mail({}).toString().trimEnd())
})

test('what could not be stored is answered 451, so that the sender tries again', async () => {
  const port = await listen(() => Promise.reject(new Error('no database')))
  await expect(send(port, mail({}))).rejects.toMatchObject({ responseCode: 451 })
})

test('a mail over the limit is refused with 552 and never reaches the store', async () => {
  let accepted = 0
  const port = await listen(async () => {
    accepted++
    return receipt
  })
  const raw = mail({ body: `${'x'.repeat(70)}\n`.repeat(3000) })
  await expect(send(port, raw)).rejects.toMatchObject({ responseCode: 552 })
  expect(accepted).toBe(0)
  expect((await send(port, mail({}))).response).toContain('250')
})

test('a mail over the limit is refused although the sender announced no size', async () => {
  const port = await listen(() => Promise.resolve(receipt))
  const line = `${'x'.repeat(70)}\r\n`
  const talk = await conversation(
    port,
    `EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<f@hub.example>\r\nDATA\r\n`,
  )
  await talk.until('354')
  talk.socket.write(`${line.repeat(3000)}.\r\nQUIT\r\n`)
  expect(await talk.until('221')).toContain('552 ')
})

test('two mails at once, and commands sent without waiting, are all taken', async () => {
  const seen: string[] = []
  const port = await listen(async (arrival) => {
    seen.push(/Subject: (.*)\r/.exec(Buffer.from(arrival.raw).toString())?.[1] ?? '')
    return receipt
  })
  const pipelined = conversation(
    port,
    'EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<f@hub.example>\r\nDATA\r\nSubject: pipelined\r\n\r\nHello.\r\n.\r\nQUIT\r\n',
  ).then((talk) => talk.until('221'))
  const both = [
    send(port, mail({ headers: { Subject: 'first' } })),
    send(port, mail({ headers: { Subject: 'second' } })),
  ]
  await Promise.all([...both, pipelined])
  expect(seen.sort()).toEqual(['first', 'pipelined', 'second'])
})

test('an empty sender and any recipient are taken; garbage and a lost connection harm nobody', async () => {
  const senders: string[] = []
  const port = await listen(async (arrival) => {
    senders.push(arrival.envelope['mail-from'] ?? 'missing')
    return receipt
  })
  const garbage = await conversation(port, '\0\xff\r\nNONSENSE\r\nMAIL TO:\r\n')
  await garbage.until('500')
  garbage.socket.destroy()
  const talk = await conversation(
    port,
    'EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<anyone@elsewhere.example>\r\nDATA\r\nSubject: x\r\n\r\ny\r\n.\r\nQUIT\r\n',
  )
  expect(await talk.until('221')).toContain('250 Received')
  expect(senders).toEqual([''])
})

test('a taken port is said in one sentence', async () => {
  const port = await listen(() => Promise.resolve(receipt))
  const second = smtpDoor({ host: '127.0.0.1', port, limitBytes, now: () => new Date() })
  await expect(second.open(() => Promise.resolve(receipt))).rejects.toThrow(/MAIL_LISTEN_PORT/)
})

test('no port set, no listener', () => {
  expect(createEmail(settings).doors.map((door) => door.name)).toEqual(['email-raw'])
  expect(createEmail({ ...settings, mailListenPort: 0 }).doors.map((door) => door.name)).toEqual([
    'email-raw',
    'email-smtp',
  ])
})

/** Speaks raw SMTP. `until` resolves to all that was answered once an answer starts with that code. */
async function conversation(port: number, words: string) {
  const socket: Socket = connect(port, '127.0.0.1')
  let heard = ''
  let wake = () => {}
  socket.on('data', (data) => {
    heard += data.toString('latin1')
    wake()
  })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => (wake = resolve))
  socket.write(words, 'latin1')
  return {
    socket,
    async until(code: string): Promise<string> {
      while (!new RegExp(`^${code} `, 'm').test(heard)) await new Promise<void>((resolve) => (wake = resolve))
      return heard
    },
  }
}
