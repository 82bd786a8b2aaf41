/** Deciding whether the regulations cover a matter, and telling the person of it. The case stays open and its clocks run. */
import { aboutDecision, outcomesFor, type ExclusionOutcome } from '../../shared/case/exclusion.ts'
import { reason } from '../../shared/finding.ts'
import type { MessageId } from '../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { isWritten, replyToPerson, type Reply } from './case-acts-answer.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import { unsettle } from './case-acts-settle-aloud.ts'
import { insertGiven, type RecordGiven } from './case-acts-record.ts'
import type { Database } from './database.ts'
import type { CanSend } from './way-of-reply.ts'

export interface ExclusionDecision {
  readonly code: string
  readonly outcome: ExclusionOutcome
  readonly why: string
}

/** Beside what the router suggested, which stays; routing again suggests, and never decides. */
export async function decideExclusion(
  db: Database,
  acting: Acting,
  { code, outcome, why }: ExclusionDecision,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    needReason(why)
    if (!outcomesFor(code).includes(outcome)) throw new Refused(reason('desk:error.choose'))
    await unsettle(act, code, outcome)
    await saveCorrections(act, why, [{ about: aboutDecision(code), value: outcome, because: bySomeone }])
    return { act: 'exclusion.decide', details: { code, outcome } }
  })
}

/** Sent from here, within the person's preferences. `decision` is the finding that it tells of. */
export async function sendDecision(
  db: Database,
  acting: Acting,
  decision: number,
  reply: Reply,
  canSend: CanSend,
): Promise<ActResult> {
  return replyToPerson(db, acting, reply, canSend, (act) => saveLetter(act, decision, reply.id))
}

/** Printed and posted, or handed over. */
export async function decisionGiven(
  db: Database,
  acting: Acting,
  decision: number,
  given: RecordGiven,
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    await insertGiven(act, given)
    await saveLetter(act, decision, given.id)
    return { act: 'exclusion.tell', details: { message: given.id, how: given.how } }
  }
  return actOnCase(db, acting, 'receiver', work, ({ queries, head }) => isWritten(queries, head.id, given.id))
}

async function saveLetter({ queries, head }: Act, decision: number, message: MessageId): Promise<void> {
  const { id: finding } = await queries
    .selectFrom('findings')
    .select('id')
    .where('id', '=', decision)
    .where('case', '=', head.id)
    .where('corrected_by', 'is not', null)
    .executeTakeFirstOrThrow()
  await queries.insertInto('decision_letters').values({ message, finding }).execute()
}
