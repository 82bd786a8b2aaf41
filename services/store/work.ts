/** Rows that wait for a worker: claimed with a lease, tried again later, given up in the open. The row is the outbox. */
import { sql, type RawBuilder } from 'kysely'
import type { Reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { seenBy } from './receivers.ts'

/** Which table and column hold what waits for each step. */
const places = {
  read: { table: 'deliveries', column: 'state', failed: 'quarantined' },
  route: { table: 'submissions', column: 'state', failed: 'failed' },
  'hand-over': { table: 'handoffs', column: 'told', failed: 'failed' },
  send: { table: 'messages', column: 'state', failed: 'failed' },
  webhook: { table: 'webhook_events', column: 'state', failed: 'failed' },
  errand: { table: 'peer_errands', column: 'state', failed: 'failed' },
  examine: { table: 'files', column: 'state', failed: 'failed' },
} as const
export type WorkStep = keyof typeof places
export const workSteps = Object.keys(places).filter((step): step is WorkStep => step in places)

/** A worker's hold on a row. `attempt` is also the fence: a later claim has a higher one. */
export interface Claim {
  readonly step: WorkStep
  readonly id: string
  readonly attempt: number
  /** Whoever held it before never said what became of it: it may have been done. */
  readonly isAbandoned: boolean
}

/** Longer than any step takes; after it another worker may begin again. */
export const leaseMs = 45_000

/** Null when the row does not wait, is not due yet, or is held by another worker. */
export async function claim(db: Queries, step: WorkStep, id: string, now: Date): Promise<Claim | null> {
  const { table, column } = places[step]
  const { rows } = await sql<{ attempts: number; abandoned: boolean }>`
    update ${sql.table(table)}
    set lease_until = ${new Date(now.getTime() + leaseMs)}, attempts = attempts + 1
    where id = ${id} and ${sql.ref(column)} = 'waiting' and due_at <= ${now}
      and (lease_until is null or lease_until < ${now})
    returning attempts, old.lease_until is not null as abandoned`.execute(db)
  const [row] = rows
  return row === undefined ? null : { step, id, attempt: row.attempts, isAbandoned: row.abandoned }
}

/** Inside the transaction that saves the result: true if the row still waits under this very claim. Locks it. */
export async function stillHolds(db: Queries, { step, id, attempt }: Claim): Promise<boolean> {
  const { table, column } = places[step]
  const { rows } = await sql`
    select 1 from ${sql.table(table)}
    where id = ${id} and ${sql.ref(column)} = 'waiting' and attempts = ${attempt}
    for update`.execute(db)
  return rows.length === 1
}

/** Gives the row back, to be tried again at `dueAt`; `problem` is what staff see meanwhile. */
export async function putBack(
  db: Queries,
  { step, id, attempt }: Claim,
  dueAt: Date,
  problem: Reason | null = null,
): Promise<void> {
  const { table, column } = places[step]
  const shown = problem === null ? null : JSON.stringify(problem)
  await sql`
    update ${sql.table(table)} set lease_until = null, due_at = ${dueAt}, problem = ${shown}::jsonb
    where id = ${id} and attempts = ${attempt} and ${sql.ref(column)} = 'waiting'`.execute(db)
}

/** Stops trying: from here a person must look, and sees it on the desk with this problem. */
export async function giveUp(db: Queries, { step, id, attempt }: Claim, problem: Reason): Promise<void> {
  const { table, column, failed } = places[step]
  const alsoSet = step === 'read' ? await onAListSeen(db, id) : sql``
  await sql`
    update ${sql.table(table)}
    set ${alsoSet} ${sql.ref(column)} = ${failed}, lease_until = null, problem = ${JSON.stringify(problem)}::jsonb
    where id = ${id} and attempts = ${attempt} and ${sql.ref(column)} = 'waiting'`.execute(db)
}

/** The door of a delivery may belong to an organisation whose people cannot sign in: nobody would look at its list. */
async function onAListSeen(db: Queries, id: string): Promise<RawBuilder<unknown>> {
  const delivery = await db
    .selectFrom('deliveries')
    .select('received_by')
    .where('id', '=', asId<'delivery'>(id))
    .executeTakeFirst()
  return sql`received_by = ${await seenBy(db, delivery?.received_by ?? null)},`
}

/** Takes back what a worker that died was holding. Only where no other worker can be alive. */
export async function releaseLeases(db: Queries): Promise<void> {
  for (const step of workSteps) {
    const { table, column } = places[step]
    await sql`
      update ${sql.table(table)} set lease_until = null
      where ${sql.ref(column)} = 'waiting' and lease_until is not null`.execute(db)
  }
}

/** Ids that are due and that nobody holds, oldest first: what the bell missed, and what a dead worker left. */
export async function leftWaiting(db: Queries, step: WorkStep, dueBefore: Date, now: Date, limit: number) {
  const { table, column } = places[step]
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where ${sql.ref(column)} = 'waiting' and due_at <= ${dueBefore}
      and (lease_until is null or lease_until < ${now})
    order by due_at limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** How many rows wait for each step, due or not. */
export async function countWaiting(db: Queries): Promise<Readonly<Record<WorkStep, number>>> {
  const counts: Record<WorkStep, number> = {
    read: 0,
    route: 0,
    'hand-over': 0,
    send: 0,
    webhook: 0,
    errand: 0,
    examine: 0,
  }
  for (const step of workSteps) {
    const { table, column } = places[step]
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = 'waiting'`.execute(db)
    counts[step] = rows[0]?.count ?? 0
  }
  return counts
}
