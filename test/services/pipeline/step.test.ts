/** A step that hangs, fails or ends its process is put back, shown and given up by itself. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createStep, NeedsAPerson, TryLater } from '../../../services/pipeline/step.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { claim } from '../../../services/store/work.ts'
import type { MessageId } from '../../../shared/ids.ts'
import { addCase } from '../../support/cases.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addDelivery } from '../../support/deliveries.ts'

const clock = { now: new Date('2026-11-27T17:00:00Z') }
const connection = connect((await testDatabase()).connectionString, { connections: 4 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const knowledge = await layCounty(db, clock.now)
const faults: unknown[] = []
const parts = {
  db,
  now: () => clock.now,
  complain: (_: string, __: string, fault: unknown) => void faults.push(fault),
}

afterAll(() => connection.close())

let id: MessageId
beforeEach(async () => {
  const made = await addCase(db, envelope, knowledge)
  ;({ id } = await db
    .insertInto('messages')
    .values({
      case: made.id,
      direction: 'out',
      purpose: 'reply',
      channel: 'email',
      recipient: 'ada@people.example',
      body: 'We are sorry.',
      language: 'en',
      state: 'waiting',
      created_at: clock.now,
      due_at: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow())
})

const stored = () =>
  db
    .selectFrom('messages')
    .select(['state', 'problem', 'attempts', 'due_at', 'lease_until'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('what hangs is put back by the worker that holds it, and another can take it', async () => {
  const hangs = createStep(parts, 'send', () => new Promise(() => undefined), 50)
  await hangs(id)
  expect(await stored()).toMatchObject({ state: 'waiting', attempts: 1, lease_until: null })
  expect(faults.at(-1)).toBeInstanceOf(Error)
})

test('a message outlasts a weekend without a mail server, and staff see why it waits', async () => {
  const problem = { key: 'email:send.noAnswer' }
  const away = createStep(parts, 'send', () => Promise.reject(new TryLater(problem)))
  const friday = clock.now
  while (clock.now.getTime() - friday.getTime() < 4 * 24 * 3_600_000) {
    await away(id)
    const { state, problem: shown, due_at } = await stored()
    expect([state, shown]).toEqual(['waiting', problem])
    clock.now = due_at
  }
  let sent = false
  const back = createStep(parts, 'send', () => {
    sent = true
    return Promise.resolve()
  })
  await back(id)
  expect(sent).toBe(true)
})

test('what never succeeds is given up in the open', async () => {
  const fails = createStep(parts, 'send', () => Promise.reject(new Error('broken')))
  for (let tries = 0; (await stored()).state === 'waiting' && tries < 100; tries++) {
    await fails(id)
    clock.now = new Date((await stored()).due_at)
  }
  const { state, problem, attempts } = await stored()
  expect([state, problem]).toEqual(['failed', { key: 'pipeline:given-up', params: { times: attempts } }])
})

test('what ends every process that takes it up is given up by the next, untried', async () => {
  for (;;) {
    const held = await claim(db, 'send', id, clock.now)
    if (held === null || held.attempt >= 60) break
    // The process is gone: nobody gives it back, and its lease runs out.
    clock.now = new Date(clock.now.getTime() + 46_000)
  }
  clock.now = new Date(clock.now.getTime() + 46_000)
  let tried = false
  const next = createStep(parts, 'send', () => {
    tried = true
    return Promise.resolve()
  })
  await next(id)
  expect(tried).toBe(false)
  expect(await stored()).toMatchObject({ state: 'failed', problem: { key: 'pipeline:given-up' } })
})

test('a delivery of an organisation without staff is given up on the list of the host, where somebody looks', async () => {
  const { id: delivery } = await addDelivery(db, envelope, {
    state: 'waiting',
    receivedBy: dale,
    receivedAt: new Date('2026-11-20T10:00:00Z'),
  })
  await db.updateTable('deliveries').set({ attempts: 0 }).where('id', '=', delivery).execute()
  const gone = createStep(parts, 'read', () =>
    Promise.reject(new NeedsAPerson({ key: 'pipeline:delivery-gone' })),
  )
  await gone(delivery)
  const row = await db
    .selectFrom('deliveries')
    .select(['state', 'received_by'])
    .where('id', '=', delivery)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ state: 'quarantined', received_by: marsh })
})
