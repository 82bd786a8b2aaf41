/** A file of a case that another organisation received: checked again by whoever leads it, and by no other. */
import { beforeAll, expect, it } from 'vitest'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dan: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

it('a lead elsewhere has a held file checked again once the person agreed, and not before', async () => {
  const made = await addCase(db, envelope, knowledge, {
    handoffTo: { organisation: dale, team: daleTriage },
    files: [{ name: 'scan.txt', content: 'x' }],
  })
  const { file } = await db
    .selectFrom('attachments')
    .select('file')
    .where('delivery', '=', made.delivery)
    .executeTakeFirstOrThrow()
  const again = `/desk/quarantine/examine/${file}/again`
  const stuck = () => db.updateTable('files').set({ state: 'failed' }).where('id', '=', file).execute()
  const ask = async (visitor: Visitor) =>
    (await visitor.post(again, { case: made.reference }, '/desk/quarantine')).status
  await stuck()
  expect(await ask(dan)).toBe(404)
  expect(await ask(ann)).toBe(303)
  await stuck()
  await db
    .insertInto('lead_proposals')
    .values({
      case: made.id,
      organisation: dale,
      state: 'accepted',
      because: JSON.stringify([]),
      proposed_at: clock.now,
      answered_at: clock.now,
      answer_by: '2026-11-30',
    })
    .execute()
  await db
    .insertInto('consents')
    .values({
      case: made.id,
      organisation: dale,
      purpose: 'joint-answer',
      from_whom: 'person',
      authority: 'self',
      covers: JSON.stringify(usualCovers([0])),
      state: 'given',
    })
    .execute()
  expect((await dan.get(`/desk/cases/${made.reference}`)).text).toContain(`action="${again}"`)
  expect(await ask(dan)).toBe(303)
  await stuck()
  await db.updateTable('consents').set({ state: 'withdrawn' }).where('case', '=', made.id).execute()
  expect(await ask(dan)).toBe(404)
})
