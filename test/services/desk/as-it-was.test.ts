/** A case and its only issue are of one kind, and what one click changed is, once undone, in all its parts as it was. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addStaff, dale, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import type { StaffId } from '../../../shared/ids.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let annId: StaffId

beforeAll(async () => {
  annId = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const given = (more: CaseGiven = {}) => addCase(db, envelope, knowledge, more)
const none = 'Corrected with one click; no reason was given.'
const click = (made: CaseMade, what: string, to: string, more: object = {}, who = ann) =>
  who.post(`${address(made)}/quick/${what}`, { to, why: none, ...more }, address(made))
const row = (made: CaseMade) => caseRow(db, made)
const page = async (made: CaseMade) => (await ann.get(address(made))).text
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
const issueKinds = async ({ id }: CaseMade) =>
  (await db.selectFrom('issues').select('kind').where('case', '=', id).orderBy('position').execute()).map(
    ({ kind }) => kind,
  )

/** A second one: praise. */
async function addIssue({ id }: CaseMade): Promise<void> {
  const { submission } = await db
    .selectFrom('issues')
    .select('submission')
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('issues')
    .values({
      case: id,
      submission,
      position: 1,
      kind: 'compliment',
      tone: 'positive',
      subjects: [],
      organisation: null,
      span_start: 0,
      span_end: 5,
    })
    .execute()
}

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

describe('the kind of a case with one issue', () => {
  const issue = {
    kind: 'concern',
    subjects: ['transport', 'consent'],
    organisation: dale,
    careService: 'dale-home-care',
    why: 'Read it again.',
  }

  it('makes the only issue what the case is, with the clocks of it, and the praise in it goes to those it is for', async () => {
    const made = await given({ kind: 'concern', acknowledgeBy: null })
    expect(await page(made)).not.toContain('Tell those it praises')
    await click(made, 'kind', 'compliment')
    expect(await issueKinds(made)).toEqual(['compliment'])
    expect(await findingsAbout(db, made, 'issue.0.kind')).toMatchObject([{ value: 'compliment' }])
    expect(await clocks(made)).toEqual(['pass-on 2026-11-25'])
    expect(await page(made)).toContain('Tell those it praises')
    await undo(made)
    expect(await issueKinds(made)).toEqual(['concern'])
    expect(await page(made)).not.toContain('Tell those it praises')
  })

  it('leaves each of several issues what it is', async () => {
    const made = await given({ kind: 'concern' })
    await addIssue(made)
    await click(made, 'kind', 'complaint')
    expect(await issueKinds(made)).toEqual(['concern', 'compliment'])
    await undo(made)
    expect(await issueKinds(made)).toEqual(['concern', 'compliment'])
  })

  it('makes the case what its only issue is, with the clocks of it', async () => {
    const made = await addCase(db, envelope, knowledge, { kind: 'compliment', acknowledgeBy: null })
    await ann.post(`${address(made)}/correct/issues/1`, { ...issue, kind: 'complaint' })
    expect(await row(made)).toMatchObject({ kind: 'complaint', next_due_on: '2026-11-25' })
    expect((await row(made)).kind_confirmed_by).not.toBeNull()
    expect(await findingsAbout(db, made, 'kind')).toMatchObject([
      { value: 'compliment' },
      { value: 'complaint', correction: 'Read it again.' },
    ])
  })

  it('never makes less of a complaint that somebody confirmed by way of its only issue', async () => {
    const made = await addCase(db, envelope, knowledge)
    await ann.post(`${address(made)}/correct/kind`, { kind: 'complaint', why: '' })
    const refused = await ann.post(`${address(made)}/correct/issues/1`, issue)
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('agree')])
    expect(await row(made)).toMatchObject({ kind: 'complaint' })
  })
})

describe('undoing a change of team', () => {
  it('leaves it with the team that had accepted it, accepted as before, with nobody told again', async () => {
    const made = await given({ handoff: 'accepted' })
    const rows = () =>
      db
        .selectFrom('handoffs')
        .select(['team', 'state', 'decided_by', 'decided_at', 'told'])
        .where('case', '=', made.id)
        .orderBy('id')
        .execute()
    const accepted = { decided_by: annId, decided_at: new Date('2026-11-21T09:30:00Z'), state: 'accepted' }
    await db
      .updateTable('handoffs')
      .set({ decided_by: accepted.decided_by, decided_at: accepted.decided_at })
      .where('case', '=', made.id)
      .execute()
    await click(made, 'owner', marshEmergency)
    await undo(made)
    expect((await rows()).map(({ state }) => state)).toEqual(['passed-on', 'passed-on', 'accepted'])
    expect((await rows()).at(-1)).toEqual({ ...accepted, team: marshWards, told: 'told' })
  })
})
