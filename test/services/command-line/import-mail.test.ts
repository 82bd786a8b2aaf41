/** `hub import email`: an archive comes in by the days its mails came, writes to nobody unasked, and passes nothing over in silence. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { importFiles } from '../../../services/command-line/import.ts'
import { connect } from '../../../services/store/database.ts'
import { saveDirectoryRows } from '../../../services/store/directory.ts'
import { testDatabase } from '../../support/database.ts'
import { testEnvironment } from '../../support/hub.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
const folder = await mkdtemp(path.join(tmpdir(), 'archive-'))

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)

function mail(name: string, received: Date | null, words: string): string {
  const server =
    received === null ? [] : ['Received: from mx.example', `\tby mail.example; ${stamp(received)}`]
  return [
    ...server,
    // Who writes may say what they like here and below: only the topmost is our own server's.
    'Received: from elsewhere by mx.example; Tue, 5 Mar 2002 10:15:00 +0000',
    `From: ${name} <${name}@people.example>`,
    'To: pals@example.org',
    'Subject: To the hospital',
    'Date: Mon, 4 Mar 2002 10:00:00 +0000',
    `Message-ID: <${name}@people.example>`,
    '',
    words,
    '',
  ]
    .slice(received === null ? 1 : 0)
    .join('\n')
}

function stamp(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000 (UTC)')
}

beforeAll(async () => {
  await db.transaction().execute((queries) => saveDirectoryRows(queries, exampleDirectory))
  for (const [name, value] of Object.entries(testEnvironment(connectionString, {}))) vi.stubEnv(name, value)
  await mkdir(path.join(folder, 'box', 'cur'), { recursive: true })
  const files = {
    'old.eml': mail('ann', new Date('2019-03-05T10:15:00Z'), 'The ward lost her glasses.'),
    'new.eml': mail('bob', daysAgo(2), 'The clinic was cold and nobody came.'),
    'undated.eml': 'From: cy@people.example\nSubject: Hello\n\nThe porter was kind.\n',
    '7.emlx': `${mail('dot', null, 'The lift was broken.').length}\n${mail('dot', null, 'The lift was broken.')}<plist>flags</plist>\n`,
    'box/cur/1700000000.M1.host:2,S': 'Nobody answered the bell.\n',
    'notes.txt': 'milk\nbread\n',
    'letter.md': 'Subject: a draft of my own\n\nDear all\n',
    'outlook.msg': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'picture.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    'empty.eml': '',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  await symlink(path.join(folder, 'nothing'), path.join(folder, 'gone.eml'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await close()
  await rm(folder, { recursive: true })
})

async function hub(...args: readonly string[]) {
  const printed: string[] = []
  const aside: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => aside.push(String(text)) > 0)
  const status = await importFiles(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return { status, lines: printed.join(''), aside: aside.join('') }
}

const receipts = () =>
  db.selectFrom('messages').select('recipient').where('purpose', '=', 'receipt').execute()

/** By the address of who wrote; null for nobody’s. */
async function caseOf(email: string | null) {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('cases', 'cases.id', 'submissions.case')
    .select(['cases.received_on', 'submissions.content'])
    .execute()
  const row = rows.find(({ content }) => content.person.email === email)
  return { receivedOn: row?.received_on, remarks: row?.content.remarks ?? [], text: row?.content.text }
}

test('an archive comes in by the days on which its mails came, and nobody is written to', async () => {
  const { status, lines, aside } = await hub('email', folder)
  expect(status).toBe(1)
  expect(lines).toContain('{"taken":5,"again":0,"failed":1,"leftAlone":5}')
  expect(aside).toContain('Nobody who wrote was sent a receipt')
  expect(await receipts()).toEqual([])

  const ann = await caseOf('ann@people.example')
  expect(ann.receivedOn).toBe('2019-03-05')
  expect(ann.remarks).toContainEqual({ key: 'message:no-receipt.archive' })
  expect(ann.remarks).toContainEqual({ key: 'email:remark.imported', params: { day: '2019-03-05' } })
  const clocks = await db.selectFrom('clocks').select(['name', 'due_on']).execute()
  expect(clocks).toContainEqual({ name: 'acknowledge', due_on: '2019-03-08' })

  const cy = await caseOf('cy@people.example')
  expect(cy.remarks).toContainEqual({ key: 'email:remark.importedUndated' })
  expect(cy.receivedOn).not.toBe('2002-03-04')
  expect((await caseOf('dot@people.example')).text).toBe('The lift was broken.')
  expect((await caseOf(null)).text).toBe('Nobody answered the bell.')
})

test('what is no mail or cannot be opened is named with the reason, and opens no case', async () => {
  const { lines } = await hub('email', folder)
  const told = new Map(
    lines
      .split('\n')
      .filter((line) => line.includes('"file"'))
      .map((line) => [/"file":"[^"]*?([^/"]+)"/.exec(line)?.[1], line]),
  )
  for (const name of ['notes.txt', 'letter.md', 'picture.png']) expect(told.get(name)).toContain('not a mail')
  expect(told.get('outlook.msg')).toContain('save it as .eml')
  expect(told.get('empty.eml')).toContain('it is empty')
  expect(told.get('gone.eml')).toContain('It could not be read')
})

test('imported again, it is known', async () => {
  const { lines } = await hub('email', folder)
  expect(lines).toContain('{"taken":0,"again":5,"failed":1,"leftAlone":5}')
})

test('with --answer those who wrote in the last days get a receipt, and nobody of long ago', async () => {
  const backlog = await mkdtemp(path.join(tmpdir(), 'archive-'))
  await writeFile(path.join(backlog, 'a.eml'), mail('eve', daysAgo(2), 'The food on the ward was cold.'))
  await writeFile(path.join(backlog, 'b.eml'), mail('fay', daysAgo(30), 'The nurse did not come for hours.'))
  const { status, aside } = await hub('email', backlog, '--answer')
  await rm(backlog, { recursive: true })
  expect(status).toBe(0)
  expect(aside).toContain('nobody whose mail is older')
  expect(await receipts()).toEqual([{ recipient: 'eve@people.example' }])
  const { remarks } = await caseOf('fay@people.example')
  expect(remarks).toContainEqual({ key: 'message:no-receipt.late', params: { days: 7 } })
})

test('whoever may be in danger is to be rung where no receipt tells them what to do', async () => {
  const one = await mkdtemp(path.join(tmpdir(), 'archive-'))
  await writeFile(path.join(one, 'a.eml'), mail('gil', daysAgo(1), 'I want to kill myself tonight.'))
  await hub('email', one)
  await rm(one, { recursive: true })
  expect((await caseOf('gil@people.example')).remarks).toContainEqual({ key: 'pipeline:danger.not-told' })
})

test('a Maildir’s own sent, thrown away and junk folders are named and left out, unless one is named itself', async () => {
  const box = await mkdtemp(path.join(tmpdir(), 'archive-'))
  const files = [
    ['cur', 'hal'],
    ['.Archive/cur', 'ida'],
    ['.Sent/cur', 'jim'],
    ['.INBOX.Trash/cur', 'kay'],
    ['.Sent Items/cur', 'lee'],
  ] as const
  for (const folder of ['.', ...files.map(([place]) => path.dirname(place))]) {
    for (const name of ['cur', 'new', 'tmp']) await mkdir(path.join(box, folder, name), { recursive: true })
  }
  for (const [place, name] of files) {
    await writeFile(
      path.join(box, place, '1700000000.M1.host:2,S'),
      mail(name, daysAgo(3), 'The bell was broken.'),
    )
  }
  const { status, lines } = await hub('email', box)
  expect(status).toBe(0)
  expect(lines).toContain('{"taken":2,"again":0,"failed":0,"leftAlone":3}')
  for (const name of ['.Sent', '.INBOX.Trash', '.Sent Items']) {
    expect(lines).toContain(
      `{"file":"${path.join(box, name)}","leftAlone":"it holds what was sent from there`,
    )
  }
  expect((await hub('email', path.join(box, '.Sent'))).lines).toContain('{"taken":1,')
  await rm(box, { recursive: true })
})

test('the line of an mbox says when a mail was kept, where no server said when it came', async () => {
  const box = await mkdtemp(path.join(tmpdir(), 'archive-'))
  const kept = mail('max', null, 'The gate was locked.').replace(/^Received:.*\n/m, '')
  const served = mail('ned', new Date('2018-02-01T10:00:00Z'), 'The gate was locked.')
  await writeFile(
    path.join(box, 'old.mbox'),
    `From max@people.example Tue Mar  5 23:30:00 -0200 2019\n${kept}\nFrom - Tue Mar  5 10:15:00 2019\n${served}\n`,
  )
  await hub('email', path.join(box, 'old.mbox'))
  await rm(box, { recursive: true })
  expect((await caseOf('max@people.example')).receivedOn).toBe('2019-03-06')
  expect((await caseOf('ned@people.example')).receivedOn).toBe('2018-02-01')
})
