/** The same mail by two routes is one delivery; the same Message-ID with other content is another. */
import { expect, test } from 'vitest'
import { keyOfMail as keyCameBy, type CameBy } from '../../../channels/email/delivery-key.ts'
import { createEmail } from '../../../channels/email/email.ts'
import { deliveryOf, mail, settings } from './mails.ts'

const ada: CameBy = { sender: 'ada@people.example', receivedAt: '2026-11-02T10:00:00.000Z' }
const keyOfMail = (raw: Uint8Array, came: CameBy = ada) => keyCameBy(raw, came)
const key = keyOfMail(mail({}))

test('what relays and scanners add does not change the key', () => {
  const headers = {
    Received: 'from relay.example by mx.hub.example; Mon, 2 Nov 2026 10:00:01 +0000',
    'Return-Path': '<ada@people.example>',
    'Delivered-To': 'feedback@hub.example',
    'X-Spam-Status': 'No, score=0',
    'X-Example-Spam-Level': '1',
    'Authentication-Results': 'mx.hub.example; spf=pass',
  }
  expect(keyOfMail(mail({ headers }))).toBe(key)
})

test('line ends, a trailing blank line and an mbox line do not change the key', () => {
  const unix = Buffer.from(
    `From ada@people.example Mon Nov  2 10:00:00 2026\n${mail({}).toString().replaceAll('\r\n', '\n')}\n\n`,
  )
  expect(keyOfMail(unix)).toBe(key)
})

test.each([
  ['other words', { body: 'The nurse on ward 5 was kind.' }],
  ['another subject', { headers: { Subject: 'Ward 5' } }],
  ['another sender', { headers: { From: 'bob@people.example' } }],
  ['another Message-ID', { headers: { 'Message-ID': '<two@people.example>' } }],
])('%s are another delivery', (_, parts) => {
  expect(keyOfMail(mail(parts))).not.toBe(key)
})

test.each([
  ['a letter without any header', 'My mother fell on ward 5.', 'The food on ward 5 was cold.'],
  [
    'a letter of two paragraphs without any header',
    'My mother fell.\r\n\r\nAda',
    'The food was cold.\r\n\r\nAda',
  ],
  [
    'words that slipped among the headers',
    'Subject: Ward 5\r\nMy mother fell.\r\n\r\nAda',
    'Subject: Ward 5\r\nThe food was cold.\r\n\r\nAda',
  ],
])('%s is another delivery than one with other words', (_, one, other) => {
  expect(keyOfMail(Buffer.from(one))).not.toBe(keyOfMail(Buffer.from(other)))
  expect(keyOfMail(Buffer.from(`${one}\r\n`))).toBe(keyOfMail(Buffer.from(one)))
})

test.each([
  ['Status: the nurse hit my mother', 'Status: all is well, thank you'],
  ['Received: no pain relief for six hours', 'Received: excellent care'],
])(
  'words of a letter without headers count, also where they look like a field of a relay: %s',
  (one, other) => {
    expect(keyOfMail(Buffer.from(one))).not.toBe(keyOfMail(Buffer.from(other)))
  },
)

const plain = Buffer.from('Subject: Please call me\r\n\r\nNobody came when I rang.')
const dated = Buffer.from(`Date: Mon, 2 Nov 2026 10:00:00 +0000\r\n${plain.toString()}`)

test('without an id of its own the same mail is another where another sends it, or on another day', () => {
  expect(keyOfMail(plain, { ...ada, sender: 'bob@people.example' })).not.toBe(keyOfMail(plain))
  expect(keyOfMail(plain, { ...ada, receivedAt: '2026-12-02T10:00:00.000Z' })).not.toBe(keyOfMail(plain))
  expect(keyOfMail(plain, { ...ada, receivedAt: '2026-11-02T10:09:00.000Z' })).toBe(keyOfMail(plain))
  expect(keyOfMail(dated, { ...ada, receivedAt: '2026-12-02T10:00:00.000Z' })).toBe(keyOfMail(dated))
})

test('a mail with an id is the same by whichever route it comes', () => {
  expect(keyOfMail(mail({}), { sender: null, receivedAt: '2027-01-01T00:00:00.000Z' })).toBe(key)
})

test('a body of nothing but blank lines before a letter has a key at once', () => {
  expect(keyOfMail(mail({ body: `${'\n'.repeat(1_000_000)}x` }))).toMatch(/^[0-9a-f]{64}$/)
})

test('an archive that is imported again on another day holds the same mails, also those without an id and a date', () => {
  const raw = Buffer.from('From: ada@people.example\nSubject: Hello\n\nThe porter was kind.\n')
  const email = createEmail(settings)
  const on = (door: string, receivedAt: string) => email.keyOf({ ...deliveryOf(raw), door, receivedAt })
  expect(on('import', '2026-11-02T10:00:00.000Z')).toBe(on('import', '2026-11-05T10:00:00.000Z'))
  expect(on('email-smtp', '2026-11-02T10:00:00.000Z')).not.toBe(on('email-smtp', '2026-11-05T10:00:00.000Z'))
})
