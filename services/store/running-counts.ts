/** Clocks that run in working days, each with the day it is counted from: receipt, or the clock that it follows. */
import { sql } from 'kysely'
import type { CountedClock } from '../../shared/clock/counted-anew.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { CaseId, ClockId, OrganisationId } from '../../shared/ids.ts'
import type { ClockName, Rules } from '../../shared/knowledge.ts'
import type { Queries } from './database.ts'

/** The reason says in which unit, and how many. */
const inWorkingDays = ['router:clock.due.working-days', 'router:clock.in-case.working-days']
const unitOf = sql<string>`because ->> 'key'`
const daysOf = sql<number>`(because -> 'params' ->> 'count')::integer`

export interface RunningClock extends CountedClock {
  readonly id: ClockId
  readonly case: CaseId
  readonly organisation: OrganisationId
}

/**
 * Those due on that day or later, but for what was agreed with the person. Their cases are held until the transaction
 * ends, so that no act moves the clocks meanwhile.
 */
export async function runningInWorkingDays(
  queries: Queries,
  first: CalendarDate,
  rules: Pick<Rules, 'periods'>,
): Promise<readonly RunningClock[]> {
  const running = queries
    .selectFrom('clocks')
    .where('state', '=', 'running')
    .where('due_on', '>=', first)
    .where(unitOf, 'in', inWorkingDays)
  await queries
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', running.select('clocks.case'))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const agreed = queries.selectFrom('clock_amendments').select('clock').where('agreed_on', 'is not', null)
  const clocks = await running
    .select(['id', 'case', 'organisation', 'name', 'process', 'starts_on as startsOn', 'due_on as dueOn'])
    .select(daysOf.as('days'))
    .where('id', 'not in', agreed)
    .orderBy('id')
    .execute()
  const cases = [...new Set(clocks.map((clock) => clock.case))]
  const leading = Map.groupBy(await leadingClocks(queries, cases, rules), (one) => one.case)
  return clocks.map(({ id, case: of, organisation, name, process, startsOn, dueOn, days }) => {
    const follows = rules.periods.find(
      (period) =>
        period.clock === name && period.process === process && period.amount === days && period.after,
    )?.after
    const leader = leading
      .get(of)
      ?.findLast(
        (one) =>
          one.name === follows &&
          one.organisation === organisation &&
          one.process === process &&
          one.startsOn <= startsOn,
      )
    return { id, case: of, organisation, dueOn, days, ...countedFrom(startsOn, leader) }
  })
}

type Leading = Awaited<ReturnType<typeof leadingClocks>>[number]

/** From the day on which the one before it was met; while that still runs, from the day it is due. */
function countedFrom(
  startsOn: CalendarDate,
  leader: Leading | undefined,
): Pick<CountedClock, 'from' | 'after'> {
  if (leader?.state === 'running' && leader.days !== null)
    return { from: startsOn, after: { from: leader.startsOn, days: leader.days } }
  if (leader?.state !== 'met' || leader.endedAt === null) return { from: startsOn }
  return { from: leader.happenedOn ?? londonDate(leader.endedAt) }
}

/** Those of these cases that others may follow, in the order in which they began: a second stage has its own. */
async function leadingClocks(
  queries: Queries,
  cases: readonly CaseId[],
  { periods }: Pick<Rules, 'periods'>,
) {
  const names = new Set<ClockName>(periods.flatMap(({ after }) => after ?? []))
  if (cases.length === 0 || names.size === 0) return []
  return queries
    .selectFrom('clocks')
    .select(['case', 'organisation', 'name', 'process', 'state', 'starts_on as startsOn'])
    .select(['happened_on as happenedOn', 'ended_at as endedAt'])
    .select(sql<number | null>`${daysOf}`.as('days'))
    .where(sql<boolean>`clocks."case" = any(${[...cases]}::uuid[])`)
    .where('name', 'in', [...names])
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
}
