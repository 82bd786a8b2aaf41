/** A person is told what is true when consent is refused or over: nothing was told, it is closed, or it stays disclosed. */
import { afterAll, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent, type ConsentStep } from '../../../services/store/joint/consent-acts.ts'
import { loadPersonsConsents } from '../../../services/store/joint/person-consents.ts'
import { layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, disclose, openDaleToMail, tellingAt, theirEmail } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 3 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
const words = loadWords()
await openDaleToMail(db)

const yes = { act: 'give', by: { kind: 'person' } } as const
const no = { act: 'say-no', by: { kind: 'person' } } as const
const over = { act: 'expire', by: { kind: 'hub' } } as const

const nothing = 'told nothing'
const closed = 'cannot see it any more'
const time = 'The time'

it.each([
  ['a no to what nobody was told', [no], false, 'refused', [nothing], [closed, time]],
  ['a consent that is taken back', [yes, no], false, 'withdrawn', [closed], [nothing, time]],
  ['a consent whose time is over', [yes, over], false, 'expired', [time, closed], [nothing]],
  ['a no once its time was over', [yes, over, no], false, 'shut', [closed], [nothing, time]],
  ['a no to what stays disclosed', [no], true, 'disclosed', ['written that down'], [nothing, closed]],
  ['one taken back of what stays disclosed', [yes, no], true, 'disclosed', [], [nothing, closed]],
  ['one over of what stays disclosed', [yes, over], true, 'disclosed-expired', [time], [nothing, closed]],
] as const)('%s', async (_, steps, isDisclosed, said, has, hasNot) => {
  const made = await addJointCase(db, envelope, knowledge)
  if (isDisclosed) await disclose(db, made, now)
  for (const step of steps) {
    const given: ConsentStep = { ...step, consent: made.consent }
    expect(await sayOnConsent(db, given, tellingAt(now))).toMatchObject({ outcome: 'done' })
  }
  const messages = await db
    .selectFrom('messages')
    .select(['body', 'recipient', 'purpose'])
    .where('case', '=', made.id)
    .orderBy('id')
    .execute()
  const mail = messages.filter(({ recipient }) => recipient === theirEmail).at(-1)?.body
  const [shown] = (await loadPersonsConsents(db, made.reference, theirEmail)) ?? []
  expect(shown?.said).toBe(said)
  const page = words.translate(`public:sharing.state.${said}`, {}, 'en')
  for (const each of [mail, page]) {
    for (const there of has) expect(each).toContain(there)
    for (const absent of hasNot) expect(each).not.toContain(absent)
  }
  const notices = messages.filter(({ purpose }) => purpose === 'part-notice').map(({ body }) => body)
  const wasIn = steps.some((step) => step === yes)
  expect(notices.filter((body) => body.includes('You can no longer see it')).length).toBe(
    wasIn && !isDisclosed ? 1 : 0,
  )
  expect(notices.filter((body) => body.includes('safety or in the public interest alone')).length).toBe(
    wasIn && isDisclosed ? 1 : 0,
  )
})

it.each(['en', 'cy'] as const)('has words for each of them, on the page and in messages (%s)', (language) => {
  for (const what of ['refused', 'shut', 'withdrawn', 'expired', 'disclosed', 'disclosed-expired']) {
    for (const key of [
      `public:sharing.state.${what}`,
      `consent:elsewhere.${what}`,
      `consent:elsewhere.text-${what}`,
    ]) {
      expect(words.translate(key, {}, language)).not.toContain(key)
      expect(words.knows(key)).toBe(true)
    }
  }
})
