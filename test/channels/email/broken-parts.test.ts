/** Mails whose parts lack bounds, types or the encoding they claim: each part is found as what it is. */
import { expect, test } from 'vitest'
import { mail, multipart, submissionOf } from './mails.ts'

test('a multipart within another that is never closed ends where the outer one goes on', async () => {
  const letter = 'Content-Type: multipart/alternative; boundary="in"\n\n--in\n\nIt was cold.\n'
  const picture = 'Content-Type: image/png; name=ward.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo='
  const raw = mail(multipart('multipart/mixed', letter, picture))
  expect(await submissionOf(raw)).toMatchObject({
    text: 'It was cold.',
    attachments: [{ name: 'ward.png', contentType: 'image/png', size: 8 }],
  })
})

test('what a digest holds are messages although nothing says so', async () => {
  const one = '\nFrom: Ben Example <ben@people.example>\nSubject: Ward 5\n\nNobody came.'
  const inner = 'Content-Type: multipart/mixed; boundary="in"\n\n--in\n\nTwo more.\n--in\n'
  const other = `\nFrom: cat@people.example\n${inner}Content-Type: text/csv; name=a.csv\n\na,b\n--in--`
  const raw = mail(multipart('multipart/digest', one, other))
  const { text, attachments } = await submissionOf(raw)
  expect(text).toContain('From: Ben Example ben@people.example\nSubject: Ward 5\n\nNobody came.')
  expect(text).toContain('Two more.')
  expect(attachments.map(({ contentType }) => contentType)).toEqual([
    'message/rfc822',
    'message/rfc822',
    'text/csv',
  ])
})

test.each([
  'The ward was cold all night.',
  'Dear Sir,\n\nThe ward was cold.',
  'Hello\n\nIt’s cold – all night.',
  'Ddoe\nroedd y ward yn oer',
])('words that are declared as base64 and are not: %j', async (words) => {
  const raw = mail({ headers: { 'Content-Transfer-Encoding': 'base64' }, body: words })
  expect((await submissionOf(raw)).text).toBe(words)
})

test.each([
  ['', ''],
  ['a footer in plain below it', '\n\n______\nThis mail was scanned.'],
])('base64 with %s is decoded', async (_, below) => {
  const body = `${Buffer.from('The ward was cold, all night.').toString('base64')}${below}`
  const raw = mail({ headers: { 'Content-Transfer-Encoding': 'base64' }, body })
  expect((await submissionOf(raw)).text).toContain('The ward was cold, all night.')
})
