/** What acts do to the clocks of a case: some begin, some end, none is forgotten. */
import { clocksFor } from '../../router/set-clocks/clocks-for.ts'
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { dueDate } from '../../shared/dates/due-date.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { CaseId, ClockId } from '../../shared/ids.ts'
import type { ClockName, Rules } from '../../shared/knowledge.ts'
import type { ClockSetting } from '../../shared/routing.ts'
import type { Kind, Process } from '../../shared/words.ts'
import type { Act } from './case-acts.ts'
import type { CaseHead } from './case-file.ts'
import type { Queries } from './database.ts'

/** A code, put into words on the desk. */
export type EndedBecause =
  | 'acknowledged-by-phone'
  | 'acknowledged-by-letter'
  | 'acknowledged-in-person'
  | 'acknowledged-by-reply'
  | 'kind-confirmed'

/** After the kind was confirmed or converted: the clocks of that kind, counted from the day of receipt as before. */
export async function setClocksForKind(
  { queries, head, who, now }: Act,
  kind: Kind,
  rules: Rules,
): Promise<void> {
  const wanted = await clocksWanted(queries, head, kind, rules)
  const present = await queries
    .selectFrom('clocks')
    .select(['id', 'name', 'process', 'state'])
    .where('case', '=', head.id)
    .where('organisation', '=', head.received_by)
    .where('state', 'in', ['running', 'met'])
    .execute()
  const over = present.filter(
    (clock) => clock.state === 'running' && !wanted.some((one) => isSame(one, clock)),
  )
  await endClocks(queries, over, 'dropped', 'kind-confirmed', who.id, now)
  await addClocks(
    queries,
    head.id,
    wanted.filter((one) => !present.some((clock) => isSame(one, clock))),
  )
  await setNextDue(queries, head.id)
}

function isSame(
  one: Pick<ClockSetting, 'name' | 'process'>,
  other: Pick<ClockSetting, 'name' | 'process'>,
): boolean {
  return one.name === other.name && one.process === other.process
}

async function clocksWanted(
  queries: Queries,
  head: CaseHead,
  kind: Kind,
  rules: Rules,
): Promise<readonly ClockSetting[]> {
  const processes = await processesOf(queries, head)
  return processes.flatMap((process) =>
    clocksFor(
      {
        organisation: head.received_by,
        process,
        receivedOn: head.received_on,
        kind,
        confirmed: true,
        level: head.level,
        oral: head.channel === 'phone' || head.channel === 'staff-note',
      },
      rules,
    ),
  )
}

/** One for most; a council answers for social care and for the rest under different rules. */
async function processesOf(queries: Queries, head: CaseHead): Promise<readonly Process[]> {
  const { process } = await queries
    .selectFrom('organisations')
    .select('process')
    .where('id', '=', head.received_by)
    .executeTakeFirstOrThrow()
  const issues = await queries
    .selectFrom('issues')
    .leftJoin('care_services', 'care_services.id', 'issues.care_service')
    .select(['care_services.organisation', 'care_services.process'])
    .where('issues.case', '=', head.id)
    .execute()
  const found = issues.map((issue) =>
    issue.organisation === head.received_by ? (issue.process ?? process) : process,
  )
  return found.length === 0 ? [process] : [...new Set(found)]
}

async function addClocks(queries: Queries, id: CaseId, settings: readonly ClockSetting[]): Promise<void> {
  if (settings.length === 0) return
  await queries
    .insertInto('clocks')
    .values(
      settings.map((clock) => ({
        case: id,
        name: clock.name,
        process: clock.process,
        organisation: clock.organisation,
        starts_on: clock.startsOn,
        due_on: clock.dueOn,
        because: JSON.stringify(clock.because),
      })),
    )
    .execute()
}

/** The running clocks of that name are met; those that follow them now run from today. Says how many were met. */
export async function meetClocks(
  act: Act,
  name: ClockName,
  because: EndedBecause,
  rules: Rules,
): Promise<number> {
  const { queries, head, who, now } = act
  const met = await queries
    .selectFrom('clocks')
    .select(['id', 'process'])
    .where('case', '=', head.id)
    .where('organisation', '=', who.organisation)
    .where('name', '=', name)
    .where('state', '=', 'running')
    .execute()
  await endClocks(queries, met, 'met', because, who.id, now)
  for (const { process } of met) await startFollowers(act, name, process, because, rules)
  await setNextDue(queries, head.id)
  return met.length
}

/** The period to answer under the ombudsman's code for councils runs from the acknowledgement, not from receipt. */
async function startFollowers(
  { queries, head, who, now }: Act,
  name: ClockName,
  process: Process,
  because: EndedBecause,
  rules: Rules,
): Promise<void> {
  const holidays = holidaySet(rules.bankHolidays)
  for (const period of rules.periods) {
    if (period.after !== name || period.process !== process) continue
    const following = await queries
      .selectFrom('clocks')
      .select(['id', 'due_on'])
      .where('case', '=', head.id)
      .where('name', '=', period.clock)
      .where('process', '=', process)
      .where('state', '=', 'running')
      .executeTakeFirst()
    const due = dueDate(londonDate(now.toISOString()), period, holidays)
    if (following === undefined || following.due_on === due) continue
    await queries
      .insertInto('clock_amendments')
      .values({
        clock: following.id,
        due_on_before: following.due_on,
        due_on_after: due,
        because,
        amended_by: who.id,
        amended_at: now,
      })
      .execute()
    await queries.updateTable('clocks').set({ due_on: due }).where('id', '=', following.id).execute()
  }
}

async function endClocks(
  queries: Queries,
  clocks: readonly { readonly id: ClockId }[],
  state: 'met' | 'dropped',
  because: EndedBecause,
  by: Act['who']['id'],
  now: Date,
): Promise<void> {
  if (clocks.length === 0) return
  const ids = clocks.map((clock) => clock.id)
  await queries
    .updateTable('clocks')
    .set({ state, ended_at: now, ended_by: by, ended_because: because })
    .where('id', 'in', ids)
    .execute()
}

/** The inbox is ordered by this. */
async function setNextDue(queries: Queries, id: CaseId): Promise<void> {
  await queries
    .updateTable('cases')
    .set((set) => ({
      next_due_on: set
        .selectFrom('clocks')
        .select((select) => select.fn.min('due_on').as('due'))
        .where('case', '=', id)
        .where('state', '=', 'running'),
    }))
    .where('id', '=', id)
    .execute()
}
