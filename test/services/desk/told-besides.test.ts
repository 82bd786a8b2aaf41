/** A team that is told besides the owner, such as safeguarding, hands that on with its reason, and the owner stays the owner. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listJudgements } from '../../../services/store/evaluations.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addStaff, marsh, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import type { TeamId } from '../../../shared/ids.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let triager: Visitor
let emergency: Visitor
let made: CaseMade

beforeAll(async () => {
  await addStaff(db, { email: 'tess@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'olga@marsh.example', teams: [marshEmergency] }, clock.now)
  triager = await desk.signedIn('tess@marsh.example')
  emergency = await desk.signedIn('olga@marsh.example')
})

const because = [
  { key: 'router:owner.duty.safeguarding', params: { organisation: 'Marsh Hospitals (example)' } },
  { key: 'router:flag.safeguarding-adult', params: { count: 1 }, spans: [{ start: 0, end: 7 }] },
]
beforeEach(async () => {
  made = await addCase(db, envelope, knowledge, { flags: ['safeguarding-adult'] })
})

async function tell(team: TeamId): Promise<void> {
  const told = { organisation: marsh, team, issues: [] }
  const { id: of } = made
  await db
    .insertInto('findings')
    .values({
      case: of,
      about: 'owner',
      value: JSON.stringify(told),
      because: JSON.stringify(because),
      confidence: 0.8,
      found_at: clock.now,
      knowledge_version: knowledge,
    })
    .execute()
  await db
    .insertInto('handoffs')
    .values({
      case: of,
      ...told,
      issues: [],
      state: 'offered',
      accept_by: '2026-11-24',
      if_nobody: marshTriage,
      because: JSON.stringify(because),
      offered_at: clock.now,
      told: 'told',
      due_at: clock.now,
    })
    .execute()
}

const page = () => `/desk/cases/${made.reference}`
const newest = () =>
  db
    .selectFrom('handoffs')
    .selectAll()
    .where('case', '=', made.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
async function hand(team: TeamId, act: string, form: Readonly<Record<string, string>>): Promise<void> {
  const { id } = await db
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', made.id)
    .where('team', '=', team)
    .executeTakeFirstOrThrow()
  const answer = await triager.post(`${page()}/handoffs/${id}/${act}`, {
    why: 'They are on duty today.',
    ...form,
  })
  expect(answer.status).toBe(303)
}
const why = (text: string) => wordsOf(text).slice(wordsOf(text).indexOf('This waits for'))

describe('passing on what a team was told besides', () => {
  beforeEach(async () => {
    await tell(marshTriage)
    await hand(marshTriage, 'pass-on', { to: marshEmergency })
  })

  it('leaves the case with the team that answers for it, on the page and in the agreement with the router', async () => {
    expect((await caseRow(db, made)).owner_team).toBe(marshWards)
    const said = await findingsAbout(db, made, 'owner')
    expect(said.filter(({ corrected_by: person }) => person !== null)).toEqual([])
    const judged = await listJudgements(db, { from: null, to: null })
    expect(
      judged.filter(({ reference, about }) => reference === made.reference && about === 'owner'),
    ).toEqual([])
    const topic = wordsOf((await triager.get(page())).text)
    expect(topic).not.toContain('A member of staff says so')
  })

  it('tells the new team what it is about, with the red flag', async () => {
    expect(await newest()).toMatchObject({ team: marshEmergency, state: 'offered' })
    expect((await newest()).because.map(({ key }) => key)).toEqual([
      'desk:handoff.afterPassOn',
      'router:owner.duty.safeguarding',
      'router:flag.safeguarding-adult',
    ])
    const words = why((await emergency.get(page())).text)
    expect(words).toContain('Another team passed it on')
    expect(words).toContain('A possible safeguarding matter')
  })

  it('is no example of another owner, nor is a team offered as one that is only told', async () => {
    const { text } = await triager.get(`/desk/cases/${(await addCase(db, envelope, knowledge)).reference}`)
    expect(text).not.toContain(`name="to" value="${marshEmergency}"`)
    await tell(marshEmergency)
    expect((await triager.get(page())).text).not.toContain(`name="to" value="${marshEmergency}"`)
  })
})

describe('declining what a team was told besides', () => {
  it('tells whoever stands in what it is about, and not how it came to those before', async () => {
    await tell(marshEmergency)
    await hand(marshEmergency, 'decline', {})
    expect((await newest()).because.map(({ key }) => key)).toContain('router:flag.safeguarding-adult')
    await hand(marshTriage, 'pass-on', { to: marshEmergency })
    expect((await newest()).because.map(({ key }) => key)).toEqual([
      'desk:handoff.afterPassOn',
      'router:owner.duty.safeguarding',
      'router:flag.safeguarding-adult',
    ])
    expect((await caseRow(db, made)).owner_team).toBe(marshWards)
  })
})

describe('the team that answers for the case', () => {
  it('is another one on record where the owner passes it on', async () => {
    await hand(marshWards, 'pass-on', { to: marshEmergency })
    expect((await caseRow(db, made)).owner_team).toBe(marshEmergency)
    const said = await findingsAbout(db, made, 'owner')
    expect(said.some(({ corrected_by: person }) => person !== null)).toBe(true)
  })

  it('takes a red flag along where a person names another team, and not the reasons for the wrong one', async () => {
    const place = {
      key: 'router:owner.by.organisation',
      params: { team: 'Ward matrons', organisation: 'Marsh' },
    }
    await db
      .updateTable('handoffs')
      .set({ because: JSON.stringify([place, ...because]) })
      .where('case', '=', made.id)
      .where('team', '=', marshWards)
      .execute()
    await triager.post(`${page()}/correct/owner`, { to: marshEmergency, why: 'It was in A&E.' }, page())
    expect((await newest()).because.map(({ key }) => key)).toEqual([
      'desk:handoff.afterCorrection',
      'router:owner.duty.safeguarding',
      'router:flag.safeguarding-adult',
    ])
  })
})
