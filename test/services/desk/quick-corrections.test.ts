/** One click that corrects, and one that takes it back: as honest as the forms, and nothing is lost on the way. */
import { beforeAll, describe, expect, it } from 'vitest'
import { listJudgements } from '../../../services/store/evaluations.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addStaff, dale, daleTriage, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dan: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const given = (more: CaseGiven = {}) => addCase(db, envelope, knowledge, more)
const none = 'Corrected with one click; no reason was given.'
const click = (made: CaseMade, what: string, to: string, more: object = {}, who = ann) =>
  who.post(`${address(made)}/quick/${what}`, { to, why: none, ...more }, address(made))
const row = (made: CaseMade) => caseRow(db, made)
const page = async (made: CaseMade) => (await ann.get(address(made))).text
const acts = async (made: CaseMade) => (await auditOf(db, made)).map(({ act }) => act)
const clocks = async ({ id }: CaseMade) =>
  (
    await db
      .selectFrom('clocks')
      .select(['name', 'due_on'])
      .where('case', '=', id)
      .where('state', '=', 'running')
      .orderBy('name')
      .execute()
  ).map(({ name, due_on }) => `${name} ${due_on}`)
const judged = async ({ reference }: CaseMade) =>
  (await listJudgements(db, { from: null, to: null })).filter((one) => one.reference === reference)
const subjectsOf = async ({ id }: CaseMade) =>
  (await db.selectFrom('issues').select('subjects').where('case', '=', id).executeTakeFirstOrThrow()).subjects

async function undo(made: CaseMade, who = ann) {
  const { id } = await db
    .selectFrom('quick_corrections')
    .select('id')
    .where('case', '=', made.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return who.post(
    `${address(made)}/quick/undo/${String(id)}`,
    { why: 'A correction was undone.' },
    address(made),
  )
}

describe('one click', () => {
  it('makes it another kind, keeps what the hub found, and is an example of what people say', async () => {
    const made = await given({ kind: 'concern' })
    expect((await click(made, 'kind', 'complaint')).location).toBe(`${address(made)}?done=quick`)
    expect(await row(made)).toMatchObject({ kind: 'complaint' })
    const [before, after] = await findingsAbout(db, made, 'kind')
    expect(before).toMatchObject({ value: 'concern', corrected_by: null })
    expect(after).toMatchObject({ value: 'complaint', correction: none })
    expect(await acts(made)).toEqual(['kind.convert'])
    expect(await judged(made)).toMatchObject([{ about: 'kind', router: ['concern'], person: ['complaint'] }])
  })

  it('confirms the kind without giving a reason for it', async () => {
    const made = await given({ kind: 'concern' })
    await click(made, 'kind', 'concern')
    expect((await row(made)).kind_confirmed_by).not.toBeNull()
    expect((await findingsAbout(db, made, 'kind')).at(-1)).toMatchObject({ correction: '' })
    expect(await acts(made)).toEqual(['kind.confirm'])
  })

  it('keeps the short reason that was chosen', async () => {
    const made = await given({ kind: 'concern' })
    await click(made, 'kind', 'comment', { why: 'The words were misread.' })
    expect(await page(made)).toContain('The words were misread.')
  })

  it('never makes less of a complaint that somebody confirmed: that needs the person’s agreement', async () => {
    const made = await given({ kind: 'complaint' })
    await click(made, 'kind', 'complaint')
    expect(await page(made)).not.toContain('name="to" value="concern"')
    const refused = await click(made, 'kind', 'concern')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`${address(made)}/correct/kind`)
    expect(await row(made)).toMatchObject({ kind: 'complaint' })
  })

  it('moves the level to the nearest place in the matrix, and says which', async () => {
    const made = await given({ level: 'Moderate' })
    await db
      .updateTable('cases')
      .set({ seriousness: 'Medium', likelihood: 'Rare' })
      .where('id', '=', made.id)
      .execute()
    expect(await page(made)).toContain('(High × Rare)')
    await click(made, 'level', 'High')
    expect(await row(made)).toMatchObject({ level: 'High', seriousness: 'High', likelihood: 'Rare' })
    expect(await acts(made)).toEqual(['case.grade'])
  })

  it('gives it to another team, and offers it to those whom people named before for such cases', async () => {
    const made = await given()
    const { owner_team: from } = await row(made)
    const other = from === marshEmergency ? marshWards : marshEmergency
    await click(made, 'owner', 'other', { other })
    expect(await row(made)).toMatchObject({ owner_team: other })
    const handoff = await db
      .selectFrom('handoffs')
      .select(['team', 'state'])
      .where('case', '=', made.id)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(handoff).toEqual({ team: other, state: 'offered' })
    expect(await page(await given())).toContain(`name="to" value="${other}"`)
  })

  it('changes what an issue is about: not this, as well as, instead', async () => {
    const made = await given()
    const [first = ''] = await subjectsOf(made)
    await click(made, 'issues/1', 'add', { other: 'facilities' })
    expect(await subjectsOf(made)).toEqual([...(first === '' ? [] : [first]), 'facilities'])
    await click(made, 'issues/1', 'only', { other: 'communications' })
    expect(await subjectsOf(made)).toEqual(['communications'])
    await click(made, 'issues/1', 'remove:communications')
    expect(await subjectsOf(made)).toEqual([])
    expect((await click(made, 'issues/1', 'only', { other: 'no-such-thing' })).status).toBe(422)
  })

  it('is refused where somebody else changed the case since, with a way to look', async () => {
    const made = await given({ kind: 'concern' })
    const answer = await click(made, 'kind', 'complaint', { version: '99' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Your click was not saved')
    expect(await row(made)).toMatchObject({ kind: 'concern' })
  })

  it('is done once where it is clicked twice', async () => {
    const made = await given({ kind: 'concern' })
    const { version } = await row(made)
    await click(made, 'kind', 'complaint')
    expect((await click(made, 'kind', 'complaint', { version: String(version) })).status).toBe(303)
    expect((await click(made, 'kind', 'comment', { version: String(version) })).status).toBe(409)
    expect(await acts(made)).toEqual(['kind.convert'])
  })

  it.each(['kind', 'level', 'owner', 'issues/1', 'undo/1'])(
    'on %s is not found by another organisation',
    async (what) => {
      const made = await given({ kind: 'concern' })
      expect((await dan.get(`${address(made)}/quick/${what}`)).status).toBe(404)
      expect((await click(made, what, 'complaint', { version: '1' }, dan)).status).toBe(404)
      expect(await acts(made)).toEqual([])
    },
  )
})

describe('undoing it', () => {
  it('puts the kind back, unconfirmed as it was, with its clocks, and takes back the example', async () => {
    const made = await given({ kind: 'compliment', receivedOn: '2026-11-02', acknowledgeBy: null })
    await click(made, 'kind', 'comment')
    expect(await clocks(made)).toEqual(['acknowledge 2026-11-05', 'respond 2026-11-30'])
    expect(await page(made)).toContain('Before, it was: Compliment')
    expect((await undo(made)).location).toBe(`${address(made)}?done=undone`)
    expect(await row(made)).toMatchObject({
      kind: 'compliment',
      kind_confirmed_by: null,
      kind_confirmed_at: null,
    })
    expect(await clocks(made)).toEqual([
      'acknowledge 2026-11-05',
      'pass-on 2026-11-05',
      'six-months 2027-05-01',
    ])
    expect(await judged(made)).toEqual([])
    expect(await acts(made)).toEqual(['kind.convert', 'correction.undo'])
    expect(await page(made)).toContain('Undone: it does not hold.')
  })

  it('puts the level back as a grading after the one that was undone', async () => {
    const made = await given({ level: 'Moderate' })
    const before = await row(made)
    await click(made, 'level', 'Extreme')
    await undo(made)
    const { seriousness, likelihood, level } = await row(made)
    expect([seriousness, likelihood, level]).toEqual([before.seriousness, before.likelihood, before.level])
    expect(await judged(made)).toEqual([])
  })

  it('gives it back to the team that had it, by an offer, and takes back the example', async () => {
    const made = await given()
    const { owner_team: from } = await row(made)
    await click(made, 'owner', from === marshEmergency ? marshWards : marshEmergency)
    await undo(made)
    expect(await row(made)).toMatchObject({ owner_team: from })
    const handoffs = await db
      .selectFrom('handoffs')
      .select(['team', 'state'])
      .where('case', '=', made.id)
      .orderBy('id')
      .execute()
    expect(handoffs.map(({ state }) => state)).toEqual(['passed-on', 'passed-on', 'offered'])
    expect(await judged(made)).toEqual([])
  })

  it('puts subjects back', async () => {
    const made = await given()
    const before = await subjectsOf(made)
    await click(made, 'issues/1', 'only', { other: 'facilities' })
    await undo(made)
    expect(await subjectsOf(made)).toEqual(before)
  })

  it('is done once, however often it is clicked', async () => {
    const made = await given({ kind: 'concern' })
    await click(made, 'kind', 'complaint')
    await undo(made)
    expect((await undo(made)).status).toBe(303)
    expect(await acts(made)).toEqual(['kind.convert', 'correction.undo'])
  })

  it('is over once something else was done to the case', async () => {
    const made = await given({ kind: 'concern' })
    await click(made, 'kind', 'complaint')
    await click(made, 'issues/1', 'only', { other: 'facilities' })
    const first = await db
      .selectFrom('quick_corrections')
      .select('id')
      .where('case', '=', made.id)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const refused = await ann.post(
      `${address(made)}/quick/undo/${String(first.id)}`,
      { why: 'A correction was undone.' },
      address(made),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Something else was done to the case since')
    expect(await row(made)).toMatchObject({ kind: 'complaint' })
  })
})
