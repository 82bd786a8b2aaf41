/** People whom no message reaches: staff see on the inbox and under what needs a person whom to tell, and by when. */
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { addStaff, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { addJointCase } from '../../support/joint.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dee: Visitor
let made: Awaited<ReturnType<typeof addJointCase>>

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dee = await desk.signedIn('dee@dale.example')
})
beforeEach(async () => {
  await db.deleteFrom('messages').execute()
  made = await addJointCase(db, envelope, knowledge)
})

const news = async (
  created_at: Date,
  purpose: 'lead-news' | 'meeting-news' | 'consent-request' = 'lead-news',
) => {
  const because = JSON.stringify({ key: 'desk:held.prefers.phone', params: {} })
  const held = {
    direction: 'out' as const,
    state: 'held' as const,
    held_because: because,
    due_at: created_at,
  }
  const said = { channel: 'email' as const, subject: 'News', body: 'They lead.', language: 'en' as const }
  await db
    .insertInto('messages')
    .values({ case: made.id, purpose, ...held, ...said, is_automatic: true, created_at })
    .execute()
}
const words = async (who: Visitor, path: string) => (await who.get(path)).text.replaceAll(/<[^>]*>/g, ' ')

it('are listed by the next working day, on the inbox too, and marked when it is over', async () => {
  await news(new Date('2026-11-18T15:00:00Z'))
  expect(await words(ann, '/desk')).toContain('Should have been told by Thu 19 Nov')
  const list = await words(ann, '/desk/quarantine')
  expect(list).toContain('People to tell by phone, by post or in person')
  expect(list).toContain('Should have been told by Thu 19 Nov')
  expect(list).not.toContain('Messages that have not gone')
})

it('are told of a meeting in this way too', async () => {
  await news(clock.now, 'meeting-news')
  expect(await words(ann, '/desk')).toContain('Tell them by Mon 23 Nov')
})

it('have until tomorrow where it was written today', async () => {
  await news(clock.now)
  expect(await words(ann, '/desk')).toContain('Tell them by Mon 23 Nov')
})

it('are on the list while the question to them is open, and off it once it is answered', async () => {
  await db.updateTable('consents').set({ state: 'asked' }).where('case', '=', made.id).execute()
  await news(clock.now, 'consent-request')
  expect(await words(ann, '/desk/quarantine')).toContain('People to tell')
  await db.updateTable('consents').set({ state: 'refused' }).where('case', '=', made.id).execute()
  expect(await words(ann, '/desk/quarantine')).not.toContain('People to tell')
})

it('are nobody’s to see at another organisation', async () => {
  await db
    .updateTable('handoffs')
    .set({ state: 'accepted', is_across: true })
    .where('case', '=', made.id)
    .execute()
  await news(clock.now)
  expect(await words(dee, '/desk/quarantine')).not.toContain('People to tell')
  const inbox = await words(dee, '/desk')
  expect(inbox).toContain(made.reference)
  expect(inbox).not.toContain('Tell them')
})
