/** New, or more of a case that is there? Signed reply token first, then references, then an open conversation. */
import { e164 } from '../../channels/sms/phone-number.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Person, Submission, Thread } from '../../shared/submission.ts'
import { personOfCase } from '../store/cases.ts'
import { findOpenConversation, holdConversation } from '../store/conversations.ts'
import type { Queries } from '../store/database.ts'
import type { Match } from '../store/json.ts'
import { findCaseByReference, type StoredSubmission } from '../store/submissions.ts'
import { findCaseByMessageIds, findCaseByTheirAnswer, holdThread } from '../store/threads.ts'
import type { ReplyTokens } from './reply-token.ts'

export interface Matched {
  readonly case: CaseId
  readonly match: Match
}

/**
 * Asked within the transaction that would open a case, so that of messages sent one after the other the first opens it
 * and the others join. Only a case of the organisation that receives this: an id alone proves nothing, and whoever
 * wrote to one organisation has not told another.
 */
export async function matchCase(
  db: Queries,
  submission: StoredSubmission,
  tokens: ReplyTokens,
): Promise<Matched | null> {
  const { content, receivedBy } = submission
  await holdThread(db, content.thread)
  const named = await caseOfToken(db, content.thread, tokens)
  if (named?.receivedBy === receivedBy) return found(db, content, named.id, 'reply-token')
  const referred =
    (await findCaseByMessageIds(db, content.thread.references, receivedBy)) ??
    (await findCaseByTheirAnswer(db, content, receivedBy))
  if (referred !== null) return found(db, content, referred, 'references')
  return matchConversation(db, submission)
}

/** Whose case it was addressed to by our token; null where none stands in the address. */
export async function addressedTo(
  db: Queries,
  { thread }: Submission,
  tokens: ReplyTokens,
): Promise<OrganisationId | null> {
  if (thread.tokenOnlyInIds === true) return null
  return (await caseOfToken(db, thread, tokens))?.receivedBy ?? null
}

async function caseOfToken(db: Queries, { replyToken }: Thread, tokens: ReplyTokens) {
  const reference = replyToken === null ? null : tokens.verify(replyToken)
  return reference === null ? null : findCaseByReference(db, reference)
}

/** A conversation rests after this long without a word from either side; what comes then is a new matter. */
const restsAfterMs = 72 * 3_600_000

async function matchConversation(
  db: Queries,
  { content, receivedAt, receivedBy }: StoredSubmission,
): Promise<Matched | null> {
  const { conversation } = content.thread
  if (conversation === undefined) return null
  await holdConversation(db, conversation)
  const since = new Date(receivedAt.getTime() - restsAfterMs)
  const id = await findOpenConversation(db, conversation, receivedBy, since)
  return id === null ? null : found(db, content, id, 'conversation')
}

/** An answer from another address joins the case, but is marked so. */
async function found(
  db: Queries,
  content: Submission,
  id: CaseId,
  how: 'reply-token' | 'references' | 'conversation',
): Promise<Matched> {
  const isTheirs = isOfOneCall(content) || isSameSender(content.person, await personOfCase(db, id))
  return { case: id, match: { how, sameSender: isTheirs } }
}

/** Said to be one call by who carries it or wrote it down: whoever rang is one person, also where nobody knows their number. */
function isOfOneCall({ channel, thread }: Submission): boolean {
  return channel === 'phone' && thread.messageId !== null
}

/** By the address or by the number: one of the two is how each channel knows a person again. */
function isSameSender(sender: Person, known: Person): boolean {
  const sameAddress = sender.email !== null && sender.email.toLowerCase() === known.email?.toLowerCase()
  const number = sender.phone === null ? null : e164(sender.phone)
  return sameAddress || (number !== null && known.phone !== null && number === e164(known.phone))
}
