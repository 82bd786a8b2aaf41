/** How far each mailbox was read: what readers remember, and what the desk is shown of it. */
import { sql } from 'kysely'
import type { Reason } from '../../shared/finding.ts'
import type { ReaderKeep, ReaderMark } from '../../shared/reader.ts'
import type { Database, Queries } from './database.ts'

export interface ReaderKeepParts {
  readonly db: Database
  readonly now: () => Date
  /** Said once for each new problem, not at every look. */
  readonly complain: (place: string, problem: Reason) => void
}

export function createReaderKeep({ db, now, complain }: ReaderKeepParts): ReaderKeep {
  return {
    load: (place) => loadMark(db, place),
    save: (place, mark) => saveMark(db, place, mark, now()),
    alone: (place, work) => doAlone(db, place, work),
    async tell(place, problem) {
      const isNews = await saveProblem(db, place, problem, now())
      if (isNews && problem !== null) complain(place, problem)
    },
  }
}

async function loadMark(db: Queries, place: string): Promise<ReaderMark | null> {
  const row = await db
    .selectFrom('mail_cursors')
    .select(['era', 'up_to', 'left', 'seen', 'taken', 'removed', 'gone_at'])
    .where('place', '=', place)
    .executeTakeFirst()
  if (row === undefined || row.era === '') return null
  const { era, left, seen, taken, removed } = row
  return { era, upTo: row.up_to, left, seen, taken, removed, goneAt: row.gone_at?.toISOString() ?? null }
}

async function saveMark(db: Queries, place: string, mark: ReaderMark, now: Date): Promise<void> {
  const { era, upTo: up_to, seen, taken, removed } = mark
  const gone_at = mark.goneAt === null ? null : new Date(mark.goneAt)
  const row = { era, up_to, left: JSON.stringify(mark.left), seen, taken, removed, gone_at, looked_at: now }
  await db
    .insertInto('mail_cursors')
    .values({ place, ...row })
    .onConflict((conflict) => conflict.column('place').doUpdateSet(row))
    .execute()
}

/** The lock is the connection's: it falls with the process that held it. */
async function doAlone(db: Database, place: string, work: () => Promise<void>): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`mailbox ${place}`}, 0)`
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${key}) as ours`.execute(
      connection,
    )
    if (rows[0]?.ours !== true) return false
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
    return true
  })
}

/** True where this is another problem than the one that stood there. */
async function saveProblem(db: Queries, place: string, problem: Reason | null, now: Date): Promise<boolean> {
  const text = problem === null ? null : JSON.stringify(problem)
  return db.transaction().execute(async (queries) => {
    const before = await queries
      .selectFrom('mail_cursors')
      .select('problem')
      .where('place', '=', place)
      .forUpdate()
      .executeTakeFirst()
    await queries
      .insertInto('mail_cursors')
      .values({ place, problem: text, looked_at: now })
      .onConflict((conflict) => conflict.column('place').doUpdateSet({ problem: text, looked_at: now }))
      .execute()
    return JSON.stringify(before?.problem ?? null) !== JSON.stringify(problem)
  })
}

/** Each mailbox that was ever read, as the desk shows it. */
export async function listMailboxes(db: Queries) {
  const rows = await db.selectFrom('mail_cursors').selectAll().orderBy('place').execute()
  return rows.map(({ place, seen, taken, removed, left, problem, looked_at }) => ({
    place,
    seen,
    taken,
    removed,
    left: left.length,
    problem,
    lookedAt: looked_at,
  }))
}
