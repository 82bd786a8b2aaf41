/** A longer period that was agreed, and a council's second stage: both days stay, each with who put it on record and why. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { respondBySending } from '../../../services/store/message-responds.ts'
import { auditOf } from '../../support/case-rows.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dot: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dot@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dot = await desk.signedIn('dot@dale.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

const page = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const words = async (made: CaseMade, who = ann) => wordsOf((await who.get(page(made))).text)
const clocksOf = ({ id }: CaseMade) =>
  db.selectFrom('clocks').selectAll().where('case', '=', id).orderBy('due_on').execute()

async function withClock(given: {
  readonly name: 'six-months' | 'twelve-weeks' | 'respond'
  readonly process: 'nhs' | 'council-corporate' | 'registered-provider'
  readonly dueOn: string
}) {
  const organisation = given.process === 'council-corporate' ? dale : marsh
  const made = await addCase(db, envelope, knowledge, {
    receivedBy: organisation,
    acknowledgeBy: null,
    receivedOn: '2026-11-16',
  })
  const { id } = await db
    .insertInto('clocks')
    .values({
      case: made.id,
      name: given.name,
      process: given.process,
      organisation,
      starts_on: '2026-11-16',
      due_on: given.dueOn,
      because: JSON.stringify({ key: 'router:clock.due.months', params: { count: 6, source: 'reg 14(3)' } }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...made, clock: id }
}
const nhsCase = (dueOn = '2027-05-15') => withClock({ name: 'six-months', process: 'nhs', dueOn })
const longer = (made: CaseMade & { readonly clock: string }, fields: Record<string, string>, who = ann) =>
  who.post(`${page(made)}/clocks/${made.clock}/longer`, {
    dueOn: '2027-06-30',
    agreedOn: '2026-11-20',
    why: 'Two wards must be asked.',
    ...fields,
  })

describe('a longer period', () => {
  it('stands beside the day before it, with when it was agreed, by whom and why', async () => {
    const made = await nhsCase()
    expect(await words(made)).toContain('Record a longer period')
    expect((await longer(made, {})).location).toBe(`${page(made)}?done=longer`)
    const text = await words(made)
    expect(text).toContain('30 Jun 2027, first due Sat 15 May')
    expect(text).toContain(
      'Longer by agreement: Wednesday 30 June 2027 instead of Saturday 15 May 2027, agreed or told on Friday 20 November 2026 (Staff ann). Two wards must be asked.',
    )
    const { next_due_on: next } = await db
      .selectFrom('cases')
      .select('next_due_on')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(next).toBe('2027-06-30')
    expect(await auditOf(db, made)).toMatchObject([{ act: 'clock.longer' }])
  })

  it('hides no delay: once answered, the case says whether it was in time by each of the two days', async () => {
    const made = await nhsCase('2026-11-21')
    await longer(made, { dueOn: '2026-12-31' })
    expect(await words(made)).toContain(
      'Late by the day before it was made longer; the agreed one still runs.',
    )
    const ended_at = new Date('2026-11-22T10:00:00Z')
    await db.updateTable('clocks').set({ state: 'met', ended_at }).where('id', '=', made.clock).execute()
    expect(await words(made)).toContain('In time by the day that was agreed; late by the day before that.')
    expect(await words(await nhsCase())).not.toContain('In time')
  })

  it('is not for the twelve weeks of a provider, after which the person may go to the Ombudsman', async () => {
    const given = { name: 'twelve-weeks', process: 'registered-provider' } as const
    const running = await withClock({ ...given, dueOn: '2027-02-08' })
    expect(await words(running)).not.toContain('Record a longer period')
    expect(await words(running)).not.toContain('can now ask')
    const over = await withClock({ ...given, dueOn: '2026-11-19' })
    expect(await words(over)).toContain('can now ask the Local Government and Social Care Ombudsman')
  })

  it('is refused where the period was over when it was agreed, and the page says what to do', async () => {
    const made = await nhsCase('2026-11-19')
    expect(await words(made)).toContain('The six months are over and nothing longer was agreed in time.')
    const answer = await longer(made, {})
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('The period ended on Thursday 19 November 2026')
    expect((await clocksOf(made)).map(({ due_on }) => due_on)).toEqual(['2026-11-19'])
  })

  it('needs a reason and days that there are', async () => {
    const made = await nhsCase()
    for (const wrong of [{ why: ' ' }, { dueOn: '2027-02-30' }, { agreedOn: '' }])
      expect((await longer(made, wrong)).status).toBe(422)
    expect((await clocksOf(made)).map(({ due_on }) => due_on)).toEqual(['2027-05-15'])
  })

  it('is not for an acknowledgement, nor for another organisation’s clock', async () => {
    const acknowledging = await addCase(db, envelope, knowledge)
    const [ack] = await clocksOf(acknowledging)
    expect((await ann.get(`${page(acknowledging)}/clocks/${ack?.id ?? ''}/longer`)).status).toBe(404)
    const made = await nhsCase()
    expect((await dot.get(`${page(made)}/clocks/${made.clock}/longer`)).status).toBe(404)
  })

  it('of a council goes beyond what is normal only with good reasons', async () => {
    const made = await withClock({ name: 'respond', process: 'council-corporate', dueOn: '2026-12-07' })
    const answer = await longer(made, { dueOn: '2026-12-22' }, dot)
    expect(wordsOf(answer.text)).toContain('Normally it is Monday 21 December 2026 at the latest.')
    expect((await longer(made, { dueOn: '2026-12-22', beyond: 'yes' }, dot)).status).toBe(303)
  })
})

describe('a council’s second stage', () => {
  async function answered() {
    const made = await withClock({ name: 'respond', process: 'council-corporate', dueOn: '2026-12-07' })
    const respond = async (at: Date) => {
      const { id } = await db
        .insertInto('messages')
        .values({
          case: made.id,
          direction: 'out',
          purpose: 'response',
          channel: 'email',
          body: 'Our answer.',
          language: 'en',
          state: 'sent',
          written_by: db.selectFrom('staff').select('id').where('email', '=', 'dot@dale.example').limit(1),
          created_at: at,
          due_at: at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db.transaction().execute((queries) => respondBySending(queries, id, at))
      return id
    }
    const message = await respond(new Date('2026-11-20T10:00:00Z'))
    return { ...made, message, respond }
  }
  const ask = (made: CaseMade, askedOn = '2026-11-21') =>
    dot.post(`${page(made)}/stage-two`, { askedOn, why: 'They say the second ward was left out.' })

  it('begins on the day it is asked for, with clocks of its own, once', async () => {
    const made = await answered()
    expect(await words(made, dot)).toContain('They ask for stage two')
    expect((await ask(made)).location).toBe(`${page(made)}?done=stage-two`)
    const running = (await clocksOf(made)).filter(({ state }) => state === 'running')
    expect(running.map(({ name, starts_on, due_on }) => [name, starts_on, due_on])).toEqual([
      ['acknowledge', '2026-11-21', '2026-11-27'],
      ['respond-stage-2', '2026-11-27', '2026-12-29'],
    ])
    expect(await words(made, dot)).not.toContain('They ask for stage two')
    expect((await dot.get(`${page(made)}/stage-two`)).status).toBe(404)
  })

  it('is answered within twenty working days of the day its own acknowledgement was given', async () => {
    const made = await answered()
    await ask(made)
    await dot.post(`${page(made)}/acknowledge`, { how: 'phone', offered: 'yes' })
    const running = (await clocksOf(made)).filter(({ state }) => state === 'running')
    expect(running.map(({ name, due_on }) => [name, due_on])).toEqual([['respond-stage-2', '2026-12-18']])
  })

  it('lets another response be written, and the first stays as it went', async () => {
    const made = await answered()
    await db
      .insertInto('responses')
      .values({
        case: made.id,
        version: 1,
        state: 'sent',
        sections: JSON.stringify([]),
        message: made.message,
        made_by: db.selectFrom('staff').select('id').where('email', '=', 'dot@dale.example').limit(1),
        made_at: clock.now,
      })
      .execute()
    await ask(made)
    const rows = await db
      .selectFrom('responses')
      .select(['state', 'message'])
      .where('case', '=', made.id)
      .execute()
    expect(rows).toEqual([{ state: 'superseded', message: made.message }])
    expect((await dot.get(`${page(made)}/response`)).status).toBe(200)
  })

  it('is answered by the next response, and outlives a second look at the kind', async () => {
    const made = await answered()
    await ask(made)
    await dot.post(`${page(made)}/correct/kind`, { kind: 'complaint', why: 'It is one.' })
    const stageTwo = async () => (await clocksOf(made)).find(({ name }) => name === 'respond-stage-2')
    expect((await stageTwo())?.state).toBe('running')
    await made.respond(new Date('2026-11-30T10:00:00Z'))
    expect(await stageTwo()).toMatchObject({ state: 'met', ended_because: 'answered' })
  })

  it('is not before the first was answered, nor on a day to come', async () => {
    const made = await answered()
    expect(wordsOf((await ask(made, '2026-11-19')).text)).toContain('Stage one was answered on Friday 20')
    expect((await ask(made, '2026-11-23')).status).toBe(422)
    const unanswered = await withClock({ name: 'respond', process: 'council-corporate', dueOn: '2026-12-07' })
    expect(await words(unanswered, dot)).not.toContain('They ask for stage two')
    expect((await dot.get(`${page(unanswered)}/stage-two`)).status).toBe(404)
  })

  it('is no matter for the NHS', async () => {
    const made = await nhsCase()
    expect((await ann.get(`${page(made)}/stage-two`)).status).toBe(404)
  })
})
