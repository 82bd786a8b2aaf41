/** `hub import`: a folder of calls written down elsewhere comes in whole, and only once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
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
const folder = await mkdtemp(path.join(tmpdir(), 'transcripts-'))

const files = {
  'call.txt': 'Caller: My mother waited nine hours in the corridor.\nAgent: I am sorry to hear that.\n',
  'call.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Caller>The district nurse never came.\n',
  'call.srt': '1\n00:00:00,000 --> 00:00:04,000\nCaller: Thank you to the staff on ward six.\n',
  'call.wav': 'sound',
}

beforeAll(async () => {
  await db.transaction().execute((queries) => saveDirectoryRows(queries, exampleDirectory))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  for (const [name, value] of Object.entries(testEnvironment(connectionString, {}))) vi.stubEnv(name, value)
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
  expect(first.lines).toContain('{"taken":3,"again":0,"failed":0}')
  expect(first.lines).toContain('its name is not one of a transcript')
  const again = await hub('transcripts', folder)
  expect(again.lines).toContain('{"taken":0,"again":3,"failed":0}')
  const cases = await db.selectFrom('cases').select('id').execute()
  const deliveries = await db.selectFrom('deliveries').select('channel').execute()
  expect(cases).toHaveLength(3)
  expect(deliveries.map(({ channel }) => channel)).toEqual(['phone', 'phone', 'phone'])
})

test('what it does not know how to import is wrong use', async () => {
  expect(await hub('letters', folder)).toEqual({ status: 2, lines: '' })
  expect(await hub('transcripts')).toEqual({ status: 2, lines: '' })
})
