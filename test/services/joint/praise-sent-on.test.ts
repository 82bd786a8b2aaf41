/** Praise that is sent on: the receiver passes it on in time, and owes no answer to a complaint that nobody made. */
import { afterAll, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { asId } from '../../../shared/ids.ts'
import { dale, layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, openDaleToMail, tellingAt } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 4 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
await openDaleToMail(db)

it.each([
  ['router:clock.due.working-days', ['pass-on']],
  ['router:clock.in-case.working-days', ['acknowledge', 'pass-on', 'six-months']],
])('has its own clock alone, unless it was in doubt: %s', async (key, expected) => {
  const made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on', kind: 'compliment' })
  await db
    .updateTable('issues')
    .set({ care_service: asId('dale-home-care') })
    .where('case', '=', made.id)
    .execute()
  const because = JSON.stringify({ key, params: { count: 3, source: 'a rule' } })
  await db.updateTable('clocks').set({ because }).where('case', '=', made.id).execute()
  const yes = { consent: made.consent, by: { kind: 'person' }, act: 'give', how: 'email' } as const
  await sayOnConsent(db, yes, tellingAt(now))
  const clocks = await db
    .selectFrom('clocks')
    .select('name')
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .orderBy('name')
    .execute()
  expect(clocks.map(({ name }) => name)).toEqual(expected)
})
