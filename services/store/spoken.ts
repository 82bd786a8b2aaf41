/** What was said by word of mouth on a case, by telephone or to a member of staff: of that the person is owed a copy. */
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** The first that was said; null where everything came in writing. */
export async function findSpoken(queries: Queries, id: CaseId) {
  const found = await queries
    .selectFrom('submissions')
    .select(['submissions.id', 'received_at', 'content'])
    .where('case', '=', id)
    .where((where) => where(where.ref('content', '->>').key('channel'), 'in', ['staff-note', 'phone']))
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export type SpokenSubmission = NonNullable<Awaited<ReturnType<typeof findSpoken>>>
