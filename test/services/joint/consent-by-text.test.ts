/** Answered by text or mail: a clear yes lets the organisation in, a clear no keeps or takes it out, all else waits for a person. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { takeConsentReply } from '../../../services/pipeline/consent-reply.ts'
import { connect } from '../../../services/store/database.ts'
import { answerConsents } from '../../../services/store/joint/consent-reply.ts'
import { findOpenPart } from '../../../services/store/joint/part-scope.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { mintReference } from '../../../shared/reference.ts'
import { asId } from '../../../shared/ids.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, tellingAt } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 3 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
const words = loadWords()

type Sent = 'question' | 'news' | 'reply' | 'none'
const purposes = { question: 'consent-request', news: 'lead-news', reply: 'reply' } as const

/** To the only consent of a joint case, with what was sent to the person last. */
async function answered(
  text: string,
  sameSender = true,
  state: 'asked' | 'needed' | 'given' = 'asked',
  sent: Sent = 'question',
) {
  const made = await addJointCase(db, envelope, knowledge)
  await db
    .updateTable('consents')
    .set({ state, asked_at: state === 'needed' ? null : now })
    .where('id', '=', made.consent)
    .execute()
  if (sent !== 'none') {
    const message = { case: made.id, direction: 'out', channel: 'sms', body: '…', language: 'en' } as const
    const consent = sent === 'reply' ? null : made.consent
    const times = { created_at: now, sent_at: now, due_at: now }
    await db
      .insertInto('messages')
      .values({ ...message, ...times, consent, purpose: purposes[sent], state: 'sent' })
      .execute()
  }
  const submission = {
    id: asId<'submission'>('00000000-0000-0000-0000-000000000001'),
    reference: mintReference(randomBytes(5)),
    delivery: made.delivery,
    receivedBy: marsh,
    receivedAt: now,
    content: submissionOf({ channel: 'sms', text }),
  }
  const parts = { words, publicUrl: 'https://hub.example', channels: [], now: () => now }
  const matched = { case: made.id, match: { how: 'conversation', sameSender } } as const
  const taken = await db
    .transaction()
    .execute((queries) => takeConsentReply(parts, queries, matched, submission, { rules: seedRules }))
  const consent = await db
    .selectFrom('consents')
    .select(['state', 'given_how'])
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
  return { taken: taken !== null, ...consent, made }
}

it('takes a yes by text for a yes by text', async () => {
  expect(await answered('Yes please')).toMatchObject({ taken: true, state: 'given', given_how: 'text' })
})

it('takes a no in Welsh for a no', async () => {
  expect(await answered('NA')).toMatchObject({ taken: true, state: 'refused' })
})

it.each([
  ['a yes with a condition', 'Yes but only the council', true, 'asked'],
  ['a yes from another number', 'YES', false, 'asked'],
  ['a yes to no question', 'YES', true, 'needed'],
] as const)('leaves %s to a person', async (_, text, sameSender, state) => {
  expect(await answered(text, sameSender, state)).toMatchObject({ taken: false, state })
})

it.each([
  ['a no to the news that it is shared now', 'NO', 'news'],
  ['a no in Welsh to that news', 'Na, diolch', 'news'],
  ['a no after a yes, before anything else was said', 'No', 'question'],
  ['the order to stop sharing', 'Stop sharing', 'news'],
  ['the order to stop sharing, in Welsh', 'Peidiwch â rhannu', 'news'],
  ['the order to stop sharing, whatever we wrote last', 'Please do not share this', 'reply'],
] as const)('ends the sharing at once on %s, and staff see that something came', async (_, text, sent) => {
  const { made, ...consent } = await answered(text, true, 'given', sent)
  expect(consent).toMatchObject({ taken: true, state: 'withdrawn' })
  expect(await findOpenPart(db, dale, made.reference, '2026-11-25')).toBeNull()
  const { unread } = await db
    .selectFrom('cases')
    .select('unread')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(unread).toBeGreaterThan(0)
  const change = await db
    .selectFrom('consent_changes')
    .select(['to_state', 'how', 'by_kind'])
    .where('consent', '=', made.consent)
    .executeTakeFirstOrThrow()
  expect(change).toEqual({ to_state: 'withdrawn', how: 'text', by_kind: 'person' })
})

it.each([
  ['a no to something else we wrote', 'NO', true, 'reply'],
  ['a no that says more', 'No, the council was there', true, 'news'],
  ['a no from another number', 'NO', false, 'news'],
  ['a yes to that news', 'YES', true, 'news'],
] as const)('leaves %s to a person while it is shared', async (_, text, sameSender, sent) => {
  expect(await answered(text, sameSender, 'given', sent)).toMatchObject({ taken: false, state: 'given' })
})

it('does not take the order to stop from somebody who cannot give consent', async () => {
  const made = await addJointCase(db, envelope, knowledge, { fromWhom: 'affected-person' })
  await db.updateTable('consents').set({ state: 'given' }).where('id', '=', made.consent).execute()
  const stopped = await db
    .transaction()
    .execute((queries) => answerConsents(queries, made.id, 'stop', 'text', tellingAt(now)))
  expect(stopped).toBeNull()
})
