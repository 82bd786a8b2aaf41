/** What arrived and is no case yet is on the desk while machines still try, for those whose people would look. */
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { saveSubmission } from '../../../services/store/submissions.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock } = desk
let ann: Visitor
beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})
beforeEach(async () => {
  await db.deleteFrom('submissions').execute()
  await db.deleteFrom('deliveries').execute()
})

const ago = (seconds: number) => new Date(clock.now.getTime() - seconds * 1_000)
const heldUp = (seconds = 61, receivedBy = marsh) =>
  addDelivery(db, envelope, { state: 'waiting', receivedAt: ago(seconds), receivedBy })
const list = async (visitor = ann) => (await visitor.get('/desk/quarantine')).text
const tab = async () =>
  /Needs a person <span class="desk-count desk-count--alarm">(\d+)</.exec((await ann.get('/desk')).text)?.[1]

it('is listed and counted once it is a minute old, with what became of the tries', async () => {
  const news = await heldUp(59)
  expect(await list()).not.toContain(news.reference)
  const old = await heldUp(61)
  expect(await list()).toContain(old.reference)
  expect(await list()).toContain('Reading it has failed 3 times. Next try:')
  expect(await tab()).toBe('1')
  await db.updateTable('deliveries').set({ attempts: 0 }).where('id', '=', old.id).execute()
  expect(await list()).toContain('Nobody has begun')
})

it('can be read as it came, and is tried at once where nobody holds it', async () => {
  const { id, reference } = await heldUp()
  expect((await ann.get(`/desk/quarantine/${reference}`)).text).toContain('Subject: hello')
  const lease = (until: Date | null) =>
    db.updateTable('deliveries').set({ lease_until: until }).where('id', '=', id).execute()
  await lease(new Date(clock.now.getTime() + 1_000))
  const again = () => ann.post(`/desk/quarantine/read/${id}/again`, {}, '/desk/quarantine')
  expect((await again()).status).toBe(404)
  await lease(null)
  expect((await again()).status).toBe(303)
  expect(desk.rung.at(-1)).toEqual({ queue: 'read', ids: [id] })
  const { due_at: dueAt } = await db
    .selectFrom('deliveries')
    .select('due_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(dueAt).toEqual(clock.now)
})

it('is listed too when it was read and cannot be routed', async () => {
  const { id, reference } = await addDelivery(db, envelope, { receivedAt: ago(61) })
  const content = submissionOf({ channel: 'email', text: 'The ward was cold.' })
  const submission = await saveSubmission(
    db,
    { delivery: id, receivedAt: ago(61), receivedBy: marsh, content },
    ago(61),
  )
  await db.updateTable('submissions').set({ attempts: 1 }).where('delivery', '=', id).execute()
  expect(await list()).toContain(reference)
  expect(await list()).toContain('Routing it has failed once.')
  expect((await ann.post(`/desk/quarantine/route/${submission}/again`, {}, '/desk/quarantine')).status).toBe(
    303,
  )
})

it('is the host’s while its organisation has nobody to look, and from then on nobody else’s', async () => {
  const { id, reference } = await heldUp(61, dale)
  expect(await list()).toContain(reference)
  expect((await ann.get(`/desk/quarantine/${reference}`)).status).toBe(200)
  await addStaff(db, { email: 'sam@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  const sam = await desk.signedIn('sam@dale.example')
  expect(await list(sam)).toContain(reference)
  expect(await list()).not.toContain(reference)
  expect((await ann.get(`/desk/quarantine/${reference}`)).status).toBe(404)
  expect((await ann.post(`/desk/quarantine/read/${id}/again`, {}, '/desk/quarantine')).status).toBe(404)
})
