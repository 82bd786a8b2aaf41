/** The clocks to answer stop when the answer has gone, and a contributor's day moves only by the lead's word. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { settleMessage } from '../../../services/store/case-acts-settle.ts'
import { askForTime } from '../../../services/store/joint/exchange-acts.ts'
import { decideTime } from '../../../services/store/joint/lead-exchanges.ts'
import { sendResponse } from '../../../services/store/joint/response-sending.ts'
import { respondBySending } from '../../../services/store/message-responds.ts'
import { asId } from '../../../shared/ids.ts'
import { dale, marsh } from '../../support/county.ts'
import { ambulance, staffAs } from '../../support/mixed-case.ts'
import { openResponseWork } from '../../support/response-work.ts'

const { begin, db, now, made, members, lead, readyToApprove, approve, sign, send, responsesSent } =
  await openResponseWork()
beforeEach(begin)

describe('the clocks to answer', () => {
  beforeEach(async () => {
    await db
      .insertInto('clocks')
      .values(
        (['respond', 'six-months', 'twelve-weeks'] as const).map((name) => ({
          case: made().id,
          name,
          process: 'nhs' as const,
          organisation: marsh,
          starts_on: '2026-11-20',
          due_on: '2027-01-20',
          because: JSON.stringify({ key: 'router:clock.due.working-days' }),
        })),
      )
      .execute()
    await readyToApprove()
    await Promise.all([approve(dale), approve(ambulance)])
    await sign()
  })

  const running = async () => {
    const rows = await db
      .selectFrom('clocks')
      .select('name')
      .where('case', '=', made().id)
      .where('state', '=', 'running')
      .where('name', 'in', ['respond', 'six-months', 'twelve-weeks'])
      .execute()
    return rows.length
  }

  it('run until it has gone', async () => {
    await send()
    expect(await running()).toBe(3)
    const [letter] = await responsesSent()
    if (letter === undefined) throw new Error('No letter')
    await db.transaction().execute((queries) => respondBySending(queries, letter.id, now))
    expect(await running()).toBe(0)
  })

  it('run until it was posted by hand where it could not go by itself', async () => {
    await sendResponse(
      db,
      await lead(),
      (name) => name,
      () => false,
    )
    const [letter] = await responsesSent()
    if (letter === undefined) throw new Error('No letter')
    expect(letter.state).toBe('held')
    await settleMessage(db, await lead(), letter.id, { how: 'letter', why: 'Posted on 25 November' })
    expect(await running()).toBe(0)
  })
})

it('more time is given once, and the day before stays on record', async () => {
  const request = asId<'exchange'>(randomUUID())
  const by = staffAs(members, dale)
  const asked = { id: request, why: 'Records are at another site', wantedOn: '2026-12-09' }
  await askForTime(db, { by, reference: made().reference, version: null, now }, asked)
  const decision = { request, grants: true, why: 'That is fair' }
  const first = await decideTime(db, await lead(), { ...decision, id: asId<'exchange'>(randomUUID()) })
  const second = await decideTime(db, await lead(), { ...decision, id: asId<'exchange'>(randomUUID()) })
  expect([first.outcome, second.outcome]).toEqual(['done', 'refused'])
  const part = await db
    .selectFrom('parts')
    .select('due_on')
    .where('case', '=', made().id)
    .where('organisation', '=', dale)
    .executeTakeFirstOrThrow()
  expect(part.due_on).toBe('2026-12-09')
  const granted = await db
    .selectFrom('exchanges')
    .select(['due_before', 'wanted_on'])
    .where('answers', '=', request)
    .executeTakeFirstOrThrow()
  expect(granted).toEqual({ due_before: '2026-12-04', wanted_on: '2026-12-09' })
})
