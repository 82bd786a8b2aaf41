/** What was said aloud is settled with the person by the next working day (SI 2009/309 reg 8(1)(c)), or goes on as a complaint. */
import { aboutDecision, saidAndSettled, type ExclusionOutcome } from '../../shared/case/exclusion.ts'
import { refuseDay } from '../../shared/clock/day-of-act.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { ClockName } from '../../shared/knowledge.ts'
import { record, theHub } from './audit.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting } from './case-acts.ts'
import { endClocks, runningClocks, setNextDue, type Meeting } from './case-acts-clocks.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import { hubScope, withScope, type Database, type Queries } from './database.ts'

export interface Settlement {
  /** The day on which the person was content. */
  readonly on: CalendarDate
  readonly agreed: string
  /** Does whoever records it know that this was too late? What was agreed is kept all the same. */
  readonly later: boolean
}

/** What the law wants of a complaint, and does not of what was settled in time. */
const ofComplaints: readonly ClockName[] = ['acknowledge', 'respond', 'six-months']

/** The clock to settle by, while it runs or has ended unsettled: what was settled in time may be put on record later. */
export async function findToSettle(queries: Queries, id: CaseId, organisation: OrganisationId) {
  const clock = await queries
    .selectFrom('clocks')
    .select(['id', 'process', 'starts_on as startsOn', 'due_on as dueOn'])
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('name', '=', 'settle-oral')
    .where((where) => where.or([where('state', '=', 'running'), where('ended_because', '=', 'not-settled')]))
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return clock ?? null
}

type ToSettle = NonNullable<Awaited<ReturnType<typeof findToSettle>>>

/** In time, nothing else is due for it. Later, what was agreed is kept and it goes on as a complaint. */
export async function settleAloud(db: Database, acting: Acting, settlement: Settlement): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { queries, head, who, now } = act
    needReason(settlement.agreed)
    const clock = await findToSettle(queries, head.id, who.organisation)
    if (clock === null) throw new Refused(reason('desk:settleAloud.refused.notDue'))
    refuseSettlement(settlement, clock, londonDate(now))
    const isInTime = settlement.on <= clock.dueOn
    await (isInTime ? meet : keepAgreement)(act, clock, settlement)
    await setNextDue(queries, head.id)
    return { act: 'clock.settle-aloud', details: { clock: clock.id, on: settlement.on, inTime: isInTime } }
  })
}

function refuseSettlement(
  { on, later }: Settlement,
  { startsOn, dueOn }: ToSettle,
  today: CalendarDate,
): void {
  const wrong = refuseDay(on, startsOn, today)
  if (wrong !== null) throw new Refused(wrong)
  if (on > dueOn && !later) throw new Refused(reason('desk:settleAloud.refused.later', { day: dueOn }))
}

async function meet(act: Act, clock: ToSettle, { on, agreed }: Settlement): Promise<void> {
  const { queries, head, who, now } = act
  await endClocks(queries, [clock], 'met', { because: 'settled-aloud', by: who.id, at: now, on, agreed })
  const running = await runningClocks(
    { queries, case: head.id, organisation: who.organisation },
    ofComplaints,
  )
  const others = running.filter(({ process }) => process === clock.process)
  await endClocks(queries, others, 'dropped', { because: 'settled-aloud', by: who.id, at: now })
  const about = aboutDecision(saidAndSettled)
  await saveCorrections(act, agreed, [{ about, value: 'applies', because: bySomeone }])
}

async function keepAgreement(
  { queries, who, now }: Act,
  clock: ToSettle,
  { on, agreed }: Settlement,
): Promise<void> {
  await endClocks(queries, [clock], 'dropped', { because: 'settled-later', by: who.id, at: now, on, agreed })
}

/** Decided otherwise than that it was settled, it is due again whatever stopped being due by that. */
export async function unsettle(
  { queries, head, who, now }: Act,
  code: string,
  outcome: ExclusionOutcome,
): Promise<void> {
  if (code !== saidAndSettled) return
  if (outcome === 'applies') {
    const isDue = (await findToSettle(queries, head.id, who.organisation)) !== null
    if (isDue) throw new Refused(reason('exclusion:settled.refused'))
    return
  }
  const settled = await queries
    .selectFrom('clocks')
    .select('id')
    .where('case', '=', head.id)
    .where('organisation', '=', who.organisation)
    .where('state', '=', 'met')
    .where('ended_because', '=', 'settled-aloud')
    .execute()
  await endClocks(queries, settled, 'dropped', { because: 'not-settled', by: who.id, at: now })
  await queries
    .updateTable('clocks')
    .set({ state: 'running', ended_at: null, ended_by: null, ended_because: null })
    .where('case', '=', head.id)
    .where('organisation', '=', who.organisation)
    .where('state', '=', 'dropped')
    .where('ended_because', '=', 'settled-aloud')
    .execute()
  await setNextDue(queries, head.id)
}

/** Acknowledged as a complaint, it is handled as one; what was settled in time before can still be put on record. */
export async function goOnAsComplaint(meeting: Meeting): Promise<void> {
  const { queries, by, now } = meeting
  const clocks = await runningClocks(meeting, ['settle-oral'])
  await endClocks(queries, clocks, 'dropped', { because: 'not-settled', by, at: now })
  await setNextDue(queries, meeting.case)
}

/** More are left to the next run. */
const casesAtOnce = 500

/** Case by case, those whose last day is over. One that somebody is acting on is found the next time. */
export async function endUnsettled(db: Database, now: Date): Promise<void> {
  const today = londonDate(now)
  const due = await db
    .selectFrom('clocks')
    .select('case')
    .distinct()
    .where('name', '=', 'settle-oral')
    .where('state', '=', 'running')
    .where('due_on', '<', today)
    .limit(casesAtOnce)
    .execute()
  for (const { case: id } of due) await withScope(db, hubScope, (queries) => endOn(queries, id, today, now))
}

async function endOn(queries: Queries, id: CaseId, today: CalendarDate, now: Date): Promise<void> {
  const free = await queries
    .selectFrom('cases')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (free === undefined) return
  const clocks = await queries
    .selectFrom('clocks')
    .select(['id', 'organisation'])
    .where('case', '=', id)
    .where('name', '=', 'settle-oral')
    .where('state', '=', 'running')
    .where('due_on', '<', today)
    .execute()
  await endClocks(queries, clocks, 'dropped', { because: 'not-settled', by: null, at: now })
  await setNextDue(queries, id)
  await record(
    queries,
    ...clocks.map((clock) => ({
      at: now,
      actor: theHub,
      act: 'clock.not-settled',
      about: { kind: 'case', id },
      organisation: clock.organisation,
      details: { clock: clock.id },
    })),
  )
}
