/** New, or more of a case that is open? Signed reply token first, then references; never the subject line alone. */
import type { CaseId } from '../../shared/ids.ts'
import { e164 } from '../../channels/sms/phone-number.ts'
import type { Person, Submission } from '../../shared/submission.ts'
import type { Queries } from '../store/database.ts'
import type { Match } from '../store/json.ts'
import { findCaseByMessageIds, findCaseByReference, type StoredSubmission } from '../store/submissions.ts'
import { findOpenConversation, holdConversation } from '../store/conversations.ts'
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

/** A conversation rests after this long without a word from either side; what comes then is a new matter. */
const restsAfterMs = 72 * 3_600_000

/**
 * More of an open conversation between the same two ends? Asked within the transaction that would open a case, so that
 * of texts sent one after the other (a long one in parts, too) the first opens it and the others join, none waiting.
 */
export async function matchConversation(
  db: Queries,
  { content, receivedAt, receivedBy }: StoredSubmission,
): Promise<{ readonly case: CaseId; readonly match: Match } | null> {
  const { conversation } = content.thread
  if (conversation === undefined) return null
  await holdConversation(db, conversation)
  const since = new Date(receivedAt.getTime() - restsAfterMs)
  const id = await findOpenConversation(db, conversation, receivedBy, since)
  if (id === null) return null
  const sameSender = isSameSender(content.person, await personOfCase(db, id))
  return { case: id, match: { how: 'conversation', sameSender } }
}

/** An answer from another address joins the case, but is marked so. */
async function found(
  db: Queries,
  submission: Submission,
  id: CaseId,
  how: 'reply-token' | 'references',
): Promise<Matched> {
  const sameSender = isSameSender(submission.person, await personOfCase(db, id))
  return { case: id, match: { how, sameSender } }
}

/** By the address or by the number: one of the two is how each channel knows a person again. */
function isSameSender(sender: Person, known: Person): boolean {
  const sameAddress = sender.email !== null && sender.email.toLowerCase() === known.email?.toLowerCase()
  const number = sender.phone === null ? null : e164(sender.phone)
  return sameAddress || (number !== null && known.phone !== null && number === e164(known.phone))
}
