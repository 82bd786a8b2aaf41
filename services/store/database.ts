/** The connection to PostgreSQL, and transactions that say on whose behalf they look. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
import type { OrganisationId } from '../../shared/ids.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>
/** Inside withScope, or a plain database handle for tables that belong to nobody. */
export type Queries = Kysely<DB> | Transaction<DB>

export interface Connection {
  readonly db: Database
  /** For libraries that want a pool of their own kind (sessions). */
  readonly pool: Pool
  readonly close: () => Promise<void>
}

const parsers = new TypeOverrides()
// Calendar dates stay YYYY-MM-DD: a Date at midnight local time is how days get lost.
parsers.setTypeParser(types.builtins.DATE, (value) => value)
parsers.setTypeParser(types.builtins.INT8, Number)

export function connect(connectionString: string, options: { readonly connections: number }): Connection {
  const pool = new Pool({
    connectionString,
    max: options.connections,
    types: parsers,
  })
  // A connection that breaks while idle is replaced; the next query says what is wrong, if anything still is.
  pool.on('error', () => undefined)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/**
 * On whose behalf do we look? `hub` is the hub's own work (workers, sweeper): all organisations.
 * Everything a person or program sees is scoped to the organisations they belong to.
 */
export type Scope =
  { readonly of: 'hub' } | { readonly of: 'organisation'; readonly organisation: OrganisationId }

export const hubScope: Scope = { of: 'hub' }

/** A transaction with the scope set in it, so that row-level security can stand beneath every query. */
export async function withScope<T>(
  db: Database,
  scope: Scope,
  work: (queries: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (queries) => {
    const value = scope.of === 'hub' ? '*' : scope.organisation
    await sql`select set_config('hub.organisation', ${value}, true)`.execute(queries)
    return work(queries)
  })
}
