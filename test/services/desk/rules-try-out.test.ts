/** A trial of changed rules: whoever is away or has enough is stood in for as on arrival, and how far it is can be seen meanwhile. */
import { afterEach, beforeAll, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createTryRules } from '../../../services/desk/rules-try-out.ts'
import { theHub } from '../../../services/store/audit.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { addStaffMember } from '../../../services/store/staff.ts'
import type { Team } from '../../../shared/directory.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, county, marsh, marshEmergency, marshWards, password } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock } = desk
const ann = { email: 'ann@marsh.example', name: 'Ann Example', password, organisation: marsh, teams: [] }
let visitor: Visitor

beforeAll(async () => {
  const member = { ...ann, role: 'administrator' } as const
  await db
    .transaction()
    .execute((queries) => addStaffMember(queries, member, { actor: theHub, now: clock.now }))
  visitor = await desk.signedIn(ann.email)
})
afterEach(() => expect(desk.faults).toEqual([]))

const add = '/desk/rules/routing/new'
const parking = { words: 'parking', team: marshEmergency, from: '2026-11-22', reason: 'They run it.' }
const triedWords = async () => wordsOf((await visitor.post(add, parking)).text)

/** The team that the new rule names, as it is on the day of the trial; whoever stands in for it is the wards'. */
async function emergencyIs(how: Partial<Team>): Promise<void> {
  const teams = county.teams.map((team) =>
    team.id === marshEmergency ? { ...team, fallback: marshWards, ...how } : team,
  )
  await saveKnowledge(db, { directory: { ...county, teams }, rules: seedRules }, 'test', clock.now)
}

const aboutParking = (text = 'The parking is dreadful.') =>
  addCase(db, envelope, desk.knowledge, { submission: { text, channel: 'web-form' } })

it('says that there is nothing to try it on where nothing came in and nothing is open', async () => {
  const words = await triedWords()
  expect(words).toContain('There is nothing to try it on: no case was received in the last 30 days')
  expect(words).toContain('Save the rules')
})

it('shows who would stand in for a team that is away on the day of the trial', async () => {
  const { reference } = await aboutParking()
  await emergencyIs({ away: { from: '2026-11-22', until: '2026-11-22' } })
  expect(await triedWords()).toMatch(new RegExp(`${reference}.*Would go to Ward matrons`))
  await emergencyIs({ away: { from: '2026-11-23', until: '2026-11-30' } })
  expect(await triedWords()).toMatch(new RegExp(`${reference}.*Would go to Emergency department`))
})

it('shows who would stand in where everybody in the team is away', async () => {
  await emergencyIs({})
  const id = await addStaff(db, { email: 'eve@marsh.example', teams: [marshEmergency] }, clock.now)
  const away = (from: string | null, until: string | null) =>
    db.updateTable('staff').set({ away_from: from, away_until: until }).where('id', '=', id).execute()
  await away('2026-11-20', '2026-11-25')
  expect(await triedWords()).toContain('Would go to Ward matrons')
  await away(null, null)
  expect(await triedWords()).toContain('Would go to Emergency department')
})

it('shows who would stand in for a team that has as many cases as it can take, but for the case it has already', async () => {
  await emergencyIs({ capacity: 1 })
  expect(await triedWords()).toContain('Would go to Emergency department')
  const has = await addCase(db, envelope, desk.knowledge, {
    submission: { text: 'The parking is too dear.', channel: 'web-form' },
    ownerTeam: marshEmergency,
  })
  const words = await triedWords()
  expect(words).toMatch(new RegExp(`${has.reference}.{0,200}Would go to Emergency department`))
  expect(words).toMatch(/Would go to Ward matrons/)
})

it('tells apart who would answer and who would only be told', async () => {
  await emergencyIs({})
  const words = wordsOf((await visitor.post(add, { ...parking, does: 'is-told' })).text)
  expect(words).toContain('None of your cases would have gone elsewhere.')
  expect(words).toContain('In 2 cases it would change who is told besides.')
  expect(words).toMatch(/Would go to [A-Z][\w ]+ told besides: Emergency department/)
})

it('tells how far it is before it is done', async () => {
  const page = await visitor.post(add, parking)
  const text = wordsOf(page.text)
  expect(text).toContain('0 of 2 cases tried. Nothing is saved yet.')
  expect(text.indexOf('0 of 2 cases tried')).toBeLessThan(text.indexOf('2 cases were routed again'))
})

const sorter = { organisation: marsh, teams: [], seesAll: true }

it('stops where nobody waits for it any more', async () => {
  const trial = { stored: await loadCurrentKnowledge(db), routing: [], day: '2026-11-22' }
  const tried = createTryRules(db)({ ...trial, who: sorter, now: clock.now }, () => false)
  expect(await tried).toBeNull()
})

it('says so where it fails, with nothing lost of what was written, and logs no words', async () => {
  const broken = await aboutParking('The parking is a disgrace.')
  await db.updateTable('submissions').set({ content: '{}' }).where('case', '=', broken.id).execute()
  const page = await visitor.post(add, parking)
  const text = wordsOf(page.text)
  expect(text).toContain('It could not be tried out.')
  expect(text).toContain('Try it again')
  expect(text).not.toContain('Save the rules')
  expect(hiddenFields(page.text)).toMatchObject(parking)
  expect((await loadCurrentKnowledge(db)).rules.routing).toEqual([])
  expect(desk.faults).toMatchObject([{ fault: 'TypeError' }])
  expect(JSON.stringify(desk.faults)).not.toContain('disgrace')
  desk.faults.length = 0
})
