/** Twelve months run from the day the person knew of it: staff put it on record with their decision, and it holds. */
import { afterEach, beforeAll, expect, it } from 'vitest'
import { findingsAbout } from '../../support/case-rows.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marshTriage } from '../../support/county.ts'
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

/** Received on 20 November 2026. */
const ofLongAgo = (knownSince: string | null = null): Promise<CaseMade> => {
  const about = { organisation: null, careService: null, place: null, happenedOn: '2020-03-02', knownSince }
  return addCase(db, envelope, knowledge, { submission: { about } })
}
const form = ({ reference }: CaseMade) => `/desk/cases/${reference}/exclusions/out-of-time`
const page = async ({ reference }: CaseMade) => wordsOf((await ann.get(`/desk/cases/${reference}`)).text)
const decide = (made: CaseMade, outcome: string, knownSince: string) =>
  ann.post(form(made), { outcome, knownSince, why: 'She saw her records only then.' })
const decisions = (made: CaseMade) => findingsAbout(db, made, 'out-of-time')

it('shows the day they gave, for whoever decides to confirm or correct', async () => {
  const text = (await ann.get(form(await ofLongAgo('2026-01-15')))).text
  expect(text).toContain('value="2026-01-15"')
  expect(wordsOf(text)).toContain('They say that it happened on Monday 2 March 2020.')
})

it('stands with the decision that it is not late, and by when it would have been', async () => {
  const made = await ofLongAgo()
  expect((await decide(made, 'does-not-apply', '2025-11-20')).status).toBe(303)
  expect(await page(made)).toContain(
    'They came to know of it on Thursday 20 November 2025: it was received within twelve months from then, which end on Friday 20 November 2026. She saw her records only then.',
  )
})

it('stands with the decision that it is late, and can be left out', async () => {
  const made = await ofLongAgo()
  await decide(made, 'applies', '2025-11-19')
  expect(await page(made)).toContain('twelve months from then ended on Thursday 19 November 2026')
  const unknown = await ofLongAgo()
  await decide(unknown, 'applies', '')
  expect(await decisions(unknown)).toMatchObject([
    { value: 'applies', because: [{ key: 'desk:finding.bySomeone' }] },
  ])
})

it.each([
  ['late, where it came within twelve months of that day', 'applies', '2025-11-20', 'so it is not late'],
  ['known after it was received', 'does-not-apply', '2026-11-21', 'they knew of it by then'],
  ['known before it happened', 'applies', '2020-03-01', 'they cannot have known of it before'],
  ['known on no day', 'applies', '2025-02-30', 'Give the day as a date'],
])('is not decided as %s', async (_, outcome, knownSince, words) => {
  const made = await ofLongAgo()
  const answer = await decide(made, outcome, knownSince)
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain(words)
  expect(await decisions(made)).toEqual([])
})
