/** The page of the rules says which rule can never decide: one that an earlier one leaves nothing, one whose team is gone. */
import { beforeAll, describe, expect, it, test } from 'vitest'
import { leavesNothing } from '../../../services/desk/rules-list.ts'
import { theHub } from '../../../services/store/audit.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { addStaffMember } from '../../../services/store/staff.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import { addStaff, marsh, marshTriage, password } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
let bea: Visitor
beforeAll(async () => {
  await addStaff(db, { email: 'bea@marsh.example', teams: [marshTriage] }, clock.now)
  bea = await desk.signedIn('bea@marsh.example')
})

const rule = (given: Partial<RoutingRule>): RoutingRule => ({
  id: 'one',
  when: { kind: ['complaint'] },
  team: 'marsh-emergency',
  from: '2026-11-01',
  until: null,
  author: 'Ann Example',
  reason: 'As agreed.',
  ...given,
})

async function pageOf(...routing: readonly RoutingRule[]): Promise<string> {
  const { directory, rules } = await loadCurrentKnowledge(db)
  await saveKnowledge(db, { directory, rules: { ...rules, routing } }, 'test', clock.now)
  return wordsOf((await bea.get('/desk/rules')).text)
}

test.each<[string, Partial<RoutingRule>, Partial<RoutingRule>, boolean]>([
  ['the same again', {}, {}, true],
  ['a narrower one', {}, { when: { kind: ['complaint'], level: ['High'] } }, true],
  ['one of its choices', { when: { kind: ['complaint', 'concern'] } }, { when: { kind: ['concern'] } }, true],
  ['a wider one', { when: { kind: ['complaint'], level: ['High'] } }, {}, false],
  ['another choice', {}, { when: { kind: ['complaint', 'concern'] } }, false],
  ['one that looks at something else', {}, { when: { words: ['parking'] } }, false],
  ['one that begins before', { from: '2026-11-10' }, {}, false],
  ['one that outlasts it', { until: '2026-12-01' }, {}, false],
  ['one that it only tells of', {}, { does: 'is-told' }, false],
  ['what it is only told of', { does: 'is-told' }, {}, false],
  ['the same request', { when: { request: ['withdrawal'] } }, { when: { request: ['withdrawal'] } }, true],
  ['one that ends with it', { until: '2026-12-01' }, { until: '2026-12-01' }, true],
])('to %s a rule leaves nothing: %s', (_, before, after, expected) => {
  expect(leavesNothing(rule(before), rule(after))).toBe(expected)
})

describe('the page of the rules', () => {
  it('says which team answers and which is only told, and what the rule looks at', async () => {
    const page = await pageOf(
      rule({}),
      rule({ id: 'two', does: 'is-told', when: { request: ['own-records'] } }),
    )
    expect(page).toContain('1. To Emergency department')
    expect(page).toContain('2. Emergency department is told as well')
    expect(page).toContain('Request or letter of another kind Records or personal data')
  })

  const narrow = rule({ id: 'two', when: { kind: ['complaint'], level: ['High'] }, team: 'marsh-wards' })

  it('says that a rule never decides where an earlier one leaves it nothing, and not in the other order', async () => {
    expect(await pageOf(rule({}), narrow)).toContain('This rule never decides: rule 1 before it')
    expect(await pageOf(narrow, rule({}))).not.toContain('never decides')
  })

  it('says that a rule whose team is gone is passed over, so that the next one decides', async () => {
    const page = await pageOf(rule({ team: 'marsh-catering' }), narrow)
    expect(page).toContain('1. To a team that is gone')
    expect(page).toContain('The directory has no team marsh-catering any more')
    expect(page).not.toContain('never decides')
  })
})

describe('a rule that names what is gone', () => {
  const gone = rule({ when: { careService: ['marsh-ward-9'], kind: ['complaint'] } })

  it('is said never to hold where all of a condition is gone, and what is gone is marked', async () => {
    const page = await pageOf(gone)
    expect(page).toContain('marsh-ward-9 (gone from the directory or the codes)')
    expect(page).toContain('This rule never holds: all that it names under “Care service” is gone')
    const half = await pageOf(rule({ when: { careService: ['marsh-ward-9', 'marsh-ward-4'] } }))
    expect(half).toContain('marsh-ward-9 (gone from the directory or the codes) or Ward 4')
    expect(half).not.toContain('never holds')
  })

  it('keeps it when something else is changed: a rule that looked at less would take more', async () => {
    await pageOf(gone)
    const ann = await administrator()
    const address = '/desk/rules/routing/one'
    const form = await ann.get(address)
    expect(form.text).toMatch(/value="marsh-ward-9" checked/)
    const fields = {
      careService: 'marsh-ward-9',
      kind: 'complaint',
      team: 'marsh-wards',
      from: '2026-11-01',
      reason: 'As agreed.',
      why: 'Another team',
    }
    const tried = await ann.post(address, fields)
    const saved = await ann.send(address, { ...hiddenFields(tried.text), ...fields, step: 'save' })
    expect(saved.location).toBe('/desk/rules?done=changed')
    const [changed] = (await loadCurrentKnowledge(db)).rules.routing
    expect(changed).toMatchObject({ team: 'marsh-wards', when: gone.when })
    const other = await ann.post(address, { ...fields, careService: 'marsh-ward-10' })
    expect(wordsOf(other.text)).toContain('Choose from the list')
  })
})

async function administrator(): Promise<Visitor> {
  const member = { email: 'ann@marsh.example', name: 'Ann Example', password, organisation: marsh, teams: [] }
  await db
    .transaction()
    .execute((queries) =>
      addStaffMember(queries, { ...member, role: 'administrator' }, { actor: theHub, now: clock.now }),
    )
  return desk.signedIn(member.email)
}
