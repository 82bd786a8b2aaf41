/** A directory goes through its tables and through JSON, and what is no directory is refused with words. */
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { tablesFromJson, tablesToJson } from '../../../shared/directory-file/from-json.ts'
import { parseDirectory } from '../../../shared/directory-file/parse-directory.ts'
import { tableNames } from '../../../shared/directory-file/tables.ts'
import { writeDirectory } from '../../../shared/directory-file/write-directory.ts'
import { changed, codes, tables } from '../../support/directory-tables.ts'

describe('a directory that is right', () => {
  test('is read as it was written', () => {
    expect(parseDirectory(tables, codes)).toEqual({ directory: exampleDirectory })
  })

  test('goes through JSON and back', () => {
    const read = tablesFromJson(JSON.parse(tablesToJson(tables)))
    if (read.tables === null || read.problems.length > 0) throw new Error('It should be readable')
    expect(parseDirectory(read.tables, codes)).toEqual({ directory: exampleDirectory })
  })

  test('may hold every way of handing over, and a law of its own for one care service', () => {
    const [team, ...teams] = exampleDirectory.teams
    if (team === undefined) throw new Error('The example has teams')
    const hook = { by: 'webhook', url: 'https://partner.example/cases' } as const
    const directory = { ...exampleDirectory, teams: [{ ...team, handover: hook }, ...teams] }
    expect(parseDirectory(writeDirectory(directory), codes)).toEqual({ directory })
  })

  test('may say when a team is away, how many open cases it takes and who manages it', () => {
    const [team, other, ...teams] = exampleDirectory.teams
    if (team === undefined || other === undefined) throw new Error('The example has teams')
    const more = { away: { from: '2026-12-24', until: '2027-01-02' }, capacity: 40, manager: other.id }
    const directory = { ...exampleDirectory, teams: [{ ...team, ...more }, other, ...teams] }
    expect(parseDirectory(writeDirectory(directory), codes)).toEqual({ directory })
  })

  test('says whose each address and number is, and each can be only one organisation’s', () => {
    const doors = [
      { channel: 'email', address: 'council@hub.example', organisation: 'aldershire-council' },
      { channel: 'sms', address: '+447700900111', organisation: 'larch-house' },
    ]
    const numbered = (given: typeof doors) => given.map((fields, at) => ({ number: at + 2, fields }))
    expect(parseDirectory({ ...tables, doors: numbered(doors) }, codes)).toMatchObject({
      directory: { doors },
    })
    const twice = parseDirectory({ ...tables, doors: numbered([...doors, ...doors.slice(0, 1)]) }, codes)
    expect(twice).toMatchObject({
      problems: [{ table: 'doors', row: 4, field: 'address', reason: { key: 'directory:door-twice' } }],
    })
  })

  test('names who is senior and who signs, one person for each role', () => {
    const contact = {
      organisation: 'larch-house',
      role: 'senior',
      name: 'I. Oak',
      email: 'oak@larch.example',
    }
    const numbered = (given: readonly object[]) =>
      given.map((fields, at) => ({ number: at + 2, fields: { ...fields } }))
    expect(parseDirectory({ ...tables, contacts: numbered([contact]) }, codes)).toMatchObject({
      directory: { contacts: [{ ...contact, phone: null }] },
    })
    const wrong = [contact, contact, { ...contact, organisation: 'seaview-court', email: '' }]
    expect(parseDirectory({ ...tables, contacts: numbered(wrong) }, codes)).toMatchObject({
      problems: [
        { table: 'contacts', row: 4, field: 'email', reason: { key: 'directory:missing' } },
        { table: 'contacts', row: 3, field: 'role', reason: { key: 'directory:contact-twice' } },
      ],
    })
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
    expect(read.problems.length).toBeGreaterThan(0)
  })

  test('any JSON at all is either read or refused with words, never a crash', () => {
    const words = loadWords()
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = {
          organisations: value,
          'care-services': [value],
          teams: [value],
          responsibilities: [value],
        }
        const read = tablesFromJson(json)
        const parsed = read.tables === null ? read : parseDirectory(read.tables, codes)
        const problems = [...read.problems, ...('problems' in parsed ? parsed.problems : [])]
        expect(problems.length).toBeGreaterThan(0)
        expect(problems.every(({ reason }) => words.knows(reason.key))).toBe(true)
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
