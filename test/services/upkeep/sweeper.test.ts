/** What was left waiting is rung for, once in a while, and at once where the queue has nothing on its way. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { workSteps, type WorkStep } from '../../../services/store/work.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { createSweeper } from '../../../services/upkeep/sweeper.ts'
import { layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addDelivery } from '../../support/deliveries.ts'

const clock = { now: new Date('2026-11-27T17:00:00Z') }
const connection = connect((await testDatabase()).connectionString, { connections: 2 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
await layCounty(db, clock.now)

afterAll(() => connection.close())

const queue: { jobs: number; rung: string[] } = { jobs: 0, rung: [] }
const parts = {
  db,
  now: () => clock.now,
  ring: (_: WorkStep, ...ids: readonly string[]) => void queue.rung.push(...ids),
  depth: () => Promise.resolve(depthOf(queue.jobs)),
}

function depthOf(jobs: number): Record<WorkStep, number> {
  const depth = { read: 0, route: 0, 'hand-over': 0, send: 0, webhook: 0, errand: 0, examine: 0 }
  for (const step of workSteps) depth[step] = jobs
  return depth
}

const after = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1_000)
}

let id: string
let sweep: (given: typeof parts) => Promise<void>
beforeEach(async () => {
  await db.deleteFrom('deliveries').execute()
  ;({ id } = await addDelivery(db, envelope, { state: 'waiting', receivedAt: clock.now }))
  queue.jobs = 0
  queue.rung = []
  sweep = createSweeper()
})

async function rungFor(jobs: number): Promise<readonly string[]> {
  queue.jobs = jobs
  queue.rung = []
  await sweep(parts)
  return queue.rung
}

test('a row that has just come is left to the bell, and rung for when it waits', async () => {
  expect(await rungFor(0)).toEqual([])
  after(3)
  expect(await rungFor(0)).toEqual([id])
})

test('what was rung for is on its way while the queue has jobs, and is rung for again after a while', async () => {
  after(3)
  expect(await rungFor(3)).toEqual([id])
  after(1)
  expect(await rungFor(3)).toEqual([])
  after(10)
  expect(await rungFor(3)).toEqual([id])
})

test('where the queue has no jobs, as after a flush, nothing is on its way: it is rung for at once', async () => {
  after(3)
  expect(await rungFor(3)).toEqual([id])
  after(1)
  expect(await rungFor(0)).toEqual([id])
})

test('a queue that is deep already is not rung for', async () => {
  after(3)
  expect(await rungFor(20)).toEqual([])
  expect(await rungFor(19)).toEqual([id])
})
