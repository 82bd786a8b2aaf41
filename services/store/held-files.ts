/** Files that nobody can have: malware was found in them, or the scanner could not say. Told where their cases are seen. */
import { sql, type SqlBool } from 'kysely'
import type { CaseId } from '../../shared/ids.ts'
import { isSeenBy, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'

/** Longer lists are worked off from the top. */
const listLength = 50

/** Given up, or waiting because the scanner did not answer when it was asked. */
export const isHeld = sql<SqlBool>`(files.state = 'failed' or files.state = 'waiting' and files.problem is not null)`

export interface FileWarnings {
  readonly infected: boolean
  readonly held: boolean
}

/** By case; those with nothing to warn of are left out. */
export async function fileWarnings(
  queries: Queries,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, FileWarnings>> {
  const rows = await queries
    .selectFrom('submissions')
    .innerJoin('attachments', 'attachments.delivery', 'submissions.delivery')
    .innerJoin('files', 'files.id', 'attachments.file')
    .select(['submissions.case', 'files.state'])
    .where('submissions.case', 'in', cases)
    .where((where) => where.or([where('files.state', '=', 'infected'), isHeld]))
    .execute()
  const byCase = Map.groupBy(
    rows.flatMap(({ case: id, state }) => (id === null ? [] : [{ id, state }])),
    ({ id }) => id,
  )
  const warningsOf = (files: readonly { readonly state: string }[]): FileWarnings => ({
    infected: files.some(({ state }) => state === 'infected'),
    held: files.some(({ state }) => state !== 'infected'),
  })
  return new Map([...byCase].map(([id, files]) => [id, warningsOf(files)]))
}

/** Of the cases that they see: what people sent to their organisation, and what others supplied to it. */
export async function listHeldFiles(queries: Queries, who: Viewer) {
  return filesOfCases(queries, who)
    .select(['files.id', 'files.state', 'files.problem', 'files.infected_with'])
    .select(['come.name', 'cases.reference'])
    .where((where) => where.or([where('files.state', '=', 'infected'), isHeld]))
    .where('cases.state', '=', 'open')
    .orderBy('files.id', 'desc')
    .limit(listLength)
    .execute()
}

export async function countFailedFiles(queries: Queries, who: Viewer): Promise<number> {
  const { count } = await filesOfCases(queries, who)
    .select((select) => select.fn.count<number>('files.id').distinct().as('count'))
    .where('files.state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return count
}

function filesOfCases(queries: Queries, who: Viewer) {
  const sent = queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .select(['attachments.file', 'attachments.name', 'submissions.case'])
  const supplied = queries
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .select(['documents.file', 'documents.name', 'exchanges.case'])
  return queries
    .selectFrom('files')
    .innerJoin(sent.unionAll(supplied).as('come'), 'come.file', 'files.id')
    .innerJoin('cases', 'cases.id', 'come.case')
    .where('files.organisation', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
}
