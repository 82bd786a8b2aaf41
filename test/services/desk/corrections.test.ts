/** Correcting what the hub found: with a reason, beside what was found before, and never behind somebody's back. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addStaff, dale, daleTriage, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const findings = (made: CaseMade, about: string) => findingsAbout(db, made, about)
const clocks = ({ id }: CaseMade) =>
  db
    .selectFrom('clocks')
    .select(['name', 'starts_on', 'due_on', 'state', 'ended_because'])
    .where('case', '=', id)
    .orderBy('name')
    .execute()
const row = (made: CaseMade) => caseRow(db, made)
const acts = async (made: CaseMade) => (await auditOf(db, made)).map((entry) => [entry.act, entry.actor_kind])

describe('correcting the kind', () => {
  it('keeps the finding it corrects, the day of receipt, and counts the clocks from that day', async () => {
    const made = await addCase(db, envelope, knowledge, {
      kind: 'compliment',
      receivedOn: '2026-11-02',
      acknowledgeBy: null,
    })
    const answer = await ann.post(`${address(made)}/correct/kind`, {
      kind: 'complaint',
      why: 'She asks for an answer.',
    })
    expect(answer.location).toBe(`${address(made)}?done=kind`)
    expect(await row(made)).toMatchObject({
      kind: 'complaint',
      received_on: '2026-11-02',
      next_due_on: '2026-11-05',
    })
    const [before, after] = await findings(made, 'kind')
    expect(before).toMatchObject({ value: 'compliment', corrected_by: null })
    expect(after).toMatchObject({
      value: 'complaint',
      correction: 'She asks for an answer.',
      knowledge_version: null,
    })
    expect(after?.corrected_by).not.toBeNull()
    expect(await clocks(made)).toMatchObject([
      { name: 'acknowledge', starts_on: '2026-11-02', due_on: '2026-11-05', state: 'running' },
      { name: 'six-months', starts_on: '2026-11-02', due_on: '2027-05-01', state: 'running' },
    ])
    expect(await acts(made)).toEqual([['kind.convert', 'staff']])
    const page = await ann.get(address(made))
    expect(page.text).toContain('Corrected by Staff ann on 22 November 2026 at 12:00')
    expect(page.text).toContain('She asks for an answer.')
  })

  it('says of a clock that ran in case it was a complaint that it is one', async () => {
    const made = await addCase(db, envelope, knowledge, { kind: 'concern' })
    const because = { key: 'router:clock.in-case.working-days', params: { count: 3, source: 'a rule' } }
    await db
      .updateTable('clocks')
      .set({ because: JSON.stringify(because) })
      .where('case', '=', made.id)
      .execute()
    await ann.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: 'He wants it investigated.' })
    const after = await db.selectFrom('clocks').select('because').where('case', '=', made.id).execute()
    expect(after.length).toBeGreaterThan(0)
    expect(after.map((clock) => clock.because.key).filter((key) => key === because.key)).toEqual([])
  })

  it('drops the clocks of a complaint once a person says that it is a comment, and keeps them on view', async () => {
    const made = await addCase(db, envelope, knowledge, { kind: 'complaint' })
    await ann.post(`${address(made)}/correct/kind`, { kind: 'compliment', why: 'Pure praise.' })
    expect(await clocks(made)).toMatchObject([
      { name: 'acknowledge', state: 'dropped', ended_because: 'kind-confirmed' },
      { name: 'pass-on', state: 'running', starts_on: '2026-11-20', due_on: '2026-11-25' },
    ])
  })

  it('starts the time to answer on the day of the acknowledgement, whenever it was put on record, where that was met before', async () => {
    await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
    const dan = await desk.signedIn('dan@dale.example')
    const made = await addCase(db, envelope, knowledge, {
      receivedBy: dale,
      kind: 'concern',
      acknowledgeBy: '2026-11-27',
    })
    const recorded = new Date('2026-11-27T10:00:00Z')
    await db
      .updateTable('clocks')
      .set({ state: 'met', ended_at: recorded, happened_on: '2026-11-24' })
      .where('case', '=', made.id)
      .execute()
    await dan.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: 'They say so.' })
    expect(await clocks(made)).toMatchObject([
      { name: 'acknowledge', state: 'met' },
      { name: 'respond', state: 'running', starts_on: '2026-11-24', due_on: '2026-12-08' },
    ])
  })

  it('needs no reason to confirm what it is already, and stops saying that nobody did', async () => {
    const made = await addCase(db, envelope, knowledge)
    await ann.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: '' })
    expect((await row(made)).kind_confirmed_by).not.toBeNull()
    expect(await acts(made)).toEqual([['kind.confirm', 'staff']])
    expect((await ann.get(address(made))).text).not.toContain('not confirmed')
  })

  it('makes less of a confirmed complaint only with the person’s agreement', async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = `${address(made)}/correct/kind`
    await ann.post(form, { kind: 'complaint', why: 'It is.' })
    const refused = await ann.post(form, { kind: 'concern', why: 'Settled at once.' })
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('only if the person agrees'),
    ])
    expect(refused.text).toContain('Settled at once.')
    expect((await row(made)).kind).toBe('complaint')
    expect((await ann.post(form, { kind: 'concern', why: 'Settled at once.', agreed: 'yes' })).status).toBe(
      303,
    )
    expect((await row(made)).kind).toBe('concern')
  })

  it('refuses to change without a reason, and loses nothing that was chosen', async () => {
    const made = await addCase(db, envelope, knowledge)
    const answer = await ann.post(`${address(made)}/correct/kind`, { kind: 'comment', why: '  ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/value="comment"[^>]*checked/)
    expect((await row(made)).version).toBe(1)
  })
})

describe('grading again', () => {
  const grading = {
    stage: 'after-investigation',
    seriousness: 'High',
    likelihood: 'Rare',
    harm: 'none',
    why: 'Seen the notes.',
  }

  it('takes the level from the matrix and keeps every grading', async () => {
    const made = await addCase(db, envelope, knowledge)
    await ann.post(`${address(made)}/correct/grading`, grading)
    const gradings = await db
      .selectFrom('gradings')
      .selectAll()
      .where('case', '=', made.id)
      .orderBy('id')
      .execute()
    expect(gradings.map(({ stage, level }) => [stage, level])).toEqual([
      ['receipt', 'Moderate'],
      ['after-investigation', 'High'],
    ])
    expect(await row(made)).toMatchObject({ seriousness: 'High', likelihood: 'Rare', level: 'High' })
    expect((await findings(made, 'level')).map(({ value }) => value)).toEqual(['Moderate', 'High'])
    expect(await acts(made)).toEqual([['case.grade', 'staff']])
  })

  it('never goes below the floor for harm, and offers that harm again next time', async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = `${address(made)}/correct/grading`
    await ann.post(form, { ...grading, seriousness: 'Low', harm: 'death' })
    expect((await row(made)).level).toBe('Extreme')
    expect((await ann.get(form)).text).toMatch(/value="death"[^>]*checked/)
  })

  it('is refused without a reason', async () => {
    const made = await addCase(db, envelope, knowledge)
    const answer = await ann.post(`${address(made)}/correct/grading`, { ...grading, why: '' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Say why')])
    expect((await row(made)).level).toBe('Moderate')
  })
})

it('corrects the tone, with the old one kept', async () => {
  const made = await addCase(db, envelope, knowledge)
  await ann.post(`${address(made)}/correct/tone`, { tone: 'positive', why: 'Irony.' })
  expect((await row(made)).tone).toBe('positive')
  expect((await findings(made, 'tone')).map(({ value }) => value)).toEqual(['negative', 'positive'])
})

it('offers the case to the team that a person names as the right one', async () => {
  const made = await addCase(db, envelope, knowledge, { handoff: 'accepted' })
  await ann.post(`${address(made)}/correct/owner`, { to: marshEmergency, why: 'It was in A&E.' })
  expect((await row(made)).owner_team).toBe(marshEmergency)
  const handoffs = await db
    .selectFrom('handoffs')
    .selectAll()
    .where('case', '=', made.id)
    .orderBy('id')
    .execute()
  expect(handoffs.map(({ team, state, told }) => [team, state, told])).toEqual([
    [marshWards, 'passed-on', 'told'],
    [marshEmergency, 'offered', 'waiting'],
  ])
  expect(desk.rung.at(-1)).toEqual({ queue: 'hand-over', ids: [handoffs[1]?.id] })
})

describe('two people at the same case', () => {
  it('are told of one another, and the second loses nothing', async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = `${address(made)}/correct/tone`
    const opened = await ann.get(form)
    await ann.post(`${address(made)}/correct/kind`, { kind: 'concern', why: 'Meanwhile.' })
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec(opened.text) ?? []
    const late = { _csrf: token, version: '1', tone: 'neutral', why: 'My own view.' }
    const answer = await ann.send(form, late)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Somebody else changed this case while you had it open')
    expect(answer.text).toContain('My own view.')
    expect((await row(made)).tone).toBe('negative')
    expect((await ann.send(form, { ...late, version: '2' })).status).toBe(303)
  })
})

it('refuses every correction that does not come from our own pages', async () => {
  const made = await addCase(db, envelope, knowledge)
  const answer = await ann.send(`${address(made)}/correct/tone`, {
    version: '1',
    tone: 'neutral',
    why: 'Forged.',
  })
  expect(answer.status).toBe(403)
  expect((await row(made)).tone).toBe('negative')
})
