/** A text that is one of several which came within half a minute is read as one message with them. */
import { route } from '../../router/route.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import type { Queries } from '../store/database.ts'
import { whereWholeGoes, type IssuesGo } from '../store/one-call.ts'
import type { StoredSubmission } from '../store/submissions.ts'
import { saveWhole, wholeText } from '../store/text-parts.ts'
import type { Matched } from './match.ts'

export interface Whole {
  readonly submission: StoredSubmission
  readonly routing: Routing
  readonly goes: IssuesGo
}

/** Of a text that is a part of one that is there: read as one message, so that a sentence cut in two says what it says. */
export async function asWhole(
  db: Queries,
  { case: id, match }: Matched,
  submission: StoredSubmission,
  knowledge: Knowledge,
): Promise<Whole | null> {
  if (match.how !== 'conversation' || !match.sameSender) return null
  const whole = await wholeText(db, id, submission)
  if (whole === null) return null
  const read = { ...submission, content: { ...submission.content, text: whole.text } }
  const routing = route(read.content, knowledge)
  const goes = await whereWholeGoes(db, id, whole.parts, routing.classification.issues.length)
  if (goes === null) return null
  await saveWhole(db, submission.id, whole.text)
  return { submission: read, routing, goes }
}
