/** A bank holiday is proclaimed: what runs over it is counted anew, with both days kept, and what was agreed stays. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { setUp } from '../../../services/setup.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { recountLately } from '../../../services/store/recount-lately.ts'
import { saveBankHoliday } from '../../../services/store/rules.ts'
import { findStaffMember, type StaffMember } from '../../../services/store/staff.ts'
import type { BankHolidayChange } from '../../../shared/dates/bank-holidays.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { ClockName } from '../../../shared/knowledge.ts'
import { addCase, type CaseGiven } from '../../support/cases.ts'
import { addStaff, county, dale, layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const connection = connect((await testDatabase()).connectionString, { connections: 4 })
const { db } = connection
afterAll(() => connection.close())
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-23T12:00:00Z')
let knowledge = ''
let who: StaffMember

beforeEach(async () => {
  knowledge = await layCounty(db, now)
  await db.updateTable('clocks').set({ state: 'dropped' }).execute()
  await db.updateTable('handoffs').set({ state: 'passed-on' }).execute()
  const email = `ann-${crypto.randomUUID()}@marsh.example`
  const found = await findStaffMember(db, await addStaff(db, { email }, now))
  if (found === null) throw new Error('She has no account')
  who = found
})

/** A Tuesday on which somebody may have to acknowledge. */
const day: BankHolidayChange = {
  date: '2026-11-24',
  title: 'A day of thanks',
  what: 'added',
  on: '2026-11-23',
  by: 'Ann Example',
  because: 'The Gazette',
}

async function proclaim(given: Partial<BankHolidayChange> = {}) {
  const { version } = await loadCurrentKnowledge(db)
  return saveBankHoliday(db, { who, version, holiday: { ...day, ...given }, now })
}

const received = (given: CaseGiven = {}) =>
  addCase(db, envelope, knowledge, { receivedOn: '2026-11-20', ...given })

const dueOf = async (id: CaseId) => {
  const clocks = await db
    .selectFrom('clocks')
    .select(['name', 'due_on'])
    .where('case', '=', id)
    .orderBy('name')
    .execute()
  return Object.fromEntries(clocks.map(({ name, due_on: due }) => [name, due]))
}

const addClock = (
  id: CaseId,
  name: ClockName,
  startsOn: string,
  dueOn: string,
  days: number,
  key = 'router:clock.due.working-days',
) =>
  db
    .insertInto('clocks')
    .values({
      case: id,
      name,
      process: 'council-corporate',
      organisation: dale,
      starts_on: startsOn,
      due_on: dueOn,
      because: JSON.stringify({ key, params: { count: days, source: 'the code' } }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()

describe('a bank holiday that an administrator adds', () => {
  it('moves the clock that runs over it, keeps the day before and says why, and the inbox follows', async () => {
    const { id } = await received()
    expect(await proclaim()).toEqual({ clocks: 1, handoffs: 1 })
    expect(await dueOf(id)).toEqual({ acknowledge: '2026-11-26' })
    const kept = await db
      .selectFrom('clock_amendments')
      .innerJoin('clocks', 'clocks.id', 'clock_amendments.clock')
      .selectAll('clock_amendments')
      .where('case', '=', id)
      .execute()
    expect(kept).toMatchObject([
      {
        due_on_before: '2026-11-25',
        due_on_after: '2026-11-26',
        because: 'bank-holidays-changed',
        amended_by: null,
        agreed_on: null,
      },
    ])
    const row = await db.selectFrom('cases').select('next_due_on').where('id', '=', id).executeTakeFirst()
    expect(row?.next_due_on).toBe('2026-11-26')
    const lines = await db
      .selectFrom('audit_entries')
      .select(['act', 'details'])
      .where('about', '=', id)
      .execute()
    expect(lines.map(({ act }) => act)).toEqual(['clock.recount', 'handoff.recount'])
    expect(lines[0]?.details).toMatchObject({ before: '2026-11-25', after: '2026-11-26' })
  })

  it('gives a team that has not accepted yet another working day', async () => {
    const { id } = await received()
    await proclaim()
    const handoff = await db
      .selectFrom('handoffs')
      .select('accept_by')
      .where('case', '=', id)
      .executeTakeFirst()
    expect(handoff?.accept_by).toBe('2026-11-25')
  })

  it('leaves what is over, what ended, and what runs in months', async () => {
    const over = await received({ acknowledgeBy: '2026-11-20', handoff: null })
    const met = await received({ handoff: 'accepted' })
    await db.updateTable('clocks').set({ state: 'met', ended_at: now }).where('case', '=', met.id).execute()
    const months = await received({ acknowledgeBy: null, handoff: null })
    await addClock(months.id, 'six-months', '2026-11-20', '2027-05-19', 6, 'router:clock.due.months')
    expect(await proclaim()).toEqual({ clocks: 0, handoffs: 0 })
    expect(await dueOf(over.id)).toEqual({ acknowledge: '2026-11-20' })
    expect(await dueOf(met.id)).toEqual({ acknowledge: '2026-11-25' })
    expect(await dueOf(months.id)).toEqual({ 'six-months': '2027-05-19' })
  })

  it('leaves a day that was agreed with the person', async () => {
    const { id } = await received({ acknowledgeBy: null, handoff: null })
    const { id: clock } = await addClock(id, 'respond', '2026-11-20', '2026-12-18', 20)
    const amendment = { clock, due_on_before: '2026-12-11', due_on_after: '2026-12-18', amended_by: who.id }
    await db
      .insertInto('clock_amendments')
      .values({ ...amendment, because: 'More to look into', agreed_on: '2026-11-22', amended_at: now })
      .execute()
    expect(await proclaim()).toEqual({ clocks: 0, handoffs: 0 })
    expect(await dueOf(id)).toEqual({ respond: '2026-12-18' })
  })

  it('moves what follows the acknowledgement by the day it runs over, before that is met and after', async () => {
    const waits = await received({ receivedBy: dale, acknowledgeBy: null, handoff: null })
    await addClock(waits.id, 'acknowledge', '2026-11-20', '2026-11-27', 5)
    await addClock(waits.id, 'respond', '2026-11-27', '2026-12-11', 10)
    const met = await received({ receivedBy: dale, acknowledgeBy: null, handoff: null })
    const first = await addClock(met.id, 'acknowledge', '2026-11-20', '2026-11-27', 5)
    const ended = { state: 'met', ended_at: now, happened_on: '2026-11-25' } as const
    await db.updateTable('clocks').set(ended).where('id', '=', first.id).execute()
    await addClock(met.id, 'respond', '2026-11-27', '2026-12-09', 10)
    expect(await proclaim()).toEqual({ clocks: 2, handoffs: 0 })
    expect(await dueOf(waits.id)).toEqual({ acknowledge: '2026-11-30', respond: '2026-12-14' })
    expect(await dueOf(met.id)).toEqual({ acknowledge: '2026-11-27', respond: '2026-12-09' })
  })

  it('is counted as before again once it is taken back', async () => {
    const { id } = await received()
    await proclaim()
    expect(await proclaim({ what: 'taken-back' })).toEqual({ clocks: 1, handoffs: 1 })
    expect(await dueOf(id)).toEqual({ acknowledge: '2026-11-25' })
    expect((await loadCurrentKnowledge(db)).rules.bankHolidays).toEqual(bankHolidays)
  })

  it('is refused twice, and what came with the hub is not taken back', async () => {
    await proclaim()
    expect(await proclaim()).toBe('changed-meanwhile')
    expect(await proclaim({ what: 'taken-back', date: '2026-12-25' })).toBe('changed-meanwhile')
  })

  it('is one of the knowledge, by whom and when, with its line in the audit', async () => {
    const because = 'The Gazette, second edition'
    await proclaim({ because })
    const { version, rules, madeBy } = await loadCurrentKnowledge(db)
    expect(rules.bankHolidayChanges).toEqual([{ ...day, because }])
    expect(madeBy).toBe(who.id)
    const lines = await db.selectFrom('audit_entries').selectAll().where('about', '=', version).execute()
    expect(lines).toMatchObject([
      { act: 'holiday.add', actor: who.id, details: { day: day.date, before: knowledge } },
    ])
  })
})

describe('what was under way while a day was added or taken back', () => {
  it('is counted anew a little later, and nothing is counted twice', async () => {
    await proclaim()
    const late = await received()
    const right = await received({ acknowledgeBy: '2026-11-26', handoff: null })
    expect(await recountLately(db, now)).toEqual({ clocks: 1, handoffs: 1 })
    expect(await recountLately(db, now)).toEqual({ clocks: 0, handoffs: 0 })
    expect(await dueOf(late.id)).toEqual({ acknowledge: '2026-11-26' })
    await proclaim({ what: 'taken-back' })
    const again = await received({ acknowledgeBy: '2026-11-26', handoff: null })
    expect(await recountLately(db, now)).toEqual({ clocks: 1, handoffs: 0 })
    for (const { id } of [late, right, again]) expect(await dueOf(id)).toEqual({ acknowledge: '2026-11-25' })
  })

  it('moves what knew the first of two changes and not the second', async () => {
    await proclaim()
    await proclaim({ date: '2026-11-26' })
    const { id } = await received({ acknowledgeBy: '2026-11-26', handoff: null })
    expect(await recountLately(db, now)).toEqual({ clocks: 1, handoffs: 0 })
    expect(await dueOf(id)).toEqual({ acknowledge: '2026-11-27' })
    await proclaim({ what: 'taken-back' })
    await proclaim({ date: '2026-11-26', what: 'taken-back' })
  })

  it('is no more looked for when the change is days old', async () => {
    await proclaim()
    await received()
    expect(await recountLately(db, new Date('2026-11-25T12:00:00Z'))).toEqual({ clocks: 0, handoffs: 0 })
  })
})

describe('starting again with another release', () => {
  it('keeps what people added, and counts by a day that it brings', async () => {
    await proclaim({ date: '2027-05-10' })
    await setUp(db, now)
    const { rules } = await loadCurrentKnowledge(db)
    expect(rules.bankHolidays.some(({ date }) => date === '2027-05-10')).toBe(true)
    expect(rules.bankHolidayChanges).toHaveLength(1)
    const without = bankHolidays.filter(({ date }) => date !== '2026-12-25')
    await saveKnowledge(
      db,
      { directory: county, rules: { ...seedRules, bankHolidays: without } },
      'release',
      now,
    )
    const { id } = await received({ receivedOn: '2026-12-23', acknowledgeBy: '2026-12-29' })
    await setUp(db, now)
    expect(await dueOf(id)).toEqual({ acknowledge: '2026-12-30' })
  })
})
