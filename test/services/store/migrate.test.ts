/** Two hubs that start on the same new database bring it to its newest shape once, and both go on. */
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { migrateToLatest, missingMigrations } from '../../../services/store/migrate.ts'

async function emptyDatabase(): Promise<string> {
  const { server } = inject('postgres')
  const name = `empty_${randomBytes(6).toString('hex')}`
  const client = new Client(server)
  await client.connect()
  await client.query(`create database ${name}`)
  onTestFinished(async () => {
    await client.query(`drop database ${name} with (force)`)
    await client.end()
  })
  const url = new URL(server)
  url.pathname = name
  return url.href
}

test('three starts at once wait for one another, and each step is taken once', async () => {
  const database = await emptyDatabase()
  await Promise.all([1, 2, 3].map(() => migrateToLatest(database)))
  const { db, close } = connect(database, { connections: 1 })
  onTestFinished(close)
  expect(await missingMigrations(db)).toEqual([])
  expect(await db.selectFrom('deliveries').selectAll().execute()).toEqual([])
})

test('a start on a database that is up to date changes nothing', async () => {
  const database = await emptyDatabase()
  await migrateToLatest(database)
  await migrateToLatest(database)
  const { db, close } = connect(database, { connections: 1 })
  onTestFinished(close)
  expect(await missingMigrations(db)).toEqual([])
})

test('every step in the folder is taken, in the order of their names', async () => {
  const database = await emptyDatabase()
  const { db, close } = connect(database, { connections: 1 })
  onTestFinished(close)
  const folder = new URL('../../../services/store/migrations', import.meta.url)
  const steps = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
  expect(await missingMigrations(db)).toEqual(steps.toSorted())
})
