/** What the complaints procedure may not cover: suggested in plain words, decided by a person, and the person told in writing. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listJudgements } from '../../../services/store/evaluations.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marshTriage, marshWards } from '../../support/county.ts'
import { replayCase } from '../../support/replay-case.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const pageOf = async (made: CaseMade) => wordsOf((await ann.get(address(made))).text)

async function suggested(text: string, given: CaseGiven = {}): Promise<CaseMade> {
  const person = { name: 'Rhys Example', email: 'rhys@post.example', phone: null, address: null }
  const submission = { text, person, ...given.submission }
  const made = await addCase(db, envelope, knowledge, { ...given, submission })
  await replayCase(db, made.id, clock.now)
  return made
}

const atWork = 'I was sacked by the hospital and my line manager never answered my grievance.'
const aboutWork = () => suggested(atWork)
const decide = (made: CaseMade, outcome: string, more: Record<string, string> = {}, code = 'employment') =>
  ann.post(`${address(made)}/exclusions/${code}`, { outcome, why: 'He writes as a former porter.', ...more })
const mustTell = 'must be told of this decision and the reason in writing'

/** Through the check to the end, as somebody would. */
async function told(made: CaseMade, how: string, code = 'employment') {
  const form = `${address(made)}/exclusions/${code}/letter`
  const page = await ann.get(form)
  const body = /<textarea[^>]*name="body"[^>]*>([^<]*)</.exec(page.text)?.[1] ?? ''
  const checked = await ann.send(form, { ...hiddenFields(page.text), body, how, step: 'check' })
  expect(checked.status).toBe(200)
  return ann.send(form, { ...hiddenFields(checked.text), step: 'send' })
}

const letterOf = ({ id }: CaseMade) =>
  db
    .selectFrom('messages')
    .innerJoin('decision_letters', 'decision_letters.message', 'messages.id')
    .selectAll('messages')
    .where('case', '=', id)
    .executeTakeFirstOrThrow()

describe('what the hub suggests', () => {
  it('stands on the case in plain words, with the words that led to it, and nothing raw', async () => {
    const page = await pageOf(await aboutWork())
    expect(page).toContain('It is about the person’s own employment Decide')
    expect(page).toContain('Nobody has decided yet It may be about the person')
    expect(page).toContain('my grievance')
    expect(page).not.toMatch(/\bemployment Found by the hub|\btrue\b|exclusion/)
  })

  it('does the same for what comes late', async () => {
    const page = await pageOf(await suggested('Three years ago my operation was cancelled twice.'))
    expect(page).toContain('It comes after twelve months Decide')
    expect(page).toContain('speak of more than a year ago')
    expect(page).not.toMatch(/\btrue\b/)
  })

  it('closes nothing and stops no clock, whatever a person then decides', async () => {
    const made = await aboutWork()
    const running = () =>
      db
        .selectFrom('clocks')
        .select(['name', 'due_on', 'state'])
        .where('case', '=', made.id)
        .orderBy('name')
        .execute()
    const before = await running()
    await decide(made, 'applies')
    expect((await caseRow(db, made)).state).toBe('open')
    expect(await running()).toEqual(before)
  })
})

describe('a decision', () => {
  it('is on record with who, when and why, beside what was suggested, and in the audit', async () => {
    const made = await aboutWork()
    const answer = await decide(made, 'does-not-apply')
    expect(answer.location).toBe(`${address(made)}?done=exclusion`)
    const page = await pageOf(made)
    expect(page).toContain('No: this ground does not apply He writes as a former porter.')
    expect(page).toContain('Decided by Staff ann on 22 November 2026 at 12:00.')
    expect(page).not.toContain(mustTell)
    expect(page).toContain('It may be about the person')
    const acts = (await auditOf(db, made)).filter(({ act }) => act === 'exclusion.decide')
    expect(acts.map(({ details }) => details)).toEqual([{ code: 'employment', outcome: 'does-not-apply' }])
  })

  it('is not undone by routing again', async () => {
    const made = await aboutWork()
    await decide(made, 'does-not-apply')
    await replayCase(db, made.id, clock.now)
    expect(await findingsAbout(db, made, 'exclusion')).toHaveLength(1)
    const page = await pageOf(made)
    expect(page).toContain('No: this ground does not apply')
    expect(page).not.toContain('Nobody has decided yet')
  })

  it('needs a reason and a choice', async () => {
    const made = await aboutWork()
    expect((await decide(made, 'applies', { why: ' ' })).status).toBe(422)
    expect((await decide(made, '')).status).toBe(422)
    expect((await decide(made, 'waived', { goodReasons: 'yes', stillFair: 'yes' })).status).toBe(422)
    expect(await findingsAbout(db, made, 'exclusion.employment')).toEqual([])
  })

  it('can be made on a ground that the hub did not suggest, and on none that is not in the rules', async () => {
    const made = await addCase(db, envelope, knowledge)
    expect((await decide(made, 'applies', {}, 'ombudsman')).status).toBe(303)
    expect(await pageOf(made)).toContain('An Ombudsman investigates it, or has')
    expect((await ann.get(`${address(made)}/exclusions/weather`)).status).toBe(404)
  })

  it('is for the organisation that has the case, and of two at once the second is told', async () => {
    await addStaff(db, { email: 'dot@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
    const dot = await desk.signedIn('dot@dale.example')
    const made = await aboutWork()
    const form = `${address(made)}/exclusions/employment`
    expect((await dot.get(form)).status).toBe(404)
    const open = hiddenFields((await ann.get(form)).text)
    await decide(made, 'applies')
    const late = await ann.send(form, { ...open, outcome: 'does-not-apply', why: 'A patient as well.' })
    expect(late.status).toBe(409)
    expect(await findingsAbout(db, made, 'exclusion.employment')).toHaveLength(1)
  })

  it('to look into what comes late needs both: good reasons, and that it can still be done fairly', async () => {
    const made = await suggested('Three years ago my operation was cancelled twice.')
    const half = await decide(made, 'waived', { goodReasons: 'yes' }, 'out-of-time')
    expect(half.status).toBe(422)
    expect(wordsOf(half.text)).toContain('it can still be looked into effectively and fairly. Otherwise')
    const both = { goodReasons: 'yes', stillFair: 'yes' }
    expect((await decide(made, 'waived', both, 'out-of-time')).status).toBe(303)
    const page = await pageOf(made)
    expect(page).toContain('It is late, and looked into all the same')
    expect(page).not.toContain('Write the letter')
  })

  it('counts as a labelled example: agreed, not agreed, and missed', async () => {
    const made = [await aboutWork(), await aboutWork(), await addCase(db, envelope, knowledge)]
    const [one, two, three] = made
    if (!one || !two || !three) throw new Error('Three were made')
    await decide(one, 'applies-in-part')
    await decide(two, 'does-not-apply')
    await decide(three, 'applies', {}, 'superannuation')
    const judged = await listJudgements(db, { from: null, to: null })
    const sides = made.map(({ reference }) =>
      judged
        .filter((judgement) => judgement.reference === reference && judgement.about === 'exclusion')
        .map(({ router, person }) => ({ router, person })),
    )
    expect(sides).toEqual([
      [{ router: ['employment'], person: ['employment'] }],
      [{ router: ['employment'], person: [] }],
      [{ router: [], person: ['superannuation'] }],
    ])
  })
})

describe('telling the person', () => {
  it('is asked for where the law asks for it, and drafted with the ground, the reason and whom to turn to', async () => {
    const made = await aboutWork()
    expect((await ann.get(`${address(made)}/exclusions/employment/letter`)).status).toBe(404)
    await decide(made, 'applies')
    expect(await pageOf(made)).toContain(mustTell)
    const draft = wordsOf((await ann.get(`${address(made)}/exclusions/employment/letter`)).text)
    for (const part of [
      'Dear Rhys Example,',
      made.reference,
      'regulation 8(1)(b)',
      'it is about your own employment',
      'He writes as a former porter.',
      'Parliamentary and Health Service Ombudsman',
    ]) {
      expect(draft).toContain(part)
    }
  })

  it('goes once by the person’s way, and is done when it has gone', async () => {
    const made = await aboutWork()
    await decide(made, 'applies')
    expect((await told(made, 'send')).location).toBe(`${address(made)}?done=told`)
    expect(await letterOf(made)).toMatchObject({ state: 'waiting', recipient: 'rhys@post.example' })
    expect(await pageOf(made)).toContain('The letter that tells the person is on its way.')
    await db.updateTable('messages').set({ state: 'failed' }).where('case', '=', made.id).execute()
    expect(await pageOf(made)).toContain('The letter that tells of it has not gone: see Messages.')
    await db
      .updateTable('messages')
      .set({ state: 'sent', sent_at: clock.now })
      .where('case', '=', made.id)
      .execute()
    const page = await pageOf(made)
    expect(page).toContain('The person was told: letter of 22 November 2026')
    expect(page).not.toContain(mustTell)
  })

  it('is on record at once where it was posted', async () => {
    const made = await aboutWork()
    await decide(made, 'applies-in-part')
    await told(made, 'letter')
    const letter = await letterOf(made)
    expect(letter).toMatchObject({ state: 'settled', settled_how: 'letter', recipient: null })
    expect(letter.body).toContain('We go on dealing with the rest as a complaint.')
    expect(await pageOf(made)).not.toContain(mustTell)
  })

  it('can still be written where somebody said of a letter that did not go that it was not needed', async () => {
    const made = await aboutWork()
    await decide(made, 'applies')
    await told(made, 'send')
    await db.updateTable('messages').set({ state: 'failed' }).where('case', '=', made.id).execute()
    const { id } = await letterOf(made)
    await ann.post(`${address(made)}/messages/${id}/settle`, { how: 'not-needed', why: 'They rang.' })
    const page = await pageOf(made)
    expect(page).toContain(mustTell)
    expect(page).toContain('Write the letter')
    expect((await told(made, 'letter')).status).toBe(303)
    expect(await pageOf(made)).not.toContain(mustTell)
  })

  it('is asked for again where the person was told otherwise before', async () => {
    const made = await aboutWork()
    await decide(made, 'applies')
    await told(made, 'letter')
    await decide(made, 'does-not-apply', { why: 'He was a patient too.' })
    expect(await pageOf(made)).toContain('The person was told otherwise before.')
    const draft = wordsOf((await ann.get(`${address(made)}/exclusions/employment/letter`)).text)
    expect(draft).toContain('We have changed that decision')
    expect(draft).not.toContain('about your own employment')
  })

  it('is not asked for where it was put right by word of mouth', async () => {
    const made = await aboutWork()
    await decide(made, 'applies', {}, 'resolved-orally')
    expect(await pageOf(made)).not.toContain(mustTell)
  })
})
