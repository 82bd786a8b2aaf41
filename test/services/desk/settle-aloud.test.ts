/** What was said aloud is settled by the next working day, or goes on as a complaint: neither stays due for good. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endUnsettled } from '../../../services/store/case-acts-settle-aloud.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
})
/** Sunday. */
beforeEach(async () => {
  clock.now = new Date('2026-11-22T12:00:00Z')
  ann = await desk.signedIn('ann@marsh.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

/** Said on Friday 20 November at a counter, so to be settled by Monday the 23rd. */
async function said(): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, { submission: { channel: 'staff-note' } })
  const because = JSON.stringify({
    key: 'router:clock.due.working-days',
    params: { count: 1, source: 'reg' },
  })
  const more = {
    case: made.id,
    process: 'nhs' as const,
    organisation: marsh,
    starts_on: '2026-11-20',
    because,
  }
  await db
    .insertInto('clocks')
    .values([
      { ...more, name: 'settle-oral', due_on: '2026-11-23' },
      { ...more, name: 'six-months', due_on: '2027-05-19' },
    ])
    .execute()
  await db.updateTable('cases').set({ next_due_on: '2026-11-23' }).where('id', '=', made.id).execute()
  return made
}

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const page = async (made: CaseMade) => wordsOf((await ann.get(address(made))).text)
const settle = (made: CaseMade, fields: Record<string, string> = {}) =>
  ann.post(`${address(made)}/settled-aloud`, {
    on: '2026-11-21',
    agreed: 'A new meal, and sorry.',
    ...fields,
  })
async function standing({ id }: CaseMade) {
  const rows = await db
    .selectFrom('clocks')
    .select(['name', 'state', 'ended_because', 'happened_on'])
    .where('case', '=', id)
    .orderBy('due_on')
    .execute()
  return rows.map((row) => [row.name, row.state, row.ended_because, row.happened_on])
}
const onlyRunning = async (made: CaseMade) =>
  (await standing(made)).filter(([, state]) => state === 'running').map(([name]) => name)
async function daysPass(now: string) {
  clock.now = new Date(now)
  ann = await desk.signedIn('ann@marsh.example')
  await endUnsettled(db, clock.now)
}

describe('what was said aloud and settled in time', () => {
  it('meets its clock on the day it was settled, and leaves nothing else due', async () => {
    const made = await said()
    expect(await page(made)).toContain('Settled to their satisfaction')
    expect((await settle(made)).location).toBe(`${address(made)}?done=settled-aloud`)
    expect(await standing(made)).toEqual([
      ['settle-oral', 'met', 'settled-aloud', '2026-11-21'],
      ['acknowledge', 'dropped', 'settled-aloud', null],
      ['six-months', 'dropped', 'settled-aloud', null],
    ])
    expect((await caseRow(db, made)).next_due_on).toBeNull()
  })

  it('keeps what was agreed on the case, as the decision that the procedure leaves it out', async () => {
    const made = await said()
    await settle(made)
    const text = await page(made)
    expect(text).toContain('Agreed: A new meal, and sorry.')
    expect(text).toContain('Saturday 21 November 2026, put on record 22 November 2026 at 12:00 by Staff ann')
    expect(text).not.toContain('must be told of this decision')
    expect(await findingsAbout(db, made, 'exclusion.resolved-orally')).toMatchObject([
      { value: 'applies', correction: 'A new meal, and sorry.' },
    ])
    expect(await auditOf(db, made)).toMatchObject([
      { act: 'clock.settle-aloud', details: { on: '2026-11-21', inTime: true } },
    ])
  })

  it('stays settled when somebody confirms that it was a complaint', async () => {
    const made = await said()
    await settle(made)
    await ann.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: 'It was one.' })
    expect(await onlyRunning(made)).toEqual([])
  })

  it('is due again once somebody decides that it was not settled', async () => {
    const made = await said()
    await settle(made)
    const why = 'She rang again: the meal never came.'
    await ann.post(`${address(made)}/exclusions/resolved-orally`, { outcome: 'does-not-apply', why })
    expect(await standing(made)).toEqual([
      ['settle-oral', 'dropped', 'not-settled', null],
      ['acknowledge', 'running', null, null],
      ['six-months', 'running', null, null],
    ])
    expect((await caseRow(db, made)).next_due_on).toBe('2026-11-25')
  })

  it('can be put on record when its time is over, by the day it was settled', async () => {
    const made = await said()
    await daysPass('2026-11-25T09:00:00Z')
    expect(await page(made)).toContain('Record that it was settled after all')
    await settle(made, { on: '2026-11-23' })
    expect((await standing(made))[0]).toEqual(['settle-oral', 'met', 'settled-aloud', '2026-11-23'])
    expect(await onlyRunning(made)).toEqual([])
  })
})

describe('what was said aloud and not settled in time', () => {
  it('goes on as a complaint once the next working day is over, and is not what is due next', async () => {
    const made = await said()
    await daysPass('2026-11-23T23:30:00Z')
    expect((await caseRow(db, made)).next_due_on).toBe('2026-11-23')
    await daysPass('2026-11-24T00:30:00Z')
    expect((await standing(made))[0]).toEqual(['settle-oral', 'dropped', 'not-settled', null])
    expect(await onlyRunning(made)).toEqual(['acknowledge', 'six-months'])
    expect((await caseRow(db, made)).next_due_on).toBe('2026-11-25')
    expect(await page(made)).toContain('not settled: it goes on as a complaint')
    expect(await auditOf(db, made)).toMatchObject([{ act: 'clock.not-settled', actor: 'hub' }])
  })

  it('is refused as settled on a later day, until whoever records it says that it was too late', async () => {
    const made = await said()
    await daysPass('2026-11-25T09:00:00Z')
    const refused = await settle(made, { on: '2026-11-24' })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.text)).toContain('Monday 23 November 2026 was the last day for regulation 8(1)(c)')
    await settle(made, { on: '2026-11-24', later: 'yes' })
    expect((await standing(made))[0]).toEqual(['settle-oral', 'dropped', 'settled-later', '2026-11-24'])
    expect(await onlyRunning(made)).toEqual(['acknowledge', 'six-months'])
    const text = await page(made)
    expect(text).toContain('settled, but too late for regulation 8(1)(c): it goes on as a complaint')
    expect(text).toContain('Agreed: A new meal, and sorry.')
    expect(text).not.toContain('Record that it was settled after all')
    expect(await findingsAbout(db, made, 'exclusion.resolved-orally')).toEqual([])
  })

  it('goes on as a complaint when it is acknowledged as one', async () => {
    const made = await said()
    await ann.post(`${address(made)}/acknowledge`, { how: 'phone', offered: 'yes' })
    expect((await standing(made))[0]).toEqual(['settle-oral', 'dropped', 'not-settled', null])
    expect(await onlyRunning(made)).toEqual(['six-months'])
    expect((await caseRow(db, made)).next_due_on).toBe('2027-05-19')
    await ann.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: 'It is one.' })
    expect(await onlyRunning(made)).toEqual(['six-months'])
  })
})

describe('the form for what was settled', () => {
  it.each([
    ['a day before it was said', { on: '2026-11-19' }, 'It came on Friday 20 November 2026'],
    ['a day to come', { on: '2026-11-23' }, 'That day is still to come'],
    ['no day', { on: '' }, 'Give the day as a date'],
    ['nothing agreed', { agreed: ' ' }, 'Say what was agreed'],
  ])('refuses %s', async (_, fields, words) => {
    const made = await said()
    const answer = await settle(made, fields)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(words)
    expect((await onlyRunning(made)).length).toBe(3)
  })

  it('is where the decision that it was put right is made, with its day', async () => {
    const made = await said()
    const form = `${address(made)}/exclusions/resolved-orally`
    const text = wordsOf((await ann.get(form)).text)
    expect(text).toContain('Was it put right by the end of Monday 23 November 2026?')
    expect(text).not.toContain('Yes: the procedure does not cover it')
    const answer = await ann.post(form, { outcome: 'applies', why: 'All is well.' })
    expect([answer.status, (await onlyRunning(made)).length]).toEqual([422, 3])
  })

  it('is none for what came in writing', async () => {
    const made = await addCase(db, envelope, knowledge)
    expect(await page(made)).not.toContain('Settled to their satisfaction')
    expect((await ann.get(`${address(made)}/settled-aloud`)).status).toBe(404)
  })
})
