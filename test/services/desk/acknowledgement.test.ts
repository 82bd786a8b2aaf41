/** Acknowledging: by a person, with the offer to discuss, once, and the clocks that follow. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { acknowledgeClock, auditOf } from '../../support/case-rows.ts'
import { addStaff, marshTriage, dale, daleTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const jo = { name: 'Jo Example', email: 'jo@example.org', phone: null, address: null }
const addJosCase = (more: CaseGiven['submission'] = {}): Promise<CaseMade> =>
  addCase(db, envelope, knowledge, { submission: { person: jo, ...more } })
const clock1 = (made: CaseMade) => acknowledgeClock(db, made)
const acts = async (made: CaseMade) => (await auditOf(db, made)).map(({ act, details }) => [act, details])

describe('an acknowledgement by a member of staff', () => {
  it('stops the clock, and says who did it, when and how', async () => {
    const made = await addJosCase()
    await ann.post(`/desk/cases/${made.reference}/acknowledge`, { how: 'phone', offered: 'yes' })
    expect(await clock1(made)).toMatchObject({
      state: 'met',
      ended_because: 'acknowledged-by-phone',
      ended_at: clock.now,
    })
    expect((await clock1(made)).ended_by).not.toBeNull()
    expect(await acts(made)).toEqual([['case.acknowledge', { how: 'phone', on: '2026-11-22' }]])
    const row = await db
      .selectFrom('cases')
      .select('next_due_on')
      .where('id', '=', made.id)
      .executeTakeFirst()
    expect(row?.next_due_on).toBeNull()
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain('acknowledged by phone')
  })

  it('is none without the offer to discuss, and the clock runs on', async () => {
    const made = await addJosCase()
    const answer = await ann.post(`/desk/cases/${made.reference}/acknowledge`, { how: 'letter' })
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('Without the offer to discuss'),
    ])
    expect((await clock1(made)).state).toBe('running')
  })

  it('is recorded once', async () => {
    const made = await addJosCase()
    const form = `/desk/cases/${made.reference}/acknowledge`
    await ann.post(form, { how: 'phone', offered: 'yes' })
    const again = await ann.post(form, { how: 'letter', offered: 'yes' })
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('No acknowledgement is due any more'),
    ])
    expect((await clock1(made)).ended_because).toBe('acknowledged-by-phone')
  })

  it('counts from the day it was done, and says also when it was put on record', async () => {
    const made = await addJosCase()
    expect((await ann.get(`/desk/cases/${made.reference}/acknowledge`)).text).toContain('value="2026-11-22"')
    const given = { how: 'phone', offered: 'yes', on: '2026-11-20' }
    await ann.post(`/desk/cases/${made.reference}/acknowledge`, given)
    expect(await clock1(made)).toMatchObject({ happened_on: '2026-11-20', ended_at: clock.now })
    expect(wordsOf((await ann.get(`/desk/cases/${made.reference}`)).text)).toContain(
      'acknowledged by phone: Friday 20 November 2026, put on record 22 November 2026 at 12:00 by Staff ann',
    )
  })

  it.each([
    ['before it came', '2026-11-19', 'It came on Friday 20 November 2026'],
    ['on a day to come', '2026-11-23', 'That day is still to come'],
    ['on no day', '', 'Give the day as a date'],
  ])('is not %s', async (_, on, words) => {
    const made = await addJosCase()
    const given = { how: 'phone', offered: 'yes', on }
    const answer = await ann.post(`/desk/cases/${made.reference}/acknowledge`, given)
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(words)])
    expect((await clock1(made)).state).toBe('running')
  })

  it('moves the time to answer under the code for councils, and keeps the day first set', async () => {
    await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
    const dan = await desk.signedIn('dan@dale.example')
    const made = await addCase(db, envelope, knowledge, { receivedBy: dale, acknowledgeBy: '2026-11-27' })
    await db
      .insertInto('clocks')
      .values({
        case: made.id,
        name: 'respond',
        process: 'council-corporate',
        organisation: dale,
        starts_on: '2026-11-27',
        due_on: '2026-12-11',
        because: JSON.stringify({
          key: 'router:clock.due.working-days',
          params: { count: 10, source: 'the code' },
        }),
      })
      .execute()
    clock.now = new Date('2026-11-23T12:00:00Z')
    await dan.signIn('dan@dale.example')
    const given = { how: 'letter', offered: 'yes', on: '2026-11-20' }
    await dan.post(`/desk/cases/${made.reference}/acknowledge`, given)
    const page = await dan.get(`/desk/cases/${made.reference}`)
    clock.now = new Date('2026-11-22T12:00:00Z')
    const clocks = await db
      .selectFrom('clocks')
      .selectAll()
      .where('case', '=', made.id)
      .orderBy('name')
      .execute()
    expect(clocks.map(({ name, due_on, state }) => [name, due_on, state])).toEqual([
      ['acknowledge', '2026-11-27', 'met'],
      ['respond', '2026-12-04', 'running'],
    ])
    expect(page.text).toContain('first due Fri 11 Dec')
  })
})
