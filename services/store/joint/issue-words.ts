/** The issues of a case in the words that speak of them, for whoever may see the case. */
import { sql } from 'kysely'
import type { CaseId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'

/** Long enough to know which matter it is. */
const length = 140

export async function issuesWithWords(queries: Queries, id: CaseId) {
  const rows = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['issues.position', 'issues.span_start', 'issues.span_end'])
    .select(sql<string>`submissions.content->>'text'`.as('text'))
    .where('issues.case', '=', id)
    .orderBy('issues.position')
    .execute()
  return rows.map(({ position, span_start, span_end, text }) => {
    const words = text.slice(span_start, span_end).trim()
    return {
      position,
      number: position + 1,
      text: words.length > length ? `${words.slice(0, length).trimEnd()} …` : words,
    }
  })
}
