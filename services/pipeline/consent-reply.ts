/** What comes back to the question of sharing: a clear yes or no is taken as such; all else is read like any message. */
import type { Channel } from '../../channels/channel.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import { consentAnswerOf } from '../../shared/joint/consent-answer.ts'
import type { Words } from '../pages/languages.ts'
import type { Waiting } from '../store/case-acts.ts'
import { addAlias } from '../store/continue-case.ts'
import type { Queries } from '../store/database.ts'
import { personOfCase } from '../store/cases.ts'
import { markChanged } from '../store/joint/consent-acts.ts'
import { answerConsents } from '../store/joint/consent-reply.ts'
import type { StoredSubmission } from '../store/submissions.ts'
import type { Matched } from './match.ts'

export interface ConsentReplyParts {
  readonly words: Words
  readonly publicUrl: string
  readonly channels: readonly Channel[]
  readonly now: () => Date
}

const hows = { email: 'email', sms: 'text' } as const

/** Null: it is no such answer. From another address than the person's it is not theirs. */
export async function takeConsentReply(
  { words, publicUrl, channels, now }: ConsentReplyParts,
  db: Queries,
  { case: id, match }: Matched,
  submission: StoredSubmission,
  { rules }: Pick<Knowledge, 'rules'>,
): Promise<readonly Waiting[] | null> {
  const { content } = submission
  if (match.how === 'new' || !match.sameSender) return null
  if (content.channel !== 'email' && content.channel !== 'sms') return null
  if (content.attachments.length > 0) return null
  const said = consentAnswerOf(content.text, await nameOnCase(db, id, content.person.name))
  if (said === null) return null
  const canSend = (name: string) =>
    channels.some((channel) => channel.name === name && channel.send !== undefined)
  const telling = { words, publicUrl, canSend, rules, now: now() }
  const waiting = await answerConsents(db, id, said, hows[content.channel], telling)
  if (waiting === null) return null
  await addAlias(db, id, submission.reference)
  await markChanged(db, id, true)
  return waiting
}

async function nameOnCase(db: Queries, id: CaseId, given: string | null): Promise<string | null> {
  return given ?? (await personOfCase(db, id)).name
}
