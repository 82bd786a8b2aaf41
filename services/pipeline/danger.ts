/** Whoever may be in danger is told what to do at once; where no message can tell them, a person must ring them. */
import type { Routing } from '../../shared/routing.ts'
import { isToldAtOnce } from '../../shared/told-of-danger.ts'
import { dangerNotTold } from '../store/danger-not-told.ts'
import type { Queries } from '../store/database.ts'
import { addRemark, type StoredSubmission } from '../store/submissions.ts'

export function isInDanger({ risk }: Pick<Routing, 'risk'>): boolean {
  return risk.flags.some(isToldAtOnce)
}

/** Makes the task, once. A machine that writes of danger is in none; who forbids us to text is a person. */
export async function askForUrgentCall(
  db: Queries,
  { id, content }: Pick<StoredSubmission, 'id' | 'content'>,
): Promise<void> {
  const isStop = content.remarks.some(({ key }) => key === 'sms:stop-asked')
  if (isStop || content.autoReply !== 'forbidden') await addRemark(db, id, dangerNotTold)
}
