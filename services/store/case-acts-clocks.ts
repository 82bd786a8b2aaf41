/** What acts do to the clocks of a case: they are met or dropped, and what follows them begins. */
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { dueDate } from '../../shared/dates/due-date.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { CaseId, ClockId, OrganisationId, StaffId } from '../../shared/ids.ts'
import type { ClockName, Rules } from '../../shared/knowledge.ts'
import type { Process } from '../../shared/words.ts'
import type { Queries } from './database.ts'

/** A code, put into words on the desk. */
export type EndedBecause =
  | 'acknowledged-by-phone'
  | 'acknowledged-by-letter'
  | 'acknowledged-in-person'
  | 'acknowledged-by-reply'
  | 'answered'
  | 'settled-aloud'
  | 'settled-later'
  | 'not-settled'
  | 'kind-confirmed'
  | 'transferred'
  | 'praise-passed-on'

/** Whose clocks on which case, met by whom and when. */
export interface Meeting {
  readonly queries: Queries
  readonly case: CaseId
  readonly organisation: OrganisationId
  readonly by: StaffId
  readonly now: Date
  /** The day it happened; absent: today, as it is put on record. */
  readonly on?: CalendarDate
}

/** An organisation's own of those names. */
export function runningClocks(
  { queries, case: id, organisation }: Pick<Meeting, 'queries' | 'case' | 'organisation'>,
  names: readonly ClockName[],
) {
  return queries
    .selectFrom('clocks')
    .select(['id', 'name', 'process', 'starts_on as startsOn', 'due_on as dueOn'])
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('name', 'in', [...names])
    .where('state', '=', 'running')
    .orderBy('due_on')
    .execute()
}

/** The running clocks of that name are met; those that follow them now run from that day. Says how many were met. */
export async function meetClocks(
  meeting: Meeting,
  name: ClockName,
  because: EndedBecause,
  rules: Rules,
): Promise<number> {
  const { queries, by, now, on } = meeting
  const met = await runningClocks(meeting, [name])
  await endClocks(queries, met, 'met', { because, by, at: now, ...(on === undefined ? {} : { on }) })
  for (const { process } of met) await startFollowers(meeting, name, process, because, rules)
  await setNextDue(queries, meeting.case)
  return met.length
}

/** The period to answer under the ombudsman's code for councils runs from the acknowledgement, not from receipt. */
async function startFollowers(
  { queries, case: id, organisation, by, now, on = londonDate(now) }: Meeting,
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
      .where('case', '=', id)
      .where('organisation', '=', organisation)
      .where('name', '=', period.clock)
      .where('process', '=', process)
      .where('state', '=', 'running')
      .executeTakeFirst()
    const due = dueDate(on, period, holidays)
    if (following === undefined || following.due_on === due) continue
    await queries
      .insertInto('clock_amendments')
      .values({
        clock: following.id,
        due_on_before: following.due_on,
        due_on_after: due,
        because,
        amended_by: by,
        amended_at: now,
      })
      .execute()
    await queries.updateTable('clocks').set({ due_on: due }).where('id', '=', following.id).execute()
  }
}

/** What ended a clock, and who put it on record at which moment. */
export interface Ending {
  readonly because: EndedBecause
  readonly by: StaffId | null
  readonly at: Date
  /** The day it happened, where that may be another than the day it was put on record. */
  readonly on?: CalendarDate
  /** What was agreed with the person. */
  readonly agreed?: string
}

/** `state` says whether a person did what was due, or it is not due any more. */
export async function endClocks(
  queries: Queries,
  clocks: readonly { readonly id: ClockId }[],
  state: 'met' | 'dropped',
  { because, by, at, on, agreed }: Ending,
): Promise<void> {
  if (clocks.length === 0) return
  const ids = clocks.map((clock) => clock.id)
  await queries
    .updateTable('clocks')
    .set({
      state,
      ended_at: at,
      ended_by: by,
      ended_because: because,
      happened_on: on ?? null,
      agreement: agreed ?? null,
    })
    .where('id', 'in', ids)
    .execute()
}

/** The inbox is ordered by this. */
export async function setNextDue(queries: Queries, ...ids: readonly CaseId[]): Promise<void> {
  await queries
    .updateTable('cases')
    .set((set) => ({
      next_due_on: set
        .selectFrom('clocks')
        .select((select) => select.fn.min('clocks.due_on').as('due'))
        .whereRef('clocks.case', '=', 'cases.id')
        .where('clocks.state', '=', 'running'),
    }))
    .where('id', 'in', [...ids])
    .execute()
}
