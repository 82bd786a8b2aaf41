/** Deciding whether the regulations cover a matter, and telling the person of it. The case stays open and its clocks run. */
import { aboutDecision, late, outcomesFor, type ExclusionOutcome } from '../../shared/case/exclusion.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import { lastDayFor } from '../../shared/dates/twelve-months.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { isWritten, replyToPerson, type Reply } from './case-acts-answer.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import { unsettle } from './case-acts-settle-aloud.ts'
import { insertGiven, type RecordGiven } from './case-acts-record.ts'
import type { Database, Queries } from './database.ts'
import type { CanSend } from './way-of-reply.ts'

export interface ExclusionDecision {
  readonly code: string
  readonly outcome: ExclusionOutcome
  readonly why: string
  /** When did the person come to know of it? Null where nobody can tell, and for what is not about time. */
  readonly knownSince: CalendarDate | null
}

/** On which day it happened, and since when they knew of it, as far as the person said. */
export async function daysTold(queries: Queries, id: CaseId) {
  const rows = await queries
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', id)
    .orderBy('received_at', 'desc')
    .execute()
  const told = rows.map(({ content }) => content.about)
  return {
    happenedOn: told.find(({ happenedOn }) => happenedOn !== null)?.happenedOn ?? null,
    knownSince: told.find(({ knownSince }) => knownSince !== null)?.knownSince ?? null,
  }
}

/** Beside what the router suggested, which stays; routing again suggests, and never decides. */
export async function decideExclusion(
  db: Database,
  acting: Acting,
  { code, outcome, why, knownSince }: ExclusionDecision,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    needReason(why)
    if (!outcomesFor(code).includes(outcome)) throw new Refused(reason('desk:error.choose'))
    await unsettle(act, code, outcome)
    const since = code === late && knownSince !== null ? [await knowledge(act, outcome, knownSince)] : []
    const because = [...bySomeone, ...since]
    await saveCorrections(act, why, [{ about: aboutDecision(code), value: outcome, because }])
    return { act: 'exclusion.decide', details: { code, outcome } }
  })
}

/** Twelve months run from the day they came to know, where that is later; what came within them is not late. */
async function knowledge(
  { queries, head }: Act,
  outcome: ExclusionOutcome,
  since: CalendarDate,
): Promise<Reason> {
  const { happenedOn } = await daysTold(queries, head.id)
  if (since > head.received_on) throw new Refused(reason('exclusion:known.after', { day: head.received_on }))
  if (happenedOn !== null && since < happenedOn)
    throw new Refused(reason('exclusion:known.before', { day: happenedOn }))
  const last = lastDayFor(since)
  const isLate = head.received_on > last
  if (!isLate && outcome !== 'does-not-apply')
    throw new Refused(reason('exclusion:known.notLate', { day: last }))
  return reason(`exclusion:known.${isLate ? 'late' : 'inTime'}`, { since, last })
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
