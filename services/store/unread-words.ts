/** Cases whose newest words nobody here can read, such as an encrypted mail: their rows say so. */
import { sql } from 'kysely'
import type { CaseId } from '../../shared/ids.ts'
import { notReadable } from '../../shared/unread-words.ts'
import type { Queries } from './database.ts'

/** Of those given. What the person sent again and can be read takes a case off. */
export async function casesNotReadable(
  queries: Queries,
  cases: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const remarks = notReadable.map((key) => JSON.stringify([{ key }]))
  const { rows } = await sql<{ case: CaseId }>`
    select "case" from (
      select distinct on ("case") "case", content from submissions
        where "case" = any(${[...cases]}::uuid[]) order by "case", received_at desc, id desc
    ) as newest
    where content->'remarks' @> any(${remarks}::jsonb[])`.execute(queries)
  return new Set(rows.map((row) => row.case))
}
