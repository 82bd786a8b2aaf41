/** A file holds one message or, as an mbox, several; a folder holds files. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messagesIn, messagesUnder } from '../../../channels/email/mailbox-file.ts'
import { mail } from './mails.ts'

const envelope = 'From ada@people.example Mon Nov  2 10:00:00 2026\n'
const one = mail({ headers: { Subject: 'one' } })
  .toString()
  .replaceAll('\r\n', '\n')
const two = mail({ headers: { Subject: 'two' }, body: '>From the ward I went home.\nFrom 2020 on I waited.' })
  .toString()
  .replaceAll('\r\n', '\n')

test('an mbox gives its messages, without envelope lines and with their own "From " restored', () => {
  const messages = messagesIn(Buffer.from(`${envelope}${one}\n\n${envelope}${two}\n`), 'inbox')
  expect(messages.map((raw) => /Subject: (.*)/.exec(Buffer.from(raw).toString())?.[1])).toEqual([
    'one',
    'two',
  ])
  expect(Buffer.from(messages[1] ?? []).toString()).toContain(
    '\nFrom the ward I went home.\nFrom 2020 on I waited.',
  )
})

test('one message with an envelope line is one message, as it came', () => {
  const raw = Buffer.from(`${envelope}${one}`)
  expect(messagesIn(raw, 'one.eml')).toEqual([raw])
  expect(messagesIn(raw, 'one.mbox').map((some) => Buffer.from(some).toString())).toEqual([one])
})

test('anything else is one message', () => {
  for (const text of ['', one, 'From here on it went wrong.\n\nFrom there too.\n']) {
    expect(messagesIn(Buffer.from(text), 'x.eml')).toHaveLength(1)
  }
})

test('a folder is walked in the order of its names, hidden files left out', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mails-'))
  await mkdir(path.join(folder, 'b'))
  await writeFile(path.join(folder, 'b', '2.eml'), one)
  await writeFile(path.join(folder, 'a.mbox'), `${envelope}${one}\n\n${envelope}${two}\n`)
  await writeFile(path.join(folder, '.hidden'), one)
  const found: string[] = []
  for await (const { file } of messagesUnder(folder)) found.push(path.relative(folder, file))
  await rm(folder, { recursive: true })
  expect(found).toEqual(['a.mbox', 'a.mbox', path.join('b', '2.eml')])
})

test('of a Maildir the mails are read, read already or not, and not what its server keeps beside them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mails-'))
  for (const name of ['cur', 'new', 'tmp']) await mkdir(path.join(folder, name))
  for (const file of ['cur/1.host:2,S', 'new/2.host', 'tmp/3.host', 'dovecot-uidlist', 'subscriptions']) {
    await writeFile(path.join(folder, file), one)
  }
  const found: string[] = []
  for await (const { file } of messagesUnder(`${folder}/`)) found.push(path.relative(folder, file))
  await rm(folder, { recursive: true })
  expect(found).toEqual([path.join('cur', '1.host:2,S'), path.join('new', '2.host')])
})

test('an mbox too large to be held is read in pieces, and gives the same', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mails-'))
  const file = path.join(folder, 'years')
  const large = one.replace('\n\n', `\n\n${'word '.repeat(400)}\n`)
  const whole = Buffer.from([one, two, large, two, one].map((each) => `${envelope}${each}\n\n`).join(''))
  await writeFile(file, whole)
  const expected = messagesIn(whole, file).map((raw) => Buffer.from(raw).toString())
  expect(expected).toHaveLength(5)
  for (const piece of [16, 100, 999]) {
    const found: string[] = []
    for await (const { raw } of messagesUnder(file, piece)) found.push(Buffer.from(raw ?? []).toString())
    expect(found).toEqual(expected)
  }
  await rm(folder, { recursive: true })
})
