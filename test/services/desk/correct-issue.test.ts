/** Correcting one issue: what it is about and whose matter it is, which tells nobody anything. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addStaff, dale, marshTriage, marshWards } from '../../support/county.ts'
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
const row = (made: CaseMade) => caseRow(db, made)
const acts = async (made: CaseMade) => (await auditOf(db, made)).map((entry) => [entry.act, entry.actor_kind])

describe('correcting an issue', () => {
  const wanted = {
    kind: 'concern',
    subjects: ['transport', 'consent'],
    organisation: dale,
    careService: 'dale-home-care',
    why: 'Read it again.',
  }

  it('saves a finding for each thing that changed, and tells the other organisation nothing', async () => {
    const made = await addCase(db, envelope, knowledge)
    expect((await ann.post(`${address(made)}/correct/issues/1`, wanted)).status).toBe(303)
    const issue = await db
      .selectFrom('issues')
      .selectAll()
      .where('case', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(issue).toMatchObject({
      kind: 'concern',
      subjects: ['transport', 'consent'],
      care_service: 'dale-home-care',
    })
    expect((await findings(made, 'issue.0.subjects')).map(({ value }) => value)).toEqual([
      ['transport', 'consent'],
    ])
    expect(await findings(made, 'issue.0.subject')).toHaveLength(1)
    expect(await acts(made)).toEqual([['issue.correct', 'staff']])
    const handoffs = await db
      .selectFrom('handoffs')
      .select('organisation')
      .where('case', '=', made.id)
      .execute()
    expect(handoffs.map(({ organisation }) => organisation)).not.toContain(dale)
  })

  it.each([
    [
      'a care service of another organisation',
      { careService: 'marsh-ward-4' },
      'belongs to another organisation',
    ],
    ['a subject that is in no list', { subjects: ['gossip'] }, 'not in the list'],
    [
      'an organisation that is in no directory',
      { organisation: 'nowhere', careService: '' },
      'not in the directory',
    ],
  ])('refuses %s', async (_, change, words) => {
    const made = await addCase(db, envelope, knowledge)
    const answer = await ann.post(`${address(made)}/correct/issues/1`, { ...wanted, ...change })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)])
    expect((await row(made)).version).toBe(1)
  })

  it('is not found where the case has no such issue', async () => {
    const made = await addCase(db, envelope, knowledge)
    expect((await ann.get(`${address(made)}/correct/issues/2`)).status).toBe(404)
  })
})
