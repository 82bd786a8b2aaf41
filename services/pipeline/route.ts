/** Route: a submission goes through the router, and everything it concludes is saved in one transaction. */
import { route } from '../../router/route.ts'
import { reason } from '../../shared/finding.ts'
import { asId, type CaseId, type HandoffId, type MessageId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import type { Ring } from '../queue/bell.ts'
import type { Waiting } from '../store/case-acts.ts'
import type { Queries } from '../store/database.ts'
import { saveInbound } from '../store/messages.ts'
import { continueCase } from '../store/continue-case.ts'
import { saveHandoffs } from '../store/duties.ts'
import { markRouted, openCase } from '../store/routings.ts'
import { loadSubmission, saveMatch, type StoredSubmission } from '../store/submissions.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import { takeConsentReply, type ConsentReplyParts } from './consent-reply.ts'
import type { KnowledgeSource } from './knowledge.ts'
import { matchCase } from './match.ts'
import type { ReplyTokens } from './reply-token.ts'
import { saveNextQuestion } from './next-question.ts'
import { saveDangerReply, saveReceipt, type ReceiptParts } from './receipt.ts'
import { languageOf } from './language.ts'
import { NeedsAPerson, type StepParts } from './step.ts'
import { asWhole } from './whole-text.ts'
import { heedYesToCall } from './yes-to-call.ts'

export interface RouteParts extends StepParts, ReceiptParts, ConsentReplyParts {
  readonly knowledge: KnowledgeSource
  readonly tokens: ReplyTokens
  readonly ring: Ring
}

interface ToRing {
  readonly handoffs: readonly HandoffId[]
  readonly receipt: MessageId | null
  /** What a yes or no to the question of sharing set going. */
  readonly answered: readonly Waiting[]
}

export function createRouteStep(parts: RouteParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const submission = await loadSubmission(parts.db, asId<'submission'>(held.id))
    if (submission === null) throw new NeedsAPerson(reason('pipeline:submission-gone'))
    const now = parts.now()
    const knowledge = await parts.knowledge.knowledgeFor(submission.receivedAt, submission.receivedBy, now)
    const routing = route(submission.content, knowledge)
    const toRing = await parts.db.transaction().execute(async (db) => {
      if (!(await stillHolds(db, held))) return null
      return saveRouted(parts, db, submission, routing, knowledge)
    })
    if (toRing === null) return
    parts.ring('hand-over', ...toRing.handoffs)
    for (const { step, id } of toRing.answered) parts.ring(step, id)
    if (toRing.receipt !== null) parts.ring('send', toRing.receipt)
  }
}

async function saveRouted(
  parts: RouteParts,
  db: Queries,
  submission: StoredSubmission,
  routing: Routing,
  knowledge: Knowledge,
): Promise<ToRing> {
  const now = parts.now()
  const matched = await matchCase(db, submission, parts.tokens)
  if (matched !== null) await saveMatch(db, submission.id, matched.match)
  const id = matched?.case ?? (await openCase(db, submission, routing, knowledge.today, now))
  await savePersonsWords(db, id, submission, routing)
  await markRouted(db, submission.id, id)
  const answered = matched === null ? null : await takeConsentReply(parts, db, matched, submission, knowledge)
  if (answered !== null) return { handoffs: [], receipt: null, answered }
  if (matched !== null) await heedYesToCall(parts, db, matched, submission)
  const whole = matched === null ? null : await asWhole(db, matched, submission, knowledge)
  // A machine answers the first message of a case and, but for danger and one more question by text, no other: that
  // alone cannot go round in a loop.
  return matched === null
    ? {
        handoffs: await saveHandoffs(db, id, routing.handoffs, now),
        receipt: await saveReceipt(parts, db, id, submission, routing, knowledge),
        answered: [],
      }
    : {
        handoffs: await continueCase(
          db,
          id,
          whole?.submission ?? submission,
          whole?.routing ?? routing,
          knowledge,
          now,
          whole?.goes ?? null,
        ),
        receipt:
          (await saveDangerReply(parts, db, matched, submission, whole?.routing ?? routing, knowledge)) ??
          (await saveNextQuestion(parts, db, matched, submission, routing)),
        answered: [],
      }
}

async function savePersonsWords(
  db: Queries,
  id: CaseId,
  { id: submission, content, receivedAt }: StoredSubmission,
  routing: Routing,
): Promise<void> {
  await saveInbound(
    db,
    {
      case: id,
      submission,
      channel: content.channel,
      sender: content.person.email ?? content.person.phone,
      subject: content.subject,
      body: content.text,
      language: languageOf(content, routing),
      providerId: content.thread.messageId,
    },
    receivedAt,
  )
}
