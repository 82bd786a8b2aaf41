/** A database of its own for each test file, with every table and no rows. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'

/**
 * Call once at the top of a test file: `const { connectionString } = await testDatabase()`. It is dropped after the
 * file's last test, whoever is still connected.
 */
export async function testDatabase(): Promise<{ readonly connectionString: string }> {
  const { server, template } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await maintain(server, `create database ${name} template ${template} strategy file_copy`)
  afterAll(() => maintain(server, `drop database ${name} with (force)`))
  const url = new URL(server)
  url.pathname = name
  return { connectionString: url.href }
}

async function maintain(server: string, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
