/** The same mail by two routes is one delivery; the same Message-ID with other content is another. */
import { expect, test } from 'vitest'
import { keyOfMail } from '../../../channels/email/delivery-key.ts'
import { mail } from './mails.ts'

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

test('a body of nothing but blank lines before a letter has a key at once', () => {
  expect(keyOfMail(mail({ body: `${'\n'.repeat(1_000_000)}x` }))).toMatch(/^[0-9a-f]{64}$/)
})
