/** Clocks that run again, because the act that stopped them turns out not to have reached the person. */
import { londonDate } from '../../shared/dates/london.ts'
import type { CaseId, ClockId, OrganisationId } from '../../shared/ids.ts'
import { setNextDue } from './case-acts-clocks.ts'
import type { Queries } from './database.ts'

/** By which act a clock was stopped that turns out not to have been done. */
interface Undone {
  readonly case: CaseId
  readonly organisation: OrganisationId
  /** The reply went then; nothing else stopped a clock at that very moment. */
  readonly stoppedAt: Date
  readonly at: Date
}

/** The acknowledgement clocks that a reply stopped run again, as far as they were; what followed goes back. Says how many. */
export async function runAgain(queries: Queries, undone: Undone): Promise<number> {
  const clocks = await queries
    .updateTable('clocks')
    .set({ state: 'running', ended_at: null, ended_by: null, ended_because: null })
    .where('case', '=', undone.case)
    .where('organisation', '=', undone.organisation)
    .where('name', '=', 'acknowledge')
    .where('state', '=', 'met')
    .where('ended_because', '=', 'acknowledged-by-reply')
    .where('ended_at', '=', undone.stoppedAt)
    .returning(['id', 'due_on'])
    .execute()
  if (clocks.length === 0) return 0
  for (const clock of clocks) await amendByHub(queries, clock, clock.due_on, undone.at)
  await restoreFollowers(queries, undone)
  await restoreToSettle(queries, undone)
  await setNextDue(queries, undone.case)
  return clocks.length
}

/** What was said aloud may be settled again, as long as there is time. */
async function restoreToSettle(queries: Queries, undone: Undone): Promise<void> {
  await queries
    .updateTable('clocks')
    .set({ state: 'running', ended_at: null, ended_by: null, ended_because: null })
    .where('case', '=', undone.case)
    .where('organisation', '=', undone.organisation)
    .where('ended_because', '=', 'not-settled')
    .where('ended_at', '=', undone.stoppedAt)
    .where('due_on', '>=', londonDate(undone.at))
    .execute()
}

/** What ran from the acknowledgement is due again when it was before. */
async function restoreFollowers(queries: Queries, { case: id, stoppedAt, at }: Undone): Promise<void> {
  const followers = await queries
    .selectFrom('clock_amendments')
    .innerJoin('clocks', 'clocks.id', 'clock_amendments.clock')
    .select(['clocks.id', 'clocks.due_on', 'clock_amendments.due_on_before'])
    .where('clocks.case', '=', id)
    .where('clocks.state', '=', 'running')
    .where('clock_amendments.because', '=', 'acknowledged-by-reply')
    .where('clock_amendments.amended_at', '=', stoppedAt)
    .whereRef('clocks.due_on', '=', 'clock_amendments.due_on_after')
    .execute()
  for (const clock of followers) {
    await amendByHub(queries, clock, clock.due_on_before, at)
    await queries
      .updateTable('clocks')
      .set({ due_on: clock.due_on_before })
      .where('id', '=', clock.id)
      .execute()
  }
}

async function amendByHub(
  queries: Queries,
  { id, due_on }: { readonly id: ClockId; readonly due_on: string },
  due: string,
  at: Date,
): Promise<void> {
  await queries
    .insertInto('clock_amendments')
    .values({
      clock: id,
      due_on_before: due_on,
      due_on_after: due,
      because: acknowledgementLost,
      amended_by: null,
      amended_at: at,
    })
    .execute()
}

/** Why a clock runs again; a code, put into words on the desk. */
export const acknowledgementLost = 'acknowledgement-not-arrived'
