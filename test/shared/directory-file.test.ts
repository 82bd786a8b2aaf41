/** Reading a directory from tables: the whole of it, or every wrong row by name. */
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { exampleDirectory } from '../../rules/example-directory.ts'
import { serviceAreas } from '../../rules/service-areas.ts'
import { subjects } from '../../rules/subjects.ts'
import { loadWords } from '../../services/pages/languages.ts'
import { tablesFromJson, tablesToJson } from '../../shared/directory-file/from-json.ts'
import { parseDirectory } from '../../shared/directory-file/parse-directory.ts'
import { tableNames, type DirectoryTables, type TableName } from '../../shared/directory-file/tables.ts'
import { writeDirectory } from '../../shared/directory-file/write-directory.ts'

const codes = { subjects: subjects.map(({ code }) => code), areas: serviceAreas.map(({ code }) => code) }
const tables = writeDirectory(exampleDirectory)

/** The example's tables with some cells of one row changed, found by the id or team in it. */
function changed(table: TableName, id: string, fields: Readonly<Record<string, string>>): DirectoryTables {
  const rows = tables[table].map((row) =>
    row.fields['id'] === id || (table === 'responsibilities' && row.fields['team'] === id)
      ? { ...row, fields: { ...row.fields, ...fields } }
      : row,
  )
  return { ...tables, [table]: rows }
}

function problemsOf(given: DirectoryTables): readonly string[] {
  const parsed = parseDirectory(given, codes)
  if ('directory' in parsed) return []
  return parsed.problems.map(
    ({ table, row, field, reason }) => `${table} ${row ?? '-'} ${field ?? '-'} ${reason.key}`,
  )
}

function rowOf(table: TableName, id: string): number {
  return tables[table].find(({ fields }) => fields['id'] === id || fields['team'] === id)?.number ?? 0
}

describe('a directory that is right', () => {
  test('is read as it was written', () => {
    expect(parseDirectory(tables, codes)).toEqual({ directory: exampleDirectory })
  })

  test('goes through JSON and back', () => {
    const read = tablesFromJson(JSON.parse(tablesToJson(tables)))
    if ('problems' in read) throw new Error('It should be readable')
    expect(parseDirectory(read.tables, codes)).toEqual({ directory: exampleDirectory })
  })

  test('may hold every way of handing over, and a law of its own for one care service', () => {
    const [team, ...teams] = exampleDirectory.teams
    if (team === undefined) throw new Error('The example has teams')
    const hook = { by: 'webhook', url: 'https://partner.example/cases' } as const
    const directory = { ...exampleDirectory, teams: [{ ...team, handover: hook }, ...teams] }
    expect(parseDirectory(writeDirectory(directory), codes)).toEqual({ directory })
  })

  test('blank space around a cell means nothing', () => {
    const spaced = changed('teams', 'agh-pals', { name: '  PALS and patient experience ', fallback: '   ' })
    const parsed = parseDirectory(spaced, codes)
    if ('problems' in parsed) throw new Error('It should be readable')
    expect(parsed.directory.teams.find(({ id }) => id === 'agh-pals')).toMatchObject({
      name: 'PALS and patient experience',
      fallback: null,
    })
  })
})

describe('a row that is wrong', () => {
  test.each<[string, TableName, string, Readonly<Record<string, string>>, string, string]>([
    ['no name', 'organisations', 'larch-house', { name: '' }, 'name', 'missing'],
    ['an unknown type', 'organisations', 'larch-house', { type: 'hotel' }, 'type', 'not-in-list'],
    ['an unknown process', 'organisations', 'larch-house', { process: 'courts' }, 'process', 'not-in-list'],
    ['no triage team', 'organisations', 'larch-house', { triageTeam: '' }, 'triageTeam', 'missing'],
    [
      'a triage team of another organisation',
      'organisations',
      'larch-house',
      { triageTeam: 'agh-pals' },
      'triageTeam',
      'triage-team-of-another',
    ],
    [
      'a triage team that is not there',
      'organisations',
      'larch-house',
      { triageTeam: 'nobody' },
      'triageTeam',
      'no-such-team',
    ],
    ['a second host', 'organisations', 'larch-house', { host: 'yes' }, 'host', 'second-host'],
    [
      'a host that is neither yes nor no',
      'organisations',
      'larch-house',
      { host: 'perhaps' },
      'host',
      'not-yes-or-no',
    ],
    [
      'a real organisation among examples',
      'organisations',
      'larch-house',
      { example: 'no' },
      'example',
      'example-and-real',
    ],
    ['an id with a space', 'teams', 'larch-care-leads', { id: 'Larch Care' }, 'id', 'not-an-id'],
    [
      'a care service of nobody',
      'care-services',
      'agh-imaging',
      { organisation: 'closed' },
      'organisation',
      'no-such-organisation',
    ],
    ['an unknown area', 'care-services', 'agh-imaging', { area: 'basement' }, 'area', 'no-such-area'],
    [
      'a team of nobody',
      'teams',
      'agh-estates',
      { organisation: 'closed' },
      'organisation',
      'no-such-organisation',
    ],
    [
      'an unknown way of handing over',
      'teams',
      'agh-records',
      { handover: 'pigeon' },
      'handover',
      'not-in-list',
    ],
    ['email without an address', 'teams', 'agh-estates', { address: '' }, 'address', 'missing'],
    [
      'something that is no email address',
      'teams',
      'agh-estates',
      { address: 'estates' },
      'address',
      'not-an-email-address',
    ],
    [
      'a webhook without TLS',
      'teams',
      'agh-estates',
      { handover: 'webhook', address: 'http://x.example' },
      'address',
      'not-an-https-address',
    ],
    [
      'an address nobody would use',
      'teams',
      'agh-records',
      { address: 'a@b.example' },
      'address',
      'address-not-used',
    ],
    [
      'a fallback that is not there',
      'teams',
      'agh-records',
      { fallback: 'nobody' },
      'fallback',
      'no-such-team',
    ],
    [
      'a fallback of another organisation',
      'teams',
      'agh-records',
      { fallback: 'acc-finance' },
      'fallback',
      'fallback-of-another',
    ],
    [
      'a fallback to itself',
      'teams',
      'agh-records',
      { fallback: 'agh-records' },
      'fallback',
      'fallback-to-itself',
    ],
    [
      'a responsibility of nobody',
      'responsibilities',
      'agh-speak-up',
      { team: 'nobody' },
      'team',
      'no-such-team',
    ],
    [
      'an unknown subject',
      'responsibilities',
      'agh-speak-up',
      { subject: 'weather' },
      'subject',
      'no-such-subject',
    ],
    [
      'an unknown care service',
      'responsibilities',
      'agh-speak-up',
      { careService: 'spa' },
      'careService',
      'no-such-care-service',
    ],
    [
      'a care service of another organisation',
      'responsibilities',
      'agh-speak-up',
      { careService: 'amb-999' },
      'careService',
      'care-service-of-another',
    ],
    [
      'what another team answers for already',
      'responsibilities',
      'agh-speak-up',
      { subject: 'safeguarding' },
      'team',
      'answered-for-twice',
    ],
  ])('%s', (_, table, id, fields, field, why) => {
    const at = `${table} ${rowOf(table, id)} ${field} directory:${why}`
    expect(problemsOf(changed(table, id, fields))).toContain(at)
  })

  test('an id given twice is named at the second row', () => {
    const twice = changed('teams', 'agh-records', { id: 'agh-estates' })
    expect(problemsOf(twice)).toContain(`teams ${rowOf('teams', 'agh-records')} id directory:id-twice`)
  })

  test('no host, a table that is empty, a misspelt heading: said of the table', () => {
    const nobody = { organisations: [], 'care-services': [], teams: [], responsibilities: [] }
    expect(problemsOf(nobody)).toEqual(['organisations - host directory:no-host'])
    expect(problemsOf(changed('responsibilities', 'agh-speak-up', { careservice: 'agh-imaging' }))).toEqual([
      'responsibilities - careservice directory:unknown-column',
    ])
  })

  test('all that is wrong is said at once, and nothing half is given', () => {
    const broken = { ...changed('teams', 'agh-records', { name: '', handover: 'pigeon' }) }
    const both = {
      ...broken,
      organisations: changed('organisations', 'larch-house', { type: '' }).organisations,
    }
    expect(problemsOf(both)).toHaveLength(3)
    expect(parseDirectory(both, codes)).not.toHaveProperty('directory')
  })
})

describe('JSON that is no directory', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['an empty object', {}],
    ['a table that is no list', { organisations: {}, 'care-services': [], teams: [], responsibilities: [] }],
    [
      'a row that is no object',
      { organisations: ['x'], 'care-services': [], teams: [], responsibilities: [] },
    ],
    [
      'a cell that is no text',
      { organisations: [{ id: 7 }], 'care-services': [], teams: [], responsibilities: [] },
    ],
  ])('%s', (_, json) => {
    const read = tablesFromJson(json)
    expect('problems' in read && read.problems.length).toBeGreaterThan(0)
  })

  test('any JSON at all is either read or refused with words, never a crash', () => {
    const { knows } = loadWords()
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = {
          organisations: value,
          'care-services': [value],
          teams: [value],
          responsibilities: [value],
        }
        const read = tablesFromJson(json)
        const parsed = 'tables' in read ? parseDirectory(read.tables, codes) : read
        const problems = 'problems' in parsed ? parsed.problems : []
        expect(problems.length).toBeGreaterThan(0)
        expect(problems.every(({ reason }) => knows(reason.key))).toBe(true)
      }),
    )
  })
})

test('every organisation of the example county says that it is one', () => {
  expect(exampleDirectory.example).toBe(true)
  expect(exampleDirectory.organisations.filter(({ name }) => !name.endsWith('(example)'))).toEqual([])
  const addresses = exampleDirectory.teams.flatMap(({ handover }) =>
    handover.by === 'email' ? [handover.address] : [],
  )
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
})

test('the tables are written in the order they are read', () => {
  expect(Object.keys(tables)).toEqual([...tableNames])
})
