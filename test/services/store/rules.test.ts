/** Versions of the rules: what a person edited stays theirs, what came with the hub is kept up to date. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { setUp } from '../../../services/setup.ts'
import { connect } from '../../../services/store/database.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { saveRouting } from '../../../services/store/rules.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import { addStaff, county } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
const now = new Date('2026-11-22T12:00:00Z')

const rule: RoutingRule = {
  id: 'parking',
  when: { words: ['parking'] },
  team: 'marsh-emergency',
  from: '2026-11-22',
  until: null,
  author: 'Ann Example',
  reason: 'They run the car park.',
}
/** As an older release brought them. */
const older = { ...seedRules, redFlags: [], routing: [rule] }

beforeEach(async () => {
  await db.deleteFrom('knowledge_versions').execute()
})

describe('starting again with a newer release', () => {
  test('brings its red flags and leaves the routing rules and the directory that a person made', async () => {
    await saveKnowledge(db, { directory: county, rules: older }, 'a-member-of-staff', now)
    await setUp(db, now)
    const { rules, directory, madeBy } = await loadCurrentKnowledge(db)
    expect(rules.redFlags).toEqual(seedRules.redFlags)
    expect(rules.routing).toEqual([rule])
    expect(directory).toEqual(county)
    expect(madeBy).toBe('a-member-of-staff')
  })

  test('makes no other version where nothing changed', async () => {
    await saveKnowledge(db, { directory: county, rules: seedRules }, 'a-member-of-staff', now)
    const { version } = await loadCurrentKnowledge(db)
    await setUp(db, now)
    await setUp(db, now)
    expect((await loadCurrentKnowledge(db)).version).toBe(version)
    expect(await db.selectFrom('knowledge_versions').select('version').execute()).toEqual([{ version }])
  })
})

test('a version and its line in the audit stand or fall together', async () => {
  const version = await saveKnowledge(db, { directory: county, rules: seedRules }, 'test', now)
  const who = await findStaffMember(db, await addStaff(db, { email: 'abe@marsh.example' }, now))
  if (who === null) throw new Error('He has no account')
  const lines = () =>
    db.selectFrom('audit_entries').selectAll().where('about_kind', '=', 'knowledge').execute()
  const change = { who, version, routing: [rule], rule: rule.id, now }
  // What the audit cannot take, the knowledge does not take either.
  await expect(saveRouting(db, { ...change, act: 'rule.add\0' })).rejects.toThrow()
  expect(await lines()).toEqual([])
  expect((await loadCurrentKnowledge(db)).version).toBe(version)
  await saveRouting(db, { ...change, act: 'rule.add' })
  const { version: made } = await loadCurrentKnowledge(db)
  expect(await lines()).toMatchObject([{ act: 'rule.add', about: made }])
})

test('two at once make one version after the other', async () => {
  const versions = await Promise.all(
    [older, seedRules].map((rules) => saveKnowledge(db, { directory: county, rules }, 'test', now)),
  )
  expect(versions).toContain((await loadCurrentKnowledge(db)).version)
  expect(new Set(versions).size).toBe(2)
})

test('of two administrators who save at the same moment one is told, and what the other saved stays', async () => {
  const version = await saveKnowledge(db, { directory: county, rules: seedRules }, 'test', now)
  const staff = await addStaff(db, { email: 'ann@marsh.example' }, now)
  const who = await findStaffMember(db, staff)
  if (who === null) throw new Error('She has no account')
  const change = { who, version, act: 'rule.add', now }
  const results = await Promise.all([
    saveRouting(db, { ...change, routing: [rule], rule: rule.id }),
    saveRouting(db, { ...change, routing: [{ ...rule, id: 'other' }], rule: 'other' }),
  ])
  expect(results.toSorted()).toEqual(['changed-meanwhile', 'done'])
  const { rules } = await loadCurrentKnowledge(db)
  expect(rules.routing.map(({ id }) => id)).toEqual([results[0] === 'done' ? rule.id : 'other'])
})
