/** New, or more of a case that is open? Signed reply token first, then references; never the subject line alone. */
import type { CaseId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from '../store/database.ts'
import type { Match } from '../store/json.ts'
import { findCaseByMessageIds, findCaseByReference } from '../store/submissions.ts'
import { personOfCase } from '../store/cases.ts'
import type { ReplyTokens } from './reply-token.ts'

export interface Matched {
  readonly case: CaseId | null
  readonly match: Match
}

export async function matchCase(db: Queries, submission: Submission, tokens: ReplyTokens): Promise<Matched> {
  const { replyToken, references } = submission.thread
  const reference = replyToken === null ? null : tokens.verify(replyToken)
  const byToken = reference === null ? null : await findCaseByReference(db, reference)
  if (byToken !== null) return found(db, submission, byToken, 'reply-token')
  const byReferences = await findCaseByMessageIds(db, references)
  if (byReferences !== null) return found(db, submission, byReferences, 'references')
  return { case: null, match: { how: 'new' } }
}

/** An answer from another address joins the case, but is marked so. */
async function found(
  db: Queries,
  submission: Submission,
  id: CaseId,
  how: 'reply-token' | 'references',
): Promise<Matched> {
  const person = await personOfCase(db, id)
  const sameSender =
    submission.person.email !== null && submission.person.email.toLowerCase() === person.email?.toLowerCase()
  return { case: id, match: { how, sameSender } }
}
