/** A database goes on with the keys that it was filled with, or not at all. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type Connection } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { opensWhatIsStored } from '../../../services/store/sealing-keys.ts'
import { layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addDelivery } from '../../support/deliveries.ts'

const now = new Date('2026-11-20T10:00:00Z')
const key = () => randomBytes(32).toString('base64')

let connection: Connection
beforeAll(async () => {
  connection = connect((await testDatabase()).connectionString, { connections: 3 })
  await layCounty(connection.db, now)
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.db.deleteFrom('sealing_keys').execute()
  await connection.db.deleteFrom('deliveries').execute()
})

test('an empty database takes the first key it is given, and from then on no other', async () => {
  const [first, other] = [createEnvelope([key()]), createEnvelope([key()])]
  expect(await opensWhatIsStored(connection.db, first, now)).toBe(true)
  expect(await opensWhatIsStored(connection.db, first, now)).toBe(true)
  expect(await opensWhatIsStored(connection.db, other, now)).toBe(false)
})

test('a new key is taken beside the old one, and then both are needed', async () => {
  const [old, young] = [key(), key()]
  await opensWhatIsStored(connection.db, createEnvelope([old]), now)
  expect(await opensWhatIsStored(connection.db, createEnvelope([young, old]), now)).toBe(true)
  expect(await opensWhatIsStored(connection.db, createEnvelope([young]), now)).toBe(false)
  expect(await opensWhatIsStored(connection.db, createEnvelope([old]), now)).toBe(false)
})

test('what was stored before keys were known is the proof where there is no other', async () => {
  const first = createEnvelope([key()])
  await addDelivery(connection.db, first, { receivedBy: marsh, raw: 'Sealed long ago.' })
  expect(await opensWhatIsStored(connection.db, createEnvelope([key()]), now)).toBe(false)
  expect(await opensWhatIsStored(connection.db, first, now)).toBe(true)
})

test('of three that start at once with different keys on an empty database, one goes on', async () => {
  const started = await Promise.all(
    [1, 2, 3].map(() => opensWhatIsStored(connection.db, createEnvelope([key()]), now)),
  )
  expect(started.filter(Boolean)).toHaveLength(1)
})
