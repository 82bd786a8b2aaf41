/** STOP by text ends texts and not sharing: staff are asked to find out what it meant, and only what the person says then counts. */
import { beforeEach, expect, it } from 'vitest'
import { heed } from '../../../services/pipeline/heed.ts'
import { loadDelivery } from '../../../services/store/deliveries.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { jointWork } from '../../../services/upkeep/joint-work.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { addJointCase, openDaleToMail, tellingAt } from '../../support/joint.ts'
import { openDesk } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
const start = clock.now
const words = loadWords()
await openDaleToMail(db)
await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
await db
  .insertInto('organisation_contacts')
  .values({ organisation: marsh, role: 'senior', name: 'A Senior', email: 'senior@marsh.example' })
  .execute()
const mo = await desk.signedIn('mo@marsh.example')
const dee = await desk.signedIn('dee@dale.example')

let made: Awaited<ReturnType<typeof addJointCase>>
let base: string
beforeEach(async () => {
  clock.now = start
  await db.updateTable('cases').set({ state: 'closed' }).execute()
  made = await addJointCase(db, desk.envelope, desk.knowledge, {
    submission: { person: { name: 'Ada Quillfeather', email: null, phone: '07700 900123', address: null } },
  })
  base = `/desk/cases/${made.reference}`
  const yes = { consent: made.consent, act: 'give', by: { kind: 'person' } } as const
  await sayOnConsent(db, yes, tellingAt(clock.now))
  await db.deleteFrom('messages').execute()
})

async function stopped(from = '+447700900123', word: 'stop' | 'start' = 'stop'): Promise<void> {
  const delivery = await loadDelivery(db, desk.envelope, made.delivery)
  if (delivery === null) throw new Error('It has no delivery')
  const text = { ...delivery, channel: 'sms' as const, receivedAt: clock.now.toISOString() }
  const said = { outcome: 'nothing-to-route', why: 'keyword', about: null, keyword: { word, from } } as const
  await db.transaction().execute((queries) => heed(queries, text, said, clock.now))
}

const state = async () =>
  (
    await db
      .selectFrom('consents')
      .select('state')
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .executeTakeFirstOrThrow()
  ).state

async function work(): Promise<void> {
  const faults: unknown[] = []
  const parts = { db, words, ring: () => undefined, publicUrl: 'https://hub.example', canSend: () => true }
  const complain = (_: string, error: unknown) => void faults.push(error)
  await jointWork({ ...parts, now: () => clock.now, complain })
  await jointWork({ ...parts, now: () => clock.now, complain })
  expect(faults).toEqual([])
}

const tag = 'Ask what STOP meant'

it('is a task on the inbox and on the case, and sharing goes on', async () => {
  await stopped()
  await stopped()
  expect((await mo.get('/desk')).text).toContain(tag)
  const { text } = await mo.get(base)
  expect(text).toContain('They sent STOP by text on 22 November 2026')
  expect(text).toContain('still shared with Dale Council (example)')
  expect(text).toContain('Ask them by Mon 23 Nov')
  expect(await state()).toBe('given')
  const asked = db.selectFrom('stop_questions').select('id').where('case', '=', made.id)
  expect(await asked.execute()).toHaveLength(1)
})

it.each([
  ['of a number that has no part in it', () => stopped('+447700900999')],
  ['that is a START', () => stopped(undefined, 'start')],
] as const)('is none %s', async (_, send) => {
  await send()
  expect((await mo.get('/desk')).text).not.toContain(tag)
})

it('is none where nothing is shared, nor any more once it is not', async () => {
  await db.updateTable('consents').set({ state: 'refused' }).where('id', '=', made.consent).execute()
  await stopped()
  expect((await mo.get('/desk')).text).not.toContain(tag)
  await db.updateTable('consents').set({ state: 'given' }).where('id', '=', made.consent).execute()
  expect((await mo.get('/desk')).text).not.toContain(tag)
  await stopped()
  expect((await mo.get('/desk')).text).toContain(tag)
  await db.updateTable('consents').set({ state: 'withdrawn' }).where('id', '=', made.consent).execute()
  expect((await mo.get('/desk')).text).not.toContain(tag)
  expect(await mo.get(`${base}/joint/stop`)).toHaveProperty('status', 404)
})

it('is answered by a person: texts alone leave sharing as it is, and a try leaves the task', async () => {
  await stopped()
  const page = await mo.get(`${base}/joint/stop`)
  expect(page.text).toContain('Ring 07700 900123')
  expect((await mo.post(`${base}/joint/stop`, { answer: 'texts-only' })).text).toContain(
    'Choose how they said it',
  )
  expect((await mo.post(`${base}/joint/stop`, {})).status).toBe(422)
  expect((await mo.post(`${base}/joint/stop`, { answer: 'not-reached' })).status).toBe(303)
  expect((await mo.get('/desk')).text).toContain(tag)
  const said = { answer: 'texts-only', how: 'recorded-call' }
  expect((await mo.post(`${base}/joint/stop`, said)).status).toBe(303)
  expect((await mo.get('/desk')).text).not.toContain(tag)
  expect(await state()).toBe('given')
})

it('that is meant for sharing too ends it at once for all', async () => {
  await stopped()
  const said = { answer: 'sharing-too', how: 'recorded-call' }
  expect((await dee.post(`${base}/joint/stop`, said, '/desk')).status).toBe(404)
  expect(await state()).toBe('given')
  expect((await mo.post(`${base}/joint/stop`, said)).status).toBe(303)
  expect(await state()).toBe('withdrawn')
  const change = await db
    .selectFrom('consent_changes')
    .select(['how', 'by_kind'])
    .where('consent', '=', made.consent)
    .where('to_state', '=', 'withdrawn')
    .executeTakeFirst()
  expect(change).toEqual({ how: 'recorded-call', by_kind: 'staff' })
})

it('that nobody asks about by the next working day is told once to the named senior, and so is whoever is not told', async () => {
  await stopped()
  const held = {
    direction: 'out',
    state: 'held',
    channel: 'email',
    language: 'en',
    is_automatic: true,
  } as const
  await db
    .insertInto('messages')
    .values({
      ...{ ...held, case: made.id, purpose: 'lead-news', body: 'They lead.' },
      ...{ created_at: clock.now, due_at: clock.now },
    })
    .execute()
  const notices = () =>
    db
      .selectFrom('messages')
      .select(['recipient', 'body'])
      .where('purpose', '=', 'part-notice')
      .where('body', 'like', '%told or asked%')
      .where('case', '=', made.id)
      .execute()
  clock.now = new Date('2026-11-23T18:00:00Z')
  await work()
  expect(await notices()).toEqual([])
  clock.now = new Date('2026-11-24T08:00:00Z')
  await work()
  expect(await notices()).toMatchObject([{ recipient: 'senior@marsh.example' }])
  expect(JSON.stringify(await notices())).not.toContain('Quillfeather')
  await mo.signIn('mo@marsh.example')
  const { text } = await mo.get(base)
  expect(text.match(/The named senior was told on 24 November 2026/g)).toHaveLength(2)
  expect(text).toContain('Should have been told by Mon 23 Nov')
  expect(text).toContain('Should have been asked by Mon 23 Nov')
})
