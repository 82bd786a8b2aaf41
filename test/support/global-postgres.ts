/** One PostgreSQL for the whole test run, with a template that already has every table. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../services/embedded-postgres/start.ts'
import { migrateToLatest } from '../../services/store/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { readonly server: string; readonly template: string }
  }
}

const template = 'hub_template'

/** Vitest calls what this returns when the run is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'hub-test-'))
  // Started as root, the database runs as a user of its own, who must be able to enter.
  await chmod(dir, 0o755)
  const postgres = await startEmbeddedPostgres(dir, () => undefined, {
    durable: false,
    systemDir: join(dir, 'system'),
  })
  const maintenance = new Client(postgres.connectionString)
  await maintenance.connect()
  await maintenance.query(`create database ${template}`)
  await maintenance.end()
  const url = new URL(postgres.connectionString)
  url.pathname = template
  await migrateToLatest(url.href)
  project.provide('postgres', { server: postgres.connectionString, template })
  return async () => {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
