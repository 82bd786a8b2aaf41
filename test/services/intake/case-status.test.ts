/** How far a case has come is told to programs of its own organisation alone: to others it does not exist. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { addApiKey } from '../../../services/store/api-keys.ts'
import { theHub } from '../../../services/store/audit.ts'
import { asId } from '../../../shared/ids.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'

const { connectionString } = await testDatabase()
let hub: TestHub
let theirs: string
let others: string
beforeAll(async () => {
  hub = await startTestHub(connectionString, { working: false })
  theirs = await hub.key('cases:read', 'feedback:write')
  const council = asId<'organisation'>('aldershire-council')
  others = await addApiKey(
    hub.base.connection.db,
    { name: 'council reader', scopes: ['cases:read'], organisation: council },
    { actor: theHub, now: new Date() },
  )
})
afterAll(() => hub.close())

async function ask(key: string, reference: string): Promise<readonly [number, string]> {
  const address = `${hub.web.publicUrl}/api/v1/cases/${reference}`
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } })
  return [response.status, await response.text()]
}

async function sendOne(): Promise<string> {
  const response = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${theirs}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ text: 'The ward was cold all night.' }),
  })
  return z.object({ reference: z.string() }).parse(await response.json()).reference
}

test('another organisation finds neither what has just come nor the case made of it, as if there were none', async () => {
  const reference = await sendOne()
  const unknown = await ask(others, 'FB-0000-0000-0')
  expect(unknown[0]).toBe(404)
  expect(await ask(theirs, reference)).toEqual([200, expect.stringContaining('"status":"received"')])
  expect(await ask(others, reference)).toEqual(unknown)

  await hub.startWorker()
  await vi.waitFor(
    async () =>
      expect(await ask(theirs, reference)).toEqual([200, expect.stringContaining('"status":"open"')]),
    { timeout: 20_000, interval: 100 },
  )
  expect(await ask(others, reference)).toEqual(unknown)
})
