/** Calls that people asked for: each try on record, and a task until somebody spoke to them, left word, or gave up. */
import { reason } from '../../shared/finding.ts'
import type { SubmissionId } from '../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { findCallAsked } from './calls-asked.ts'
import type { Database } from './database.ts'

/** `not-reached` is a try: the task stays. */
export const callBackOutcomes = ['spoke', 'message-left', 'not-reached', 'given-up'] as const
export type CallBackOutcome = (typeof callBackOutcomes)[number]

export async function recordCallBack(
  db: Database,
  acting: Acting,
  submission: SubmissionId,
  outcome: CallBackOutcome,
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    if (outcome === 'message-left' && act.head.preferences.answerphone === false) {
      throw new Refused(reason('desk:refused.noAnswerphone'))
    }
    const isDue =
      outcome === 'not-reached' ? await isAsked(act, submission) : await finish(act, submission, outcome)
    if (!isDue) throw new Refused(reason('desk:refused.noCallBack'))
    return {
      act: outcome === 'not-reached' ? 'call-back.try' : 'call-back.finish',
      details: { submission, outcome },
    }
  }
  return actOnCase(db, acting, 'receiver', work, (act) => isFinished(act, submission, outcome))
}

async function isFinished(
  { queries, head, who }: Act,
  submission: SubmissionId,
  outcome: CallBackOutcome,
): Promise<boolean> {
  if (outcome === 'not-reached') return false
  const row = await queries
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', submission)
    .where('case', '=', head.id)
    .where('call_back_by', '=', who.id)
    .where('call_back_outcome', '=', outcome)
    .executeTakeFirst()
  return row !== undefined
}

async function isAsked({ queries, head }: Act, submission: SubmissionId): Promise<boolean> {
  const call = await findCallAsked(queries, head.id, submission)
  return call !== null && call.asks[0].call_back_at === null
}

/** Whoever asked several times is rung once: the call ends all that they asked for up to there. */
async function finish(
  { queries, head, who, now }: Act,
  submission: SubmissionId,
  outcome: Exclude<CallBackOutcome, 'not-reached'>,
): Promise<boolean> {
  const call = await findCallAsked(queries, head.id, submission)
  if (call === null) return false
  const ids = call.asks.map(({ id }) => id)
  const done = await queries
    .updateTable('submissions')
    .set({ call_back_outcome: outcome, call_back_by: who.id, call_back_at: now })
    .where('id', 'in', ids)
    .where('call_back_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
