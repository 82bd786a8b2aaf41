/** Bank holidays on the desk: read by everybody, added and taken back by administrators of the host, and what follows is said. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, county, dale, marsh, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock } = desk
let ann: Visitor
let bea: Visitor

async function administrator(email: string, organisation: OrganisationId): Promise<Visitor> {
  await addStaff(db, { email, organisation, name: 'Ann Example', role: 'administrator' }, clock.now)
  return desk.signedIn(email)
}

beforeAll(async () => {
  ann = await administrator('ann@marsh.example', marsh)
  await addStaff(db, { email: 'bea@marsh.example', teams: [marshTriage] }, clock.now)
  bea = await desk.signedIn('bea@marsh.example')
})
beforeEach(() => saveKnowledge(db, { directory: county, rules: seedRules }, 'test', clock.now))
afterEach(() => expect(desk.faults).toEqual([]))

const page = '/desk/rules/bank-holidays'
const thanks = { date: '2026-11-24', title: 'A day of thanks', why: 'The Gazette of 20 November 2026' }
const words = async (address = page, who = ann) => wordsOf((await who.get(address)).text)
const held = async () => (await loadCurrentKnowledge(db)).rules
const added = () => ann.post(`${page}/new`, thanks)
const takeBack = `${page}/${thanks.date}/take-back`

describe('the page of bank holidays', () => {
  it('lists them year by year to whoever works here, and the rules lead to it', async () => {
    const text = await words(page, bea)
    expect(text).toContain('Friday 25 December 2026 Name Christmas Day From came with the hub')
    expect(text).toContain('Bank holidays of 2024')
    expect(text).not.toContain('Add a day')
    expect((await bea.get('/desk/rules')).text).toContain(`href="${page}"`)
  })

  it('lets nobody change them but administrators of the host', async () => {
    const dot = await administrator('dot@dale.example', dale)
    await added()
    for (const who of [bea, dot]) {
      expect((await who.get(page)).text).not.toContain('take-back')
      expect((await who.get(`${page}/new`)).status).toBe(404)
      expect((await who.post(`${page}/new`, { ...thanks, date: '2026-11-25' }, page)).status).toBe(404)
      expect((await who.post(takeBack, { why: 'No' }, page)).status).toBe(404)
    }
    expect((await held()).bankHolidayChanges).toHaveLength(1)
  })

  it.each([
    ['a table that ends within a year', '2027', 'The table of bank holidays ends on Friday 31 December 2027'],
    ['one that knows no whole year', '', 'The table of bank holidays knows no whole year'],
  ])(
    'warns of %s, on the rules and where administrators look for what needs a person too',
    async (_, last, warning) => {
      for (const address of [page, '/desk/rules', '/desk/quarantine']) {
        expect(await words(address)).not.toContain('The table of bank holidays')
      }
      const bankHolidays = seedRules.bankHolidays.filter(({ date }) => date.slice(0, 4) <= last)
      await saveKnowledge(db, { directory: county, rules: { ...seedRules, bankHolidays } }, 'test', clock.now)
      clock.now = new Date('2027-02-01T12:00:00Z')
      ann = await desk.signedIn('ann@marsh.example')
      for (const address of [page, '/desk/rules', '/desk/quarantine'])
        expect(await words(address)).toContain(warning)
      expect((await ann.get('/desk/quarantine')).text).toContain(`href="${page}"`)
      clock.now = new Date('2026-11-22T12:00:00Z')
      ann = await desk.signedIn('ann@marsh.example')
    },
  )
})

describe('a day that is added', () => {
  it('stands on the page with who added it and why, and the case says that its clock was counted anew', async () => {
    const { reference } = await addCase(db, envelope, desk.knowledge, { receivedOn: '2026-11-20' })
    const answer = await added()
    expect(answer.location).toBe(`${page}?done=added&clocks=1&handoffs=1`)
    const text = await words(answer.location ?? '')
    expect(text).toContain(
      'The day is added. 1 clock that runs was counted anew. 1 offer to a team has another day',
    )
    expect(text).toContain('A day of thanks')
    expect(text).toMatch(
      /Added by Ann Example, Sunday 22 November 2026. The Gazette of 20 November 2026 Take back/,
    )
    const about = await words(`/desk/cases/${reference}`)
    expect(about).toContain(
      'Counted anew when the bank holidays changed: Thursday 26 November 2026 instead of',
    )
    expect(about).toContain('The bank holidays changed: a clock was counted anew')
  })

  it.each([
    [{ date: '' }, 'Give the day as a date'],
    [{ date: '2027-02-30' }, 'Give the day as a date'],
    [{ date: 'tomorrow' }, 'Give the day as a date'],
    [{ date: '2026-11-28' }, 'That day is a Saturday or a Sunday'],
    [{ date: '2026-12-25' }, 'That day is in the table already'],
    [{ date: '2206-11-24' }, 'Give a day of the last twelve months or of the next three years'],
    [{ date: '2025-11-20' }, 'Give a day of the last twelve months or of the next three years'],
    [{ title: ' ' }, 'Write what the day is called'],
    [{ title: 'x'.repeat(101) }, 'Keep the name under 100 characters'],
    [{ why: '' }, 'Say why'],
  ])('is refused with %j, and what was written is kept', async (wrong, message) => {
    const answer = await ann.post(`${page}/new`, { ...thanks, ...wrong })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(message)
    if (!('title' in wrong)) expect(answer.text).toContain('A day of thanks')
    expect((await held()).bankHolidayChanges).toBeUndefined()
  })

  it('is not saved over what somebody else changed meanwhile, and what was written is kept', async () => {
    const opened = hiddenFields((await ann.get(`${page}/new`)).text)
    await added()
    const late = await ann.send(`${page}/new`, { ...opened, ...thanks, date: '2026-11-25' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Somebody else changed the rules while you had this open')
    expect(late.text).toContain('value="2026-11-25"')
    const again = await ann.send(`${page}/new`, { ...hiddenFields(late.text), ...thanks, date: '2026-11-25' })
    expect(again.status).toBe(303)
    expect((await held()).bankHolidayChanges).toHaveLength(2)
  })
})

describe('taking a day back', () => {
  it('makes it a working day again, and keeps who did it and why', async () => {
    await added()
    expect(await words(takeBack)).toContain('The Gazette of 20 November 2026')
    expect((await ann.post(takeBack, {})).status).toBe(422)
    const answer = await ann.post(takeBack, { why: 'It was put off.' })
    expect(answer.location).toMatch(/done=taken-back/)
    const text = await words()
    expect(text).toContain('Tuesday 24 November 2026, A day of thanks: taken back by Ann Example')
    expect(text).toContain('It was put off.')
    expect((await held()).bankHolidays).toEqual(seedRules.bankHolidays)
  })

  it('is not offered for what came with the hub, nor for what nobody added', async () => {
    for (const date of ['2026-12-25', '2026-11-24', 'tomorrow']) {
      expect((await ann.get(`${page}/${date}/take-back`)).status).toBe(404)
    }
  })
})
