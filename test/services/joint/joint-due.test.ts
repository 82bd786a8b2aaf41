/** Joint work by the clock: reminded once, ended on its day, taken to the seniors when late; and each but once. */
import { afterAll, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { answerConsents } from '../../../services/store/joint/consent-reply.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { jointWork } from '../../../services/upkeep/joint-work.ts'
import { dale, layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import {
  addJointCase,
  openDaleToMail,
  tellingAt,
  theirEmail,
  theirName,
  theirWords,
} from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 4 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const start = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, start)
await openDaleToMail(db)
await db
  .insertInto('organisation_contacts')
  .values({ organisation: dale, role: 'senior', name: 'A Senior', email: 'senior@dale.example' })
  .execute()
const words = loadWords()
const faults: unknown[] = []

async function work(day: string): Promise<void> {
  const parts = { db, words, ring: () => undefined, publicUrl: 'https://hub.example', canSend: () => true }
  const at = new Date(`${day}T10:00:00Z`)
  const complain = (_: string, error: unknown) => void faults.push(error)
  await jointWork({ ...parts, now: () => at, complain })
  await jointWork({ ...parts, now: () => at, complain })
  expect(faults).toEqual([])
}

async function outgoing(id: string) {
  const rows = await db
    .selectFrom('messages')
    .select(['case', 'purpose', 'recipient', 'subject', 'body'])
    .where('direction', '=', 'out')
    .orderBy('created_at')
    .execute()
  return rows.filter((row) => row.case === id)
}

it('reminds once of a question that nobody answered, and takes the answer to it', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  await db
    .updateTable('consents')
    .set({ state: 'asked', asked_at: start, answer_by: '2026-12-09' })
    .where('id', '=', made.consent)
    .execute()
  await work('2026-12-09')
  expect(await outgoing(made.id)).toEqual([])
  await work('2026-12-10')
  await work('2027-01-10')
  expect((await outgoing(made.id)).map(({ purpose }) => purpose)).toEqual(['consent-request'])
  await db
    .transaction()
    .execute((queries) => answerConsents(queries, made.id, 'yes', 'text', tellingAt(start)))
  const { state } = await db
    .selectFrom('consents')
    .select('state')
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
  expect(state).toBe('given')
})

it('does not remind whoever wrote since they were asked: staff read what they said', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  await db
    .updateTable('consents')
    .set({ state: 'asked', asked_at: start, answer_by: '2026-12-09' })
    .where('id', '=', made.consent)
    .execute()
  const later = new Date('2026-11-27T10:00:00Z')
  await db.updateTable('submissions').set({ received_at: later }).where('case', '=', made.id).execute()
  await work('2026-12-10')
  expect(await outgoing(made.id)).toEqual([])
})

it('ends a consent on the day after its last, and shuts the organisation out', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  const step = {
    consent: made.consent,
    act: 'give',
    by: { kind: 'person' },
    validUntil: '2026-11-30',
  } as const
  await sayOnConsent(db, step, tellingAt(start))
  await work('2026-11-30')
  expect(await stateOfPart(made.id)).toBe('asked')
  await work('2026-12-01')
  expect(await stateOfPart(made.id)).toBe('ours')
})

it('chases a part before its day and takes it to the senior after it, by reference alone', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  await sayOnConsent(db, { consent: made.consent, act: 'give', by: { kind: 'person' } }, tellingAt(start))
  await work('2026-12-14')
  await work('2026-12-17')
  const told = (await outgoing(made.id)).filter(({ purpose }) => purpose === 'part-notice')
  expect(told.map(({ recipient }) => recipient)).toEqual([
    'partners@dale.example',
    'partners@dale.example',
    'senior@dale.example',
  ])
})

async function stateOfPart(id: string) {
  const rows = await db
    .selectFrom('parts')
    .select(['case', 'state'])
    .where('organisation', '=', dale)
    .execute()
  return rows.find((row) => row.case === id)?.state
}

it('lets nothing that could name the person go to a partner, whatever was done', async () => {
  const notices = await db
    .selectFrom('messages')
    .select(['subject', 'body'])
    .where('purpose', '=', 'part-notice')
    .execute()
  const events = await db.selectFrom('webhook_events').select(['event', 'content']).execute()
  const audit = await db.selectFrom('audit_entries').select(['act', 'details']).execute()
  expect(notices.length).toBeGreaterThan(3)
  expect(events.length).toBeGreaterThan(3)
  const left = JSON.stringify([notices, events, audit])
  for (const secret of [theirName, theirWords, theirEmail, 'Ada']) expect(left).not.toContain(secret)
})
