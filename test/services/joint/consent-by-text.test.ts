/** Asked by text or mail, answered there: a clear yes lets the organisation in, and anything else waits for a person. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { takeConsentReply } from '../../../services/pipeline/consent-reply.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { mintReference } from '../../../shared/reference.ts'
import { asId } from '../../../shared/ids.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 3 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
const words = loadWords()

async function answered(text: string, sameSender = true, state: 'asked' | 'needed' = 'asked') {
  const made = await addJointCase(db, envelope, knowledge)
  await db
    .updateTable('consents')
    .set({ state, asked_at: state === 'asked' ? now : null })
    .where('id', '=', made.consent)
    .execute()
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
  return { taken: taken !== null, ...consent }
}

it('takes a yes by text for a yes by text', async () => {
  expect(await answered('Yes please')).toEqual({ taken: true, state: 'given', given_how: 'text' })
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
