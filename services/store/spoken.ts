/** What was said by word of mouth on a case, by telephone, at a kiosk or to a member of staff: of that the person is owed a copy. */
import { sql } from 'kysely'
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** The first that was said, with all that belongs to the same call; null where everything came in writing. */
export async function findSpoken(queries: Queries, id: CaseId) {
  const found = await queries
    .selectFrom('submissions')
    .select(['submissions.id', 'received_at', 'content'])
    .where('case', '=', id)
    .where((where) =>
      where.or([
        where(where.ref('content', '->>').key('channel'), 'in', ['staff-note', 'phone']),
        sql<boolean>`content @> '{"spoken": true}'`,
      ]),
    )
    .orderBy('received_at')
    .execute()
  const [first] = found
  if (first === undefined) return null
  const call = first.content.thread.messageId
  const parts = found.filter(
    (one) => one === first || (call !== null && one.content.thread.messageId === call),
  )
  return { ...first, parts: parts.map(({ content }) => content) }
}

export type SpokenSubmission = NonNullable<Awaited<ReturnType<typeof findSpoken>>>
