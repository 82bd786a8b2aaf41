/** The walk of a file: stored, scanned, held while the scanner is away, and never handed over where malware was found. */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createExamineStep } from '../../../services/pipeline/examine.ts'
import { reason } from '../../../shared/finding.ts'
import { readReference, type Reference } from '../../../shared/reference.ts'
import { testDatabase } from '../../support/database.ts'
import { startFakeBucket, type FakeBucket } from '../../support/fake-bucket.ts'
import { malware, startFakeClamd, type FakeClamd } from '../../support/fake-clamd.ts'
import { admin, startTestHub, type TestHub } from '../../support/hub.ts'
import { createVisitor, wordsOf, type Page, type Visitor } from '../../support/visitor.ts'

const patience = { timeout: 30_000, interval: 50 }
let clamd: FakeClamd
let bucket: FakeBucket
let hub: TestHub
let key: string
let staff: Visitor
beforeAll(async () => {
  const { connectionString } = await testDatabase()
  clamd = await startFakeClamd()
  bucket = await startFakeBucket()
  hub = await startTestHub(connectionString, {
    environment: { CLAMD_URL: clamd.url, STORAGE_URL: bucket.url },
  })
  key = await hub.key('email:write')
  staff = createVisitor(hub.web.publicUrl)
  await staff.get('/desk/sign-in')
  await staff.send('/desk/sign-in', admin)
})
afterAll(async () => {
  await hub.close()
  await clamd.close()
  await bucket.close()
})

/** A mail with one file; resolves with the reference of its case, once there is one. */
async function mailWith(name: string, type: string, content: Buffer): Promise<Reference> {
  const lines = [
    `Message-ID: <${randomUUID()}@example.com>`,
    'From: Ines Example <ines@example.com>',
    'To: feedback@hub.example',
    'Subject: A file',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'Nobody came when the bell was rung. See the file.',
    '--part',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    content.toString('base64'),
    '--part--',
    '',
  ]
  const answer = await fetch(`${hub.web.publicUrl}/channels/email/raw`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${key}` },
    body: lines.join('\r\n'),
  })
  const reference = readReference(/FB-[0-9A-Z-]+/.exec(await answer.text())?.[0] ?? '')
  if (reference === null) throw new Error('The mail was not taken')
  await vi.waitFor(async () => {
    const found = await hub.base.connection.db
      .selectFrom('cases')
      .select('id')
      .where('reference', '=', reference)
      .execute()
    expect(found).toHaveLength(1)
  }, patience)
  return reference
}

async function fileOf(reference: Reference) {
  return hub.base.connection.db
    .selectFrom('attachments')
    .innerJoin('files', 'files.id', 'attachments.file')
    .innerJoin('deliveries', 'deliveries.id', 'attachments.delivery')
    .select(['attachments.id', 'attachments.file', 'files.state', 'files.problem', 'files.stored_in'])
    .where('deliveries.reference', '=', reference)
    .executeTakeFirstOrThrow()
}

async function examined(reference: Reference, state: string) {
  return vi.waitFor(async () => {
    const file = await fileOf(reference)
    expect(file.state).toBe(state)
    return { ...file, path: `/desk/cases/${reference}/attachments/${file.id}` }
  }, patience)
}

test('a photograph is shown without its place, and its original is handed over after a warning only', async () => {
  const content = await sharp({ create: { width: 500, height: 300, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Model: 'Example Phone' } })
    .jpeg()
    .toBuffer()
  const reference = await mailWith('ward.jpeg', 'image/jpeg', content)
  const { path, stored_in } = await examined(reference, 'clean')
  expect(stored_in).toBe('bucket')
  const page = await staff.get(`/desk/cases/${reference}`)
  expect(page.html).toContain(`src="${path}/thumbnail" alt="Picture ward.jpeg, download"`)
  expect(wordsOf(page.html)).toContain('may say where and when it was taken')
  for (const address of [path, `${path}/thumbnail`]) {
    expect((await staff.download(address)).includes('Example Phone')).toBe(false)
  }
  const original = await staff.send(`${path}/original`, {})
  expect(original.headers.get('content-disposition')).toBe('attachment; filename=ward.jpeg')
  expect(original.html).toContain('Example Phone')
  expect((await staff.get(`${path}/original`)).status).toBe(404)
})

test('what is not what it was said to be is named so, and nothing of it is shown', async () => {
  const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)])
  const reference = await mailWith('photo.jpg', 'image/jpeg', program)
  const { path } = await examined(reference, 'clean')
  const page = await staff.get(`/desk/cases/${reference}`)
  expect(wordsOf(page.html)).toContain(
    'It was sent as “picture (JPEG)”, but by what is in it, it is “program”. Be careful with it.',
  )
  expect(page.html).not.toContain(`${path}/thumbnail`)
  for (const part of ['thumbnail', 'play']) expect((await staff.get(`${path}/${part}`)).status).toBe(404)
})

test('where malware was found it is named, and nobody can download it', async () => {
  const reference = await mailWith('letter.txt', 'text/plain', Buffer.from(`x ${malware}`))
  const { path } = await examined(reference, 'infected')
  const page = await staff.get(`/desk/cases/${reference}`)
  expect(wordsOf(page.html)).toContain('Malware was found in it (Hub.Test.Malware)')
  expect(page.html).not.toContain(`href="${path}"`)
  for (const address of [path, `${path}/play`]) expect((await staff.get(address)).status).toBe(404)
  expect((await staff.send(`${path}/original`, {})).status).toBe(404)
  expect(wordsOf(page.html)).toContain('Malware in a file')
  expect(rowOf(await staff.get('/desk'), reference)).toContain('Malware in a file')
  expect(rowOf(await staff.get('/desk/quarantine'), reference)).toContain('letter.txt')
})

test('what a scanner took for malware is passed once the updated scanner finds nothing in it', async () => {
  const reference = await mailWith('form.txt', 'text/plain', Buffer.from(`a harmless ${malware}`))
  const { path } = await examined(reference, 'infected')
  const page = await staff.get(`/desk/cases/${reference}`)
  const action = /action="(\/desk\/quarantine\/examine\/[^"]+)"/.exec(page.html)?.[1] ?? ''
  await staff.send(action, {})
  await examined(reference, 'infected')
  clamd.isMended = true
  await staff.send(action, {})
  await examined(reference, 'clean')
  clamd.isMended = false
  expect((await staff.download(path)).toString()).toBe(`a harmless ${malware}`)
})

test('where malware was found and the scanner was taken away since, a second look passes nothing', async () => {
  const reference = await mailWith('kept.txt', 'text/plain', Buffer.from(`kept ${malware}`))
  await examined(reference, 'infected')
  const { files, connection } = hub.base
  const { db } = connection
  const { file } = await fileOf(reference)
  const held = { state: 'waiting' as const, attempts: 1, lease_until: new Date(Date.now() + 60_000) }
  await db.updateTable('files').set(held).where('id', '=', file).execute()
  const look = () =>
    Promise.resolve({ sniffedType: null, display: 'none' as const, picture: null, thumbnail: null })
  const parts = { db, files, look, scan: null, now: () => new Date(), complain: () => undefined }
  await createExamineStep(parts)({ step: 'examine', id: file, attempt: 1, isAbandoned: false })
  expect((await fileOf(reference)).state).toBe('infected')
})

test('while the scanner is away a file is held, and passed once it has answered', async () => {
  clamd.isAnswering = false
  const reference = await mailWith('held.txt', 'text/plain', Buffer.from('a letter that waits'))
  await vi.waitFor(async () => {
    expect((await fileOf(reference)).problem).toMatchObject({ key: 'pipeline:no-scanner' })
  }, patience)
  const { path } = await examined(reference, 'waiting')
  expect((await staff.get(path)).status).toBe(404)
  expect(wordsOf((await staff.get(`/desk/cases/${reference}`)).html)).toContain(
    'Held: the malware scanner does not answer. It is tried again by itself',
  )
  expect(rowOf(await staff.get('/desk'), reference)).toContain('File not checked')
  clamd.isAnswering = true
  await examined(reference, 'clean')
  expect(rowOf(await staff.get('/desk'), reference)).not.toContain('File not checked')
  expect((await staff.download(path)).toString()).toBe('a letter that waits')
})

test('a file that was given up is scanned again at the press of a button, from its case or from the list', async () => {
  for (const from of ['case', 'list'] as const) {
    const reference = await mailWith(
      `${from}.txt`,
      'text/plain',
      Buffer.from(`a letter given up, seen in a ${from}`),
    )
    await examined(reference, 'clean')
    const { id, file } = await fileOf(reference)
    const { db } = hub.base.connection
    await db
      .updateTable('files')
      .set({ state: 'failed', problem: JSON.stringify(reason('pipeline:no-scanner')) })
      .where('id', 'in', db.selectFrom('attachments').select('file').where('id', '=', id))
      .execute()
    const page = await staff.get(from === 'case' ? `/desk/cases/${reference}` : '/desk/quarantine')
    expect(wordsOf(page.html)).toContain(
      from === 'case' ? 'it could not be checked for a long time' : 'The malware scanner does not answer',
    )
    const form = new RegExp(`action="(/desk/quarantine/examine/${file}/again)"`)
    const action = form.exec(page.html)?.[1] ?? ''
    const after = await staff.send(action, {})
    expect(after.at).toBe(
      from === 'case' ? `/desk/cases/${reference}?done=scan-again` : '/desk/quarantine?done=scan-again',
    )
    expect(wordsOf(after.html)).toContain('The file is being scanned again')
    await examined(reference, 'clean')
  }
})

/** What the row of a case says in a list. */
function rowOf(page: Page, reference: Reference): string {
  const row = page.html.split('<tr').find((each) => each.includes(`/desk/cases/${reference}"`)) ?? ''
  return wordsOf(row)
}
