/** What a machine answers to nobody: what came out of an archive, and what is too old for a receipt; the case says so. */
import { reason, type Reason } from '../../shared/finding.ts'
import { receiptDays, receiptsSince } from '../../shared/receipt-age.ts'
import type { Queries } from '../store/database.ts'
import { addRemark, type StoredSubmission } from '../store/submissions.ts'

/** True, and remarked for staff, where no receipt may go. */
export async function staysQuiet(
  db: Queries,
  submission: Pick<StoredSubmission, 'id' | 'content' | 'receivedAt'>,
  now: Date,
): Promise<boolean> {
  const because = whyQuiet(submission, now)
  if (because === null) return false
  await addRemark(db, submission.id, because)
  return true
}

function whyQuiet(
  { content, receivedAt }: Pick<StoredSubmission, 'content' | 'receivedAt'>,
  now: Date,
): Reason | null {
  if (content.takenInQuietly === true) return reason('message:no-receipt.archive')
  return receivedAt < receiptsSince(now) ? reason('message:no-receipt.late', { days: receiptDays }) : null
}
