/** Whatever happens to the queue, the workers or one delivery, what was accepted becomes a case or is put aside in the open. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Running } from '../../../services/compose.ts'
import { claim, stillHolds } from '../../../services/store/work.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { describeOnBothQueues } from '../../support/queue-homes.ts'

const patience = { timeout: 25_000, interval: 100 }

async function postMany(hub: TestHub, count: number): Promise<void> {
  const key = await hub.key('feedback:write')
  const answers = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ text: `The lift was out of order again, for the ${i}th time.` }),
      }),
    ),
  )
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
}

async function waitingJobs(hub: TestHub): Promise<number> {
  return Object.values(await hub.base.bell.depth()).reduce((sum, count) => sum + count, 0)
}

async function countCases(hub: TestHub): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from cases`.execute(
    hub.base.connection.db,
  )
  return rows[0]?.count ?? 0
}

async function everyDeliveryIsACase(hub: TestHub, count: number, wait = patience): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await sql<{ deliveries: number; cases: number }>`
      select (select count(*) from deliveries) as deliveries, (select count(*) from cases) as cases`.execute(
      hub.base.connection.db,
    )
    expect(rows).toEqual([{ deliveries: count, cases: count }])
  }, wait)
}

describeOnBothQueues('Nothing is lost', (place) => {
  let hub: TestHub
  let workers: Running[] = []
  beforeEach(async () => {
    hub = await startTestHub(place.connectionString(), { home: place.home(), working: false })
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close()
    await sql`truncate deliveries, cases cascade`.execute(hub.base.connection.db).catch(() => undefined)
    await hub.close()
  })

  // The sweeper comes round every ten seconds, and each step may have lost its bell.
  test('when the whole queue is flushed in the middle of a run', { timeout: 120_000 }, async () => {
    await postMany(hub, 40)
    // The bell gathers what it rings for, and rings after the answer.
    await vi.waitFor(async () => expect(await waitingJobs(hub)).toBeGreaterThan(0), patience)
    workers = [await hub.startWorker()]
    await vi.waitFor(async () => expect(await countCases(hub)).toBeGreaterThan(0), patience)
    await hub.base.bell.flush()
    // Else nothing would have been thrown away that somebody still needed.
    expect(await countCases(hub)).toBeLessThan(40)
    await everyDeliveryIsACase(hub, 40, { ...patience, timeout: 90_000 })
  })
})

describe('Nothing is lost', () => {
  test('when the bell never rang: the sweeper finds what was left waiting', async () => {
    const { connectionString } = await testDatabase()
    const hub = await startTestHub(connectionString, { working: false })
    try {
      await postMany(hub, 10)
      await hub.base.bell.flush()
      await hub.startWorker()
      await everyDeliveryIsACase(hub, 10)
    } finally {
      await hub.close()
    }
  })

  test('when a worker dies holding a row: after its lease another begins, and the first can no longer save', async () => {
    const { connectionString } = await testDatabase()
    const hub = await startTestHub(connectionString, { working: false })
    const { db } = hub.base.connection
    try {
      await postMany(hub, 1)
      const { id } = await db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
      const now = new Date()
      const first = await claim(db, 'read', id, now)
      expect(first?.attempt).toBe(1)
      expect(await claim(db, 'read', id, now)).toBeNull()
      const later = new Date(now.getTime() + 46_000)
      const second = await claim(db, 'read', id, later)
      expect(second?.attempt).toBe(2)
      if (first === null || second === null) throw new Error('Both claims were made')
      expect(await stillHolds(db, first)).toBe(false)
      expect(await stillHolds(db, second)).toBe(true)
    } finally {
      await hub.close()
    }
  })

  test('when one delivery cannot be opened: it is put aside in the open and the others go on', async () => {
    const { connectionString } = await testDatabase()
    const hub = await startTestHub(connectionString, { working: false })
    const { db } = hub.base.connection
    try {
      await postMany(hub, 3)
      const { id } = await db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
      await db
        .updateTable('deliveries')
        .set({ sealed: Buffer.from(randomUUID()), attempts: 9 })
        .where('id', '=', id)
        .execute()
      await hub.startWorker()
      await vi.waitFor(async () => {
        const states = await db.selectFrom('deliveries').select('state').orderBy('state').execute()
        expect(states.map((row) => row.state)).toEqual(['quarantined', 'read', 'read'])
      }, patience)
      const { problem } = await db
        .selectFrom('deliveries')
        .select('problem')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect(problem?.key).toBe('pipeline:given-up')
    } finally {
      await hub.close()
    }
  })
})
