/** Declined to discuss it: the period to answer is set, was told in writing, and stands as a clock that outlives the kind. */
import { afterEach, beforeAll, expect, it } from 'vitest'
import { auditOf, caseRow } from '../../support/case-rows.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

async function complaint(): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, { acknowledgeBy: null })
  const because = JSON.stringify({
    key: 'router:clock.due.months',
    params: { count: 6, source: 'reg 14(3)' },
  })
  const days = { starts_on: '2026-11-20', due_on: '2027-05-19' }
  const clocks = {
    case: made.id,
    name: 'six-months',
    process: 'nhs',
    organisation: marsh,
    because,
    ...days,
  } as const
  await db.insertInto('clocks').values(clocks).execute()
  return made
}
const page = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const decline = (made: CaseMade, answerBy: string) =>
  ann.post(`${page(made)}/declined`, { declinedOn: '2026-11-21', toldOn: '2026-11-22', answerBy })

it('makes the day that was set what is due, and says when they declined and were told', async () => {
  const made = await complaint()
  expect((await decline(made, '2027-01-15')).location).toBe(`${page(made)}?done=period-set`)
  expect((await caseRow(db, made)).next_due_on).toBe('2027-01-15')
  expect(wordsOf((await ann.get(page(made))).text)).toContain(
    'They declined to discuss it on Saturday 21 November 2026 and were told in writing on Sunday 22 November 2026.',
  )
  expect(await auditOf(db, made)).toMatchObject([{ act: 'clock.declined', details: { due: '2027-01-15' } }])
  expect((await ann.get(`${page(made)}/declined`)).status).toBe(404)
})

it('stays when somebody confirms that it is a complaint', async () => {
  const made = await complaint()
  await decline(made, '2027-01-15')
  await ann.post(`${page(made)}/correct/kind`, { kind: 'complaint', why: 'It is.' })
  const running = await db
    .selectFrom('clocks')
    .select('due_on')
    .where('case', '=', made.id)
    .where('name', '=', 'respond')
    .where('state', '=', 'running')
    .execute()
  expect(running).toEqual([{ due_on: '2027-01-15' }])
})

it('is refused beyond the six months, which only the person can make longer', async () => {
  const made = await complaint()
  const answer = await decline(made, '2027-05-20')
  expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('19 May 2027')])
})
