/** Our mails carry what brings the answer, and the bounce, back to the case; and say so where a machine wrote them. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { createEmail } from '../../../channels/email/email.ts'
import { parseMail } from '../../../channels/email/parse-mail.ts'
import { asId } from '../../../shared/ids.ts'
import { startMailCatcher, type MailCatcher } from '../../support/mail-catcher.ts'
import { settings, read } from './mails.ts'

const message: OutgoingMessage = {
  id: 'message-1',
  to: 'ada@people.example',
  organisation: asId('example-trust'),
  organisationName: 'Example Trust',
  subject: 'We have your feedback',
  text: 'Thank you.\n\nSee https://hub.example/progress & more <here>.',
  language: 'en',
  replyToken: 'tok.sig',
  inReplyTo: '<one@people.example>',
  references: ['<one@people.example>'],
  automatic: true,
}

let server: MailCatcher | null = null
afterEach(() => server?.close())

async function catcher(refuse?: number, whom?: 'recipient' | 'sender', words?: string): Promise<MailCatcher> {
  server = await startMailCatcher(refuse, whom, words)
  return server
}

const sendVia = (smtpUrl: string, some: Partial<OutgoingMessage> = {}) => {
  const email = createEmail({ ...settings, smtpUrl })
  if (email.send === undefined) throw new Error('nothing to send with')
  return email.send({ ...message, ...some })
}

test('a receipt carries token, thread and the mark of a machine', async () => {
  const { url, caught } = await catcher()
  expect(await sendVia(url)).toMatchObject({ sent: true })
  const { raw, from } = caught[0] ?? { raw: Buffer.alloc(0), from: '' }
  const { headers, text, html } = await parseMail(raw)
  expect(from).toBe('feedback+tok.sig@hub.example')
  expect(headers.first('reply-to')).toContain('<feedback+tok.sig@hub.example>')
  expect(headers.first('message-id')).toMatch(/^<tok\.sig\.[a-z0-9]+@hub\.example>$/)
  expect(headers.first('in-reply-to')).toBe('<one@people.example>')
  expect(headers.first('references')).toBe('<one@people.example>')
  expect(headers.first('auto-submitted')).toBe('auto-replied')
  expect(headers.first('from')).toBe('"Example Trust" <feedback@hub.example>'.replace(/"/g, ''))
  expect(text.trim()).toBe(message.text)
  expect(html).toContain('<html lang="en">')
  expect(html).toContain(
    '<a href="https://hub.example/progress">https://hub.example/progress</a> &amp; more &lt;here&gt;',
  )
})

test("a person's reply is not marked as a machine's", async () => {
  const { url, caught } = await catcher()
  await sendVia(url, { automatic: false })
  expect(caught[0]?.raw.toString()).not.toMatch(/^auto-submitted/im)
})

test('the same message sent twice has the same id', async () => {
  const { url, caught } = await catcher()
  await sendVia(url)
  await sendVia(url)
  const ids = caught.map(({ raw }) => /^message-id: (.*)$/im.exec(raw.toString())?.[1])
  expect(ids[0]).toBe(ids[1])
})

test('our own receipt coming back is never taken for a person', async () => {
  const { url, caught } = await catcher()
  await sendVia(url)
  expect(await read(Buffer.from(caught[0]?.raw ?? []))).toMatchObject({
    outcome: 'nothing-to-route',
    why: 'auto-reply',
  })
})

test('a refusal for good is not tried again, one for now is', async () => {
  expect(await sendVia((await catcher(550)).url)).toMatchObject({
    sent: false,
    retry: false,
    problem: { key: 'email:send.refused' },
  })
  await server?.close()
  expect(await sendVia((await catcher(451)).url)).toMatchObject({ sent: false, retry: true })
})

test.each([
  [true, 550, 'No such user here'],
  [true, 550, '5.1.1 The mailbox is not known here'],
  [true, 550, '5.2.1 This account was closed'],
  [true, 553, 'Unknown recipient'],
  [false, 550, 'relay not permitted'],
  [false, 550, '5.7.1 Refused by the recipient’s rules'],
  [false, 550, '5.1.8 Sender address has no server'],
  [false, 554, 'Transaction failed'],
] as const)('it is told whether an address takes no mail (%s): %i %s', async (gone, code, words) => {
  const { url } = await catcher(code, 'recipient', words)
  expect(await sendVia(url)).toMatchObject({ sent: false, retry: false, gone })
})

test('a mail server that refuses us, and not the person, is tried again', async () => {
  expect(await sendVia((await catcher(530, 'sender')).url)).toMatchObject({
    sent: false,
    retry: true,
    problem: { key: 'email:send.later' },
  })
})

test('a mail server that is not there is tried again', async () => {
  expect(await sendVia('smtp://127.0.0.1:9')).toMatchObject({ sent: false, retry: true })
})

test('a mail server that takes the call and says nothing is tried again', async () => {
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const at = silent.address()
  const port = typeof at === 'object' ? at?.port : null
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const called = once(silent, 'connection')
    const result = sendVia(`smtp://127.0.0.1:${String(port)}`)
    await called
    // Less than a worker's hold on the message.
    for (let second = 0; second < 40; second++) await vi.advanceTimersByTimeAsync(1_000)
    expect(await result).toEqual({ sent: false, retry: true, problem: { key: 'email:send.noAnswer' } })
  } finally {
    vi.useRealTimers()
    silent.close()
  }
})

test('without a mail server there is nothing to send with', () => {
  expect('send' in createEmail(settings)).toBe(false)
})
