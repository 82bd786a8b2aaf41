/** `hub import`: a folder of calls written down elsewhere comes in whole, and only once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { importFiles } from '../../../services/command-line/import.ts'
import { connect } from '../../../services/store/database.ts'
import { saveDirectoryRows } from '../../../services/store/directory.ts'
import { asId } from '../../../shared/ids.ts'
import { addStaff } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { testEnvironment } from '../../support/hub.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
const folder = await mkdtemp(path.join(tmpdir(), 'transcripts-'))

/** A hub that takes texts and calls imports as well. */
const withALine = {
  TWILIO_ACCOUNT_SID: 'ACexample',
  TWILIO_AUTH_TOKEN: 'made-up',
  TWILIO_NUMBER: '+441632960001',
}

const files = {
  'call.txt': 'Caller: My mother waited nine hours in the corridor.\nAgent: I am sorry to hear that.\n',
  'call.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Caller>The district nurse never came.\n',
  'call.srt': '1\n00:00:00,000 --> 00:00:04,000\nCaller: Thank you to the staff on ward six.\n',
  'call.wav': 'sound',
}

beforeAll(async () => {
  await db.transaction().execute((queries) => saveDirectoryRows(queries, exampleDirectory))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  const environment = testEnvironment(connectionString, { environment: withALine })
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await close()
  await rm(folder, { recursive: true })
})

async function hub(...args: readonly string[]) {
  const printed: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const status = await importFiles(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return { status, lines: printed.join('') }
}

test('every transcript of a folder becomes a case of the phone, however often it is imported', async () => {
  const first = await hub('transcripts', folder)
  expect(first.status).toBe(0)
  expect(first.lines).toContain('{"taken":3,"again":0,"failed":0,')
  expect(first.lines).toContain('its name is not one of a transcript')
  const again = await hub('transcripts', folder)
  expect(again.lines).toContain('{"taken":0,"again":3,"failed":0,')
  const cases = await db.selectFrom('cases').select('id').execute()
  const deliveries = await db.selectFrom('deliveries').select('channel').execute()
  expect(cases).toHaveLength(3)
  expect(deliveries.map(({ channel }) => channel)).toEqual(['phone', 'phone', 'phone'])
})

test('for another organisation they are received by it', async () => {
  const organisation = 'aldershire-council'
  await addStaff(
    db,
    { email: 'sam@council.example', organisation: asId<'organisation'>(organisation) },
    new Date(),
  )
  const { status } = await hub('transcripts', path.join(folder, 'call.txt'), '--organisation', organisation)
  expect(status).toBe(0)
  const cases = await db.selectFrom('cases').select('received_by').orderBy('received_at').execute()
  expect(cases.at(-1)).toEqual({ received_by: organisation })
})

test('what is no transcript is named, and the rest of the folder comes in', async () => {
  const mixed = await mkdtemp(path.join(tmpdir(), 'transcripts-'))
  await writeFile(path.join(mixed, 'a.json'), '{"Transcript": [')
  await writeFile(path.join(mixed, 'b.txt'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7, 0, 9]))
  await writeFile(path.join(mixed, 'c.txt'), '')
  await writeFile(path.join(mixed, 'd.txt'), 'a'.repeat(10 * 1024 * 1024 + 1))
  await writeFile(path.join(mixed, 'e.txt'), 'Caller: The porter was kind.\n')
  const { status, lines } = await hub('transcripts', mixed)
  await rm(mixed, { recursive: true })
  expect(status).toBe(1)
  expect(lines).toContain('{"taken":1,"again":0,"failed":4,')
  expect(lines).toContain('This begins like JSON and is not whole.')
  expect(lines).toContain('This is not text')
  expect(lines).toContain('There is nothing in this.')
  expect(lines).toContain('It is larger than 10 MB')
})

test.each([
  ['an unknown kind', ['letters', folder]],
  ['no path', ['transcripts']],
  ['two paths', ['transcripts', folder, folder]],
  ['a path where nothing is', ['transcripts', path.join(folder, 'nothing')]],
  ['an option without its value', ['transcripts', folder, '--organisation']],
  ['an unknown option', ['transcripts', folder, '--organization', 'aldershire-council']],
  ['an organisation that nobody knows', ['transcripts', folder, '--organisation', 'nobody']],
])('%s is wrong use', async (_, args) => {
  expect(await hub(...args)).toEqual({ status: 2, lines: '' })
})
