/** The period to answer: made longer with the person, and a council's second stage where they ask for another look. */
import { clocksOnRequest } from '../../router/set-clocks/clocks-for.ts'
import { answerClocks, refuseLonger, type Longer, type Running } from '../../shared/clock/longer-period.ts'
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import type { CaseId, ClockId, OrganisationId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { findStageOne } from './answered-stage.ts'
import { actOnCase, Refused, type ActResult, type Acting } from './case-acts.ts'
import { setNextDue } from './case-acts-clocks.ts'
import { needReason } from './case-acts-findings.ts'
import type { Database, Queries } from './database.ts'
import { saveClocks } from './duties.ts'
import { currentOf, stepResponse } from './joint/response-versions.ts'

/** A clock to answer that runs for this organisation, with what its period may become; null where there is none such. */
export async function findAnswerClock(
  queries: Queries,
  id: CaseId,
  organisation: OrganisationId,
  clock: ClockId,
  rules: Pick<Rules, 'periods'>,
) {
  const row = await queries
    .selectFrom('clocks')
    .select(['id', 'name', 'process', 'starts_on as startsOn', 'due_on as dueOn'])
    .where('id', '=', clock)
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('state', '=', 'running')
    .where('name', 'in', [...answerClocks])
    .executeTakeFirst()
  if (row === undefined) return null
  const agreed = await queries
    .selectFrom('clock_amendments')
    .select('due_on_before')
    .where('clock', '=', clock)
    .where('agreed_on', 'is not', null)
    .orderBy('id')
    .executeTakeFirst()
  const atMost = rules.periods.find(
    ({ clock: name, process }) => name === row.name && process === row.process,
  )?.longerAtMost
  const running: Running = {
    startsOn: row.startsOn,
    dueOn: row.dueOn,
    firstDueOn: agreed?.due_on_before ?? row.dueOn,
    ...(atMost === undefined ? {} : { atMost }),
  }
  return { ...row, running }
}

export type LongerPeriod = Longer & { readonly why: string }

/** What was due before stays on record, so that being on time can be told by either day. */
export async function agreeLonger(
  db: Database,
  acting: Acting,
  clock: ClockId,
  { why, ...wanted }: LongerPeriod,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    needReason(why)
    const found = await findAnswerClock(queries, head.id, who.organisation, clock, rules)
    if (found === null) throw new Refused(reason('desk:longer.refused.notRunning'))
    const refused = refuseLonger(found.running, wanted, londonDate(now), holidaySet(rules.bankHolidays))
    if (refused !== null) throw new Refused(refused)
    await queries
      .insertInto('clock_amendments')
      .values({
        clock,
        due_on_before: found.dueOn,
        due_on_after: wanted.dueOn,
        because: why,
        agreed_on: wanted.agreedOn,
        amended_by: who.id,
        amended_at: now,
      })
      .execute()
    await queries.updateTable('clocks').set({ due_on: wanted.dueOn }).where('id', '=', clock).execute()
    await setNextDue(queries, head.id)
    return { act: 'clock.longer', details: { clock, before: found.dueOn, after: wanted.dueOn } }
  })
}

/** Its clocks run from the day of the request. What was answered stays on record, and another response can be written. */
export async function beginStageTwo(
  db: Database,
  acting: Acting,
  { askedOn, why }: { readonly askedOn: CalendarDate; readonly why: string },
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { queries, head, who, now } = act
    needReason(why)
    const stageOne = await findStageOne(queries, head.id, who.organisation)
    if (stageOne === null) throw new Refused(reason('desk:stageTwo.refused.none'))
    const { process, answeredOn } = stageOne
    if (askedOn > londonDate(now)) throw new Refused(reason('desk:day.toCome'))
    if (askedOn < answeredOn)
      throw new Refused(reason('desk:stageTwo.refused.beforeAnswer', { day: answeredOn }))
    const clocks = clocksOnRequest({ organisation: who.organisation, process, askedOn }, rules)
    await saveClocks(queries, head.id, clocks)
    await setNextDue(queries, head.id)
    const response = await currentOf(act)
    if (response?.state === 'sent') await stepResponse(act, response, 'look-again', {})
    return { act: 'clock.stage-two', details: { asked: askedOn } }
  })
}
