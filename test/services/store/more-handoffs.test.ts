/** More handoffs on a case that has some: a team that has something to take on keeps that, whatever it is told besides. */
import { afterAll, expect, test } from 'vitest'
import { isForInformation } from '../../../services/store/handoffs.ts'
import { connect } from '../../../services/store/database.ts'
import { saveMoreHandoffs } from '../../../services/store/duties.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { reason } from '../../../shared/finding.ts'
import type { HandoffPlan } from '../../../shared/routing.ts'
import { addCase } from '../../support/cases.ts'
import { layCounty, marsh, marshEmergency, marshTriage } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { handTo } from '../../support/hand-to.ts'

const now = new Date('2026-11-27T12:00:00Z')
const connection = connect((await testDatabase()).connectionString, { connections: 4 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const knowledge = await layCounty(db, now)
afterAll(() => connection.close())

const told: HandoffPlan = {
  organisation: marsh,
  team: marshEmergency,
  issues: [],
  state: 'offer',
  acceptBy: '2026-12-01',
  acceptWithinHours: null,
  ifNobody: marshTriage,
  because: [reason('router:handover.again.level', { level: 'High' }), reason('router:owner.told')],
}

async function theirsAfter(state: 'offered' | 'accepted') {
  const made = await addCase(db, envelope, knowledge)
  await handTo(db, made, marshEmergency, state)
  await saveMoreHandoffs(db, made.id, [told], now)
  const rows = await db
    .selectFrom('handoffs')
    .select(['state', isForInformation.as('isTold')])
    .where('case', '=', made.id)
    .where('team', '=', marshEmergency)
    .orderBy('id')
    .execute()
  return rows.map((row) => [row.state, row.isTold])
}

test('a duty that nobody has taken on yet is not made into something merely told', async () => {
  expect(await theirsAfter('offered')).toEqual([['offered', false]])
})

test('whoever has taken it on is told what is new', async () => {
  expect(await theirsAfter('accepted')).toEqual([
    ['accepted', false],
    ['offered', true],
  ])
})
