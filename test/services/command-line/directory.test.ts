/** `hub directory`: a directory goes out to files and in again, all of it or nothing. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createDirectoryVerb } from '../../../services/command-line/directory.ts'
import { tableFromCsv, tableToCsv } from '../../../services/command-line/directory-files.ts'
import { connect } from '../../../services/store/database.ts'
import {
  currentKnowledgeVersion,
  loadKnowledgeVersion,
  saveKnowledge,
} from '../../../services/store/knowledge.ts'
import type { RowProblem } from '../../../shared/directory-file/cells.ts'
import type { Directory } from '../../../shared/directory.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
const now = new Date('2026-11-16T09:00:00Z')
const verb = createDirectoryVerb(
  (work) => work(db),
  () => now,
)

const rowSchema = z.object({ table: z.string() })

/** Runs the verb; what it printed, line by line, and its exit status. */
const told: string[] = []

async function hub(...args: readonly string[]): Promise<{ status: number; lines: readonly string[] }> {
  told.length = 0
  const printed: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
  const status = await verb.run(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return {
    status,
    lines: printed
      .join('')
      .split('\n')
      .filter((line) => line !== ''),
  }
}

async function held(): Promise<Directory | undefined> {
  const version = await currentKnowledgeVersion(db)
  return version === null ? undefined : (await loadKnowledgeVersion(db, version))?.directory
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'directory-'))
}

/** One cell or more of one table changed, as somebody would in a spreadsheet. */
function edit(path: string, table: string, from: string, to: string): void {
  const file = join(path, `${table}.csv`)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${table} holds no ${from}`)
  writeFileSync(file, text.replace(from, to))
}

beforeEach(async () => {
  await saveKnowledge(db, { directory: exampleDirectory, rules: seedRules }, 'release', now)
})

test('a rule that names what the file does not list is told of, unless it is over', async () => {
  const rule = {
    id: 'one',
    when: { careService: ['a-ward'] },
    team: 'a-team',
    author: 'Ann',
    reason: 'As agreed',
  }
  const running = { ...rule, from: '2026-01-01', until: null }
  const over = { ...running, team: 'another', until: '2026-01-02' }
  const rules = { ...seedRules, routing: [over, running] }
  const path = join(folder(), 'county.json')
  await hub('export', path)
  await saveKnowledge(db, { directory: exampleDirectory, rules }, 'test', now)
  expect((await hub('import', path)).status).toBe(0)
  const [team, ward, ...others] = told.filter((sentence) => sentence.startsWith('Routing rule'))
  expect(team).toContain('Routing rule 2 names “a-team”, which the directory does not list')
  expect(ward).toContain('“a-ward”')
  expect(others).toEqual([])
})

describe('out and in again', () => {
  test.each([
    ['a folder of CSV tables', 'csv'],
    ['a JSON file', 'county.json'],
  ])('through %s', async (_, name) => {
    const path = join(folder(), name)
    expect((await hub('export', path)).status).toBe(0)
    expect((await hub('import', path)).status).toBe(0)
    expect(await held()).toEqual(exampleDirectory)
  })

  test('what somebody changed in a table is what holds afterwards, with the rules untouched', async () => {
    const path = folder()
    await hub('export', path)
    edit(path, 'teams', 'Imaging managers', 'Imaging and scans')
    const { status, lines } = await hub('import', path)
    expect(status).toBe(0)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      organisations: 8,
      teams: exampleDirectory.teams.length,
    })
    expect((await held())?.teams.map(({ name }) => name)).toContain('Imaging and scans')
    const version = (await currentKnowledgeVersion(db)) ?? ''
    expect((await loadKnowledgeVersion(db, version))?.rules.periods).toEqual(seedRules.periods)
  })

  test('the import is in the audit', async () => {
    const path = join(folder(), 'county.json')
    await hub('export', path)
    await hub('import', path)
    const entries = await db.selectFrom('audit_entries').select(['act', 'about']).execute()
    expect(entries).toContainEqual({ act: 'directory.import', about: await currentKnowledgeVersion(db) })
  })
})

describe('nothing half', () => {
  test('each wrong row is named with what to do, and the directory that holds stays', async () => {
    const path = folder()
    await hub('export', path)
    edit(path, 'teams', 'agh-records,aldermouth-hospitals', 'agh-records,aldermouth-hospital')
    edit(path, 'responsibilities', 'agh-speak-up,,freedom-to-speak-up', 'agh-speak-up,,weather')
    const { status, lines } = await hub('import', path)
    expect(status).toBe(1)
    const problems = lines.map((line): unknown => JSON.parse(line))
    expect(problems).toContainEqual({
      table: 'teams',
      row: 13,
      field: 'organisation',
      problem:
        'There is no organisation “aldermouth-hospital”. Add it to the organisations, or correct the id.',
    })
    expect(lines.join()).toContain('“weather” is not a subject')
    expect(await held()).toEqual(exampleDirectory)
  })

  test('a row whose cells have slipped does not hide what is wrong with the others', async () => {
    const path = folder()
    await hub('export', path)
    edit(path, 'organisations', 'ambulance-trust', 'ambulance')
    edit(path, 'teams', 'agh-records,aldermouth-hospitals', 'agh-records,aldermouth-hospital')
    edit(
      path,
      'responsibilities',
      'agh-speak-up,,freedom-to-speak-up',
      'agh-speak-up,,freedom-to-speak-up,more',
    )
    const tables = (await hub('import', path)).lines.map((line) => rowSchema.parse(JSON.parse(line)).table)
    expect(new Set(tables)).toEqual(new Set(['responsibilities', 'organisations', 'teams']))
  })

  test.each<[string, (path: string) => void, string]>([
    [
      'a table that is not UTF-8',
      (path) => writeFileSync(join(path, 'teams.csv'), Buffer.from([0xff, 0xfe, 0x41])),
      'could not be read as CSV',
    ],
    [
      'quotation marks that do not close',
      (path) => edit(path, 'teams', 'Imaging managers', '"Imaging'),
      'could not be read as CSV',
    ],
    ['an empty file', (path) => writeFileSync(join(path, 'teams.csv'), ''), 'There is no team'],
  ])('%s', async (_, spoil, says) => {
    const path = folder()
    await hub('export', path)
    spoil(path)
    const { status, lines } = await hub('import', path)
    expect(status).toBe(1)
    expect(lines.join()).toContain(says)
    expect(await held()).toEqual(exampleDirectory)
  })

  test('a folder without the tables, and JSON that is none', async () => {
    const path = folder()
    expect((await hub('import', path)).lines).toHaveLength(4)
    writeFileSync(join(path, 'broken.json'), '{"teams": [')
    const { status, lines } = await hub('import', join(path, 'broken.json'))
    expect(status).toBe(1)
    expect(lines.join()).toContain('could not be read as JSON')
  })

  test.each([
    [[]],
    [['import', '/no/such/place']],
    [['import', 'a', 'b']],
    [['import', '--all']],
    [['export', '--overrule-desk']],
    [['drop']],
  ])('wrong use is told apart from wrong rows: %s', async (args) => {
    expect((await hub(...args)).status).toBe(2)
  })
})

describe('CSV as spreadsheets write it', () => {
  test('empty rows are passed over and the others keep their numbers', () => {
    const problems: RowProblem[] = []
    const rows = tableFromCsv('teams', 'id, name\r\na,One\r\n,\r\n\r\nb,"Two, too"\r\n', problems)
    expect(rows).toEqual([
      { number: 2, fields: { id: 'a', name: 'One' } },
      { number: 5, fields: { id: 'b', name: 'Two, too' } },
    ])
    expect(problems).toEqual([])
  })

  test('a row with more cells than the heading is named: its cells have slipped', () => {
    const problems: RowProblem[] = []
    tableFromCsv('teams', 'id,name\na,One,more\n', problems)
    expect(problems).toMatchObject([{ table: 'teams', row: 2, reason: { key: 'directory:too-many-cells' } }])
  })

  test('what a spreadsheet would run as a formula is made harmless, and comes back as it was', () => {
    const rows = [{ number: 2, fields: { id: 'a', name: '=1+1' } }]
    const csv = tableToCsv('teams', rows)
    expect(csv).toContain("'=1+1")
    expect(tableFromCsv('teams', csv.replace('\uFEFF', ''), [])[0]?.fields['name']).toBe('=1+1')
  })
})
