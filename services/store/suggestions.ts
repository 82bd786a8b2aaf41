/** Suggestions that wait for an answer: those of one case, and which cases have some. */
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** In the order of what they are about. What a person has corrected since is not asked about any more. */
export async function openSuggestions(queries: Queries, id: CaseId) {
  return open(queries).selectAll('suggestions').where('suggestions.case', '=', id).orderBy('about').execute()
}

export type OpenSuggestion = Awaited<ReturnType<typeof openSuggestions>>[number]

/** Whether it waits or was answered; null where there is none such. */
export async function findSuggestion(queries: Queries, id: CaseId, suggestion: number) {
  const row = await queries
    .selectFrom('suggestions')
    .selectAll()
    .where('case', '=', id)
    .where('id', '=', suggestion)
    .executeTakeFirst()
  return row ?? null
}

/** Of these cases those on which this organisation has one to answer. */
export async function casesWithSuggestions(
  queries: Queries,
  organisation: OrganisationId,
  cases: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const rows = await open(queries)
    .select('suggestions.case')
    .where('suggestions.case', 'in', [...cases])
    .where('cases.received_by', '=', organisation)
    .execute()
  return new Set(rows.map((row) => row.case))
}

function open(queries: Queries) {
  return queries
    .selectFrom('suggestions')
    .innerJoin('cases', 'cases.id', 'suggestions.case')
    .where('suggestions.answer', 'is', null)
    .where('cases.state', '=', 'open')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('findings')
            .select('findings.id')
            .whereRef('findings.case', '=', 'suggestions.case')
            .whereRef('findings.about', '=', 'suggestions.about')
            .where('findings.corrected_by', 'is not', null)
            .where('findings.id', 'not in', where.selectFrom('undone_findings').select('finding'))
            .whereRef('findings.found_at', '>=', 'suggestions.suggested_at'),
        ),
      ),
    )
}
