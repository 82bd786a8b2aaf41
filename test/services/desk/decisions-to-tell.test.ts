/** A decision the person was not told of stands under what needs a person, for whoever decided, until the letter is written. */
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

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
afterEach(async () => {
  expect(desk.faults).toEqual([])
  await db.deleteFrom('decision_letters').execute()
})

/** Received here, and handed to another organisation as well. */
const handedOn = () =>
  addCase(db, envelope, knowledge, {
    submission: { person: { name: null, email: 'rhys@post.example', phone: null, address: null } },
    handoff: 'accepted',
    handoffTo: { organisation: dale, team: daleTriage },
  })
const groundOf = (made: CaseMade, code: string) => `/desk/cases/${made.reference}/exclusions/${code}`
const decide = (made: CaseMade, outcome: string, code = 'employment') =>
  ann.post(groundOf(made, code), { outcome, why: 'He writes as a former porter.' })
const listOf = async (who: Visitor) => wordsOf((await who.get('/desk/quarantine')).text)
const countOf = async (who: Visitor) =>
  Number(/Needs a person (\d+)/.exec(wordsOf((await who.get('/desk')).text))?.[1])
const rowOf = ({ reference }: CaseMade, ground = 'It is about the person’s own employment') =>
  `${reference} Decision ${ground}. Decided by Staff ann on 22 November 2026`

async function write(made: CaseMade, how: 'letter' | 'send') {
  const page = await ann.get(`${groundOf(made, 'employment')}/letter`)
  const fields = { ...hiddenFields(page.text), body: 'We decided.', how }
  const checked = await ann.send(`${groundOf(made, 'employment')}/letter`, { ...fields, step: 'check' })
  await ann.send(`${groundOf(made, 'employment')}/letter`, { ...hiddenFields(checked.text), step: 'send' })
}

it('is listed and counted once with a way to write the letter, and gone once it is written', async () => {
  const made = await handedOn()
  const before = await countOf(ann)
  await decide(made, 'applies-in-part')
  await decide(made, 'applies')
  expect(await countOf(ann)).toBe(before + 1)
  const list = await listOf(ann)
  expect(list).toContain('Decisions that the person has not been told of 1')
  expect(list).toContain(rowOf(made))
  expect(list).toContain('must be told of this decision and the reason in writing')
  expect((await ann.get('/desk/quarantine')).text).toContain(`href="${groundOf(made, 'employment')}/letter"`)
  await write(made, 'letter')
  expect(await listOf(ann)).not.toContain(made.reference)
  expect(await countOf(ann)).toBe(before)
})

it('is listed anew where the person was told otherwise before', async () => {
  const made = await handedOn()
  await decide(made, 'applies')
  await write(made, 'letter')
  await decide(made, 'does-not-apply')
  expect(await listOf(ann)).toContain(rowOf(made))
  expect(await listOf(ann)).toContain('Tell them in writing that the decision was changed.')
})

it('of what comes late is listed too, and what needs no letter is not', async () => {
  const made = await handedOn()
  await decide(made, 'does-not-apply')
  await decide(made, 'applies', 'resolved-orally')
  expect(await listOf(ann)).not.toContain(made.reference)
  await decide(made, 'applies', 'out-of-time')
  expect(await listOf(ann)).toContain(rowOf(made, 'It comes after twelve months'))
})

it('is not listed beside the letter that did not go, which waits among the messages', async () => {
  const made = await handedOn()
  await decide(made, 'applies')
  await write(made, 'send')
  expect(await listOf(ann)).not.toContain(made.reference)
  const { id } = await db
    .updateTable('messages')
    .set({ state: 'failed' })
    .where('case', '=', made.id)
    .where('direction', '=', 'out')
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await listOf(ann)).toContain('Messages that have not gone')
  expect(await listOf(ann)).not.toContain(rowOf(made))
  const settle = { how: 'not-needed', why: 'Put aside: the wording was wrong.' }
  await ann.post(`/desk/cases/${made.reference}/messages/${id}/settle`, settle)
  expect(await listOf(ann)).toContain(rowOf(made))
})

it('is nothing for another organisation that works on the case: it did not decide', async () => {
  const made = await handedOn()
  await decide(made, 'applies')
  expect(wordsOf((await dot.get('/desk')).text)).toContain(made.reference)
  expect(await listOf(dot)).not.toContain(made.reference)
})
