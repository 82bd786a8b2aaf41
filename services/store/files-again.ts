/** Looking once more at a file that nobody can have: for whoever may see what it came with. */
import { sql } from 'kysely'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { FileId } from '../../shared/ids.ts'
import { casesSeen, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { coordinates } from './joint/coordinates.ts'

/** Waiting again and due at once. False where it is not stuck, or is being looked at at this moment. */
export async function lookAgain(queries: Queries, id: FileId, now: Date): Promise<boolean> {
  const result = await sql`
    update files set state = 'waiting', due_at = ${now}, attempts = 0, problem = null, lease_until = null
    where id = ${id}
      and (state in ('failed', 'infected') or state = 'waiting' and problem is not null and attempts > 0
        and (lease_until is null or lease_until < ${now}))`.execute(queries)
  return result.numAffectedRows === 1n
}

/** Of a case that they see and their organisation coordinates, also where another received it; or of what is no case yet. */
export async function mayLookAgain(
  queries: Queries,
  who: Viewer,
  id: FileId,
  today: CalendarDate,
): Promise<boolean> {
  const file = await queries
    .selectFrom('files')
    .select('organisation')
    .where('id', '=', id)
    .executeTakeFirst()
  if (file === undefined) return false
  const cases = await casesWith(queries, id).select('cases.id').execute()
  const isTheirs = file.organisation === who.organisation
  if (cases.length === 0) return isTheirs && who.seesAll
  const seen = await casesSeen(
    queries,
    who,
    cases.map((each) => each.id),
  )
  for (const each of seen)
    if (isTheirs || (await coordinates(queries, who.organisation, each, today))) return true
  return false
}

function casesWith(queries: Queries, id: FileId) {
  return queries
    .selectFrom('cases')
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('attachments')
            .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
            .select('attachments.id')
            .whereRef('submissions.case', '=', 'cases.id')
            .where('attachments.file', '=', id),
        ),
        where.exists(
          where
            .selectFrom('documents')
            .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
            .select('documents.id')
            .whereRef('exchanges.case', '=', 'cases.id')
            .where('documents.file', '=', id),
        ),
      ]),
    )
}
