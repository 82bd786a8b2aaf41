/** Whoever may be in danger and was not reached by the message that says what to do is to be rung by a person, at once. */
import { reason } from '../../shared/finding.ts'
import type { MessageId } from '../../shared/ids.ts'
import { dangers } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { addRemark } from './submissions.ts'

/** The remark that makes the task; a submission has it once. */
export const dangerNotTold = reason('pipeline:danger.not-told')

/**
 * Of these messages those that tell somebody what to do in danger and have not gone, or came back: a task each, once. It
 * stays where a later try succeeds, for nobody knows when that is.
 */
export async function ringInstead(db: Queries, messages: readonly MessageId[]): Promise<void> {
  if (messages.length === 0) return
  const rows = await db
    .selectFrom('messages')
    .innerJoin('findings', 'findings.submission', 'messages.submission')
    .select('findings.submission')
    .distinct()
    .where('messages.id', 'in', [...messages])
    .where('messages.purpose', '=', 'receipt')
    .where('findings.about', '=', 'flag')
    .where((where) => where.or(dangers.map((flag) => where('findings.value', '=', JSON.stringify(flag)))))
    .execute()
  for (const { submission } of rows) if (submission !== null) await addRemark(db, submission, dangerNotTold)
}
