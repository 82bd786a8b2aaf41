/** The directory on the desk: one organisation's own, set by its administrators, counting from the next case that is routed. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createKnowledgeSource } from '../../../services/pipeline/knowledge.ts'
import { theHub } from '../../../services/store/audit.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { addStaffMember } from '../../../services/store/staff.ts'
import { route } from '../../../router/route.ts'
import type { OrganisationId, StaffId, TeamId } from '../../../shared/ids.ts'
import { addStaff, county, dale, marsh, marshTriage, marshWards, password } from '../../support/county.ts'
import { writtenBy } from '../../support/findings.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
let ann: Visitor
let bea: Visitor
let annId: StaffId
let beaId: StaffId

function addAdministrator(email: string, organisation: OrganisationId, teams: readonly TeamId[]) {
  const member = { email, name: 'Ann Example', password, organisation, role: 'administrator', teams } as const
  return db
    .transaction()
    .execute((queries) => addStaffMember(queries, member, { actor: theHub, now: clock.now }))
}

beforeAll(async () => {
  annId = await addAdministrator('ann@marsh.example', marsh, [])
  await addAdministrator('dot@dale.example', dale, [])
  beaId = await addStaff(db, { email: 'bea@marsh.example', teams: [marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  bea = await desk.signedIn('bea@marsh.example')
})

const directory = {
  ...county,
  responsibilities: [{ team: marshWards, careService: county.careServices[0]?.id ?? null, subject: null }],
}
afterEach(() => expect(desk.faults).toEqual([]))
beforeEach(async () => {
  await db.deleteFrom('directory_settings').execute()
  await db.updateTable('staff').set({ away_from: null, away_until: null }).execute()
  await saveKnowledge(db, { directory, rules: seedRules }, 'test', clock.now)
})

const wards = '/desk/directory/teams/marsh-wards'
const none = { awayFrom: '', awayUntil: '', capacity: '', fallback: '', manager: '' }
const away = {
  ...none,
  awayFrom: '2026-11-20',
  awayUntil: '2026-11-27',
  why: 'The whole team is on training.',
}

const teamNow = async () =>
  (await loadCurrentKnowledge(db)).directory.teams.find(({ id }) => id === marshWards)

/** Whoever would get a complaint about Ward 4 if it were routed now, as the pipeline routes it. */
const source = createKnowledgeSource(db)
async function routedTo(text = 'Nobody on Ward 4 gave my father his dinner.'): Promise<readonly TeamId[]> {
  const knowledge = await source.knowledgeFor(clock.now, marsh, clock.now)
  return route(writtenBy({ text }), knowledge).handoffs.map(({ team }) => team)
}

describe('the page', () => {
  it('shows their own organisation’s services, teams, people and contacts, and nobody else’s', async () => {
    const page = wordsOf((await bea.get('/desk/directory')).text)
    for (const own of ['Ward matrons', 'Ward 4', 'Staff bea', 'Marsh feedback team', 'Senior contact']) {
      expect(page).toContain(own)
    }
    for (const other of ['Home care', 'Dale feedback team']) expect(page).not.toContain(other)
  })

  it('is among the ways about the desk', async () => {
    expect((await bea.get('/desk')).text).toContain('href="/desk/directory"')
  })
})

describe('who may', () => {
  it('is an administrator of the organisation: for others the form is not there', async () => {
    const dot = await desk.signedIn('dot@dale.example')
    expect((await bea.get(wards)).status).toBe(404)
    expect((await dot.get(wards)).status).toBe(404)
    expect((await dot.get(`/desk/directory/staff/${beaId}`)).status).toBe(404)
    const sent = await dot.post(wards, away, '/desk/directory')
    expect(sent.status).toBe(404)
    expect(await teamNow()).not.toHaveProperty('away')
  })

  it('is everybody for their own absence, and for nobody else’s', async () => {
    expect((await bea.get(`/desk/directory/staff/${beaId}`)).status).toBe(200)
    expect((await bea.get(`/desk/directory/staff/${annId}`)).status).toBe(404)
    expect((await ann.get(`/desk/directory/staff/${beaId}`)).status).toBe(200)
  })
})

describe('what is set on a team', () => {
  it('counts from the very next case: who stands in gets what an absent team would have got', async () => {
    expect(await routedTo()).toEqual([marshWards])
    const answer = await ann.post(wards, { ...away, fallback: 'marsh-emergency' })
    expect(answer.location).toBe('/desk/directory?done=team')
    expect(await routedTo()).toEqual(['marsh-emergency'])
  })

  it('counts for how many cases a team takes', async () => {
    await ann.post(wards, { ...none, capacity: '0', why: 'They have no room at all this week.' })
    expect(await routedTo()).toEqual([marshTriage])
  })

  it('counts for whom praise is told to as well', async () => {
    await ann.post(wards, { ...none, manager: 'marsh-emergency', why: 'The matrons answer to them.' })
    expect(await routedTo('The nurses on Ward 4 were wonderful, thank you all.')).toEqual([
      marshWards,
      'marsh-emergency',
    ])
  })

  it('stands on the page with who did it and why, and in the audit with from and to', async () => {
    await ann.post(wards, { ...none, capacity: '12', why: 'Two of them have left.' })
    const page = wordsOf((await bea.get('/desk/directory')).text)
    expect(page).toContain('0 of at most 12')
    expect(page).toContain('open cases at once: none → 12 Two of them have left. Ann Example')
    const line = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('act', '=', 'directory.team')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(line).toMatchObject({ actor: annId, organisation: marsh })
    expect(line.details).toEqual({ team: marshWards, capacityFrom: null, capacityTo: 12 })
  })

  it('is known to staff who pass a case on: the stand-in is told if nobody accepts', async () => {
    await ann.post(wards, { ...none, fallback: 'marsh-emergency', why: 'They share an office.' })
    const row = await db
      .selectFrom('teams')
      .select('fallback')
      .where('id', '=', marshWards)
      .executeTakeFirst()
    expect(row?.fallback).toBe('marsh-emergency')
  })

  it.each([
    ['no reason', { ...away, why: ' ' }, 'Say why'],
    ['a last day alone', { ...away, awayFrom: '' }, 'Give the first day as well'],
    ['a last day before the first', { ...away, awayUntil: '2026-11-19' }, 'cannot be before the first'],
    ['an absence that is over', { ...away, awayUntil: '2026-11-21' }, 'would be over already'],
    ['a date that is none', { ...away, awayFrom: '2026-02-30' }, 'Give the day as a date'],
    ['a number that is none', { ...away, capacity: 'many' }, 'Write a whole number'],
    ['itself as its stand-in', { ...away, fallback: 'marsh-wards' }, 'Choose a team'],
    ['a stand-in of others', { ...away, fallback: 'dale-feedback' }, 'Choose a team'],
    ['nothing that differs', { ...none, why: 'Just so.' }, 'You changed nothing'],
  ])('is refused in a plain sentence: %s', async (_, fields, sentence) => {
    const answer = await ann.post(wards, fields)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    expect(await teamNow()).toEqual(directory.teams.find(({ id }) => id === marshWards))
  })

  it('never replaces what somebody else set meanwhile: the second sees it first, and may then decide', async () => {
    const open = hiddenFields((await ann.get(wards)).text)
    await ann.post(wards, { ...none, capacity: '12', why: 'Two of them have left.' })
    const second = { ...none, manager: 'marsh-emergency', why: 'The matrons answer to them.' }
    const late = await ann.send(wards, { ...open, ...second })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Somebody else changed this while you had it open')
    expect(wordsOf(late.text)).toContain('Open cases at once 12')
    expect(await teamNow()).toMatchObject({ capacity: 12 })
    expect(await teamNow()).not.toHaveProperty('manager')
    await ann.send(wards, { ...hiddenFields(late.text), ...second, capacity: '12' })
    expect(await teamNow()).toMatchObject({ capacity: 12, manager: 'marsh-emergency' })
  })

  it('leaves what somebody sets on another team at the same moment alone', async () => {
    const other = '/desk/directory/teams/marsh-emergency'
    const [one, two] = await Promise.all([ann.get(wards), ann.get(other)])
    const fields = (html: string, capacity: string) => ({
      ...hiddenFields(html),
      ...none,
      capacity,
      why: 'So.',
    })
    const answers = await Promise.all([
      ann.send(wards, fields(one.text, '5')),
      ann.send(other, fields(two.text, '6')),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { teams } = (await loadCurrentKnowledge(db)).directory
    expect(teams.flatMap(({ capacity }) => capacity ?? [])).toEqual([5, 6])
  })
})

describe('a person’s absence', () => {
  const week = { awayFrom: '2026-11-22', awayUntil: '2026-11-29', why: 'Leave.' }

  it('sends cases elsewhere at once when everybody in the team is away, and not while somebody is in', async () => {
    const cal = await addStaff(db, { email: 'cal@marsh.example', teams: [marshWards] }, clock.now)
    await bea.post(`/desk/directory/staff/${beaId}`, week)
    expect(await routedTo()).toEqual([marshWards])
    await ann.post(`/desk/directory/staff/${cal}`, { ...week, awayUntil: '2026-11-25' })
    expect(await routedTo()).toEqual([marshTriage])
    const page = wordsOf((await bea.get('/desk/directory')).text)
    expect(page).toContain('Everybody in it is away until Wednesday 25 November')
    await db.deleteFrom('staff_teams').where('staff', '=', cal).execute()
  })

  it('is recorded with who set it and why, and only once where two set it', async () => {
    const form = `/desk/directory/staff/${beaId}`
    const open = hiddenFields((await ann.get(form)).text)
    await bea.post(form, week)
    const late = await ann.send(form, { ...open, ...week, awayUntil: '2026-12-24' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('29 November')
    expect(wordsOf((await bea.get('/desk/directory')).text)).toContain('Leave. Staff bea')
    const acts = await db
      .selectFrom('audit_entries')
      .select(['actor', 'details'])
      .where('act', '=', 'directory.absence')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(acts).toEqual({ actor: beaId, details: { from: '2026-11-22', until: '2026-11-29' } })
  })
})

describe('a contact', () => {
  const form = '/desk/directory/contacts/senior'

  it('is who is told from then on, by the address that was set', async () => {
    const sam = { name: 'Sam Example', email: 'sam@marsh.example', phone: '', why: 'New in post.' }
    expect((await ann.post(form, { ...sam, email: '' })).status).toBe(422)
    expect((await ann.post(form, sam)).status).toBe(303)
    const rows = await db.selectFrom('organisation_contacts').selectAll().execute()
    expect(rows).toEqual([
      { organisation: marsh, role: 'senior', name: 'Sam Example', email: 'sam@marsh.example', phone: null },
    ])
    expect(wordsOf((await bea.get('/desk/directory')).text)).toContain('Sam Example, sam@marsh.example')
  })
})
