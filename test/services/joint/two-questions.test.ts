/** Asked for one answer together by one organisation and for sending on to another: two questions, and a yes to one is none to the other. */
import { afterAll, beforeEach, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { askForConsent } from '../../../services/store/joint/consent-request.ts'
import { answerConsents } from '../../../services/store/joint/consent-reply.ts'
import { loadCaseToTell } from '../../../services/store/joint/telling.ts'
import type { ConsentPurpose } from '../../../shared/joint/consent.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, tellingAt } from '../../support/joint.ts'
import { ambulance, layMixedCounty } from '../../support/mixed-case.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layMixedCounty(db, now)

let made: Awaited<ReturnType<typeof addJointCase>>
beforeEach(async () => {
  made = await addJointCase(db, envelope, knowledge)
})

/** The other of the two is the ambulance service. */
async function ask(purpose: ConsentPurpose) {
  const covers = JSON.stringify({ issues: [0], identity: true, attachments: false, records: false })
  const needed = { state: 'needed', from_whom: 'person', authority: 'self' } as const
  const other = await db
    .insertInto('consents')
    .values({ case: made.id, organisation: ambulance, purpose, covers, ...needed })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (queries) => {
    const about = await loadCaseToTell(queries, made.id)
    const both = [made.consent, other.id]
    await askForConsent(queries, about, both, { kind: 'hub' }, tellingAt(now))
  })
  return db
    .selectFrom('messages')
    .select('body')
    .where('case', '=', made.id)
    .where('purpose', '=', 'consent-request')
    .orderBy('id')
    .execute()
}

const yes = () =>
  db.transaction().execute((queries) => answerConsents(queries, made.id, 'yes', 'email', tellingAt(now)))

const states = async () => {
  const rows = await db.selectFrom('consents').select('state').where('case', '=', made.id).execute()
  return rows.map(({ state }) => state)
}

it('are asked apart, each in its own words, and a yes that could be to either is left to a person', async () => {
  const asked = await ask('pass-on')
  expect(asked).toHaveLength(2)
  expect(asked.filter(({ body }) => body.includes('Dale Council'))).toHaveLength(1)
  expect(await yes()).toBeNull()
  expect(await states()).toEqual(['asked', 'asked'])
})

it('of one purpose are one question, and one yes answers it', async () => {
  expect(await ask('joint-answer')).toHaveLength(1)
  expect(await yes()).not.toBeNull()
  expect(await states()).toEqual(['given', 'given'])
})

it('say that whoever leads sees all of it only where there is one answer for somebody to lead', async () => {
  const whole = 'sees all of what you told us, not only its own part'
  const asked = await ask('pass-on')
  const saying = asked.filter(({ body }) => body.includes(whole))
  expect(saying).toHaveLength(1)
  expect(saying[0]?.body).toContain('Dale Council')
})
