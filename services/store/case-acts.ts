/** The frame of everything a member of staff does to a case: one transaction, one version, one line in the audit. */
import { londonDate } from '../../shared/dates/london.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import type { Reason } from '../../shared/finding.ts'
import { record, type AuditEntry } from './audit.ts'
import { loadCaseHead, type CaseHead } from './case-file.ts'
import { withScope, type Database, type Queries } from './database.ts'
import { coordinates } from './joint/coordinates.ts'
import type { StaffMember } from './staff.ts'
import type { WorkStep } from './work.ts'

/** Who acts on which case, having looked at which version of it. */
export interface Acting {
  readonly who: StaffMember
  readonly case: CaseId
  readonly version: number
  readonly now: Date
}

/** A row that now waits for a worker; to be rung for after the commit. */
export interface Waiting {
  readonly step: WorkStep
  readonly id: string
}

export type ActResult =
  | { readonly outcome: 'done'; readonly waiting: readonly Waiting[] }
  /** Somebody else changed the case since: nothing was done. */
  | { readonly outcome: 'changed-meanwhile' }
  /** There is no such case for them. */
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'refused'; readonly problem: Reason }

/** Thrown in the work of an act: everything is undone and the problem is shown. */
export class Refused extends Error {
  readonly problem: Reason
  constructor(problem: Reason) {
    super(problem.key)
    this.problem = problem
  }
}

/** Thrown in the work of an act: what it was about is not as it was read. Everything is undone. */
export class ChangedMeanwhile extends Error {}

/** What the audit says of the act, and what it left waiting. */
export interface Done {
  readonly act: string
  readonly details?: AuditEntry['details']
  readonly waiting?: readonly Waiting[]
}

export interface Act {
  readonly queries: Queries
  readonly head: CaseHead
  readonly who: StaffMember
  readonly now: Date
}

/**
 * `isDone` says whether this very act was done already, by the first of two clicks: then it is not done again.
 * `'receiver'` is for acts of whoever coordinates the case: correcting, acknowledging, replying. `'handed'` lets the organisation a
 * case was handed to act as well, on its own handoffs.
 */
export async function actOnCase(
  db: Database,
  acting: Acting,
  by: 'receiver' | 'handed',
  work: (act: Act) => Promise<Done>,
  isDone: (act: Act) => Promise<boolean> = () => Promise.resolve(false),
): Promise<ActResult> {
  const { who, now } = acting
  try {
    return await withScope(db, { of: 'organisation', organisation: who.organisation }, async (queries) => {
      // The case before anything that hangs on it, here and wherever the hub acts by itself: none waits for the other.
      // Not its key, which workers refer to while they hold what hangs on it.
      await queries.selectFrom('cases').select('id').where('id', '=', acting.case).forNoKeyUpdate().execute()
      const head = await loadCaseHead(queries, who, acting.case)
      if (head === null) return { outcome: 'not-found' }
      if (by === 'receiver' && !(await coordinates(queries, who.organisation, head, londonDate(now)))) {
        return { outcome: 'not-found' }
      }
      const given = { queries, head, who, now }
      if (await isDone(given)) return { outcome: 'done', waiting: [] }
      if (head.version !== acting.version) return { outcome: 'changed-meanwhile' }
      const { act, details = {}, waiting = [] } = await work(given)
      await touch(queries, head.id, head.version)
      await record(queries, {
        at: now,
        actor: staffActor(who.id),
        act,
        about: { kind: 'case', id: head.id },
        organisation: who.organisation,
        details,
      })
      return { outcome: 'done', waiting }
    })
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { outcome: 'changed-meanwhile' }
    if (error instanceof Refused) return { outcome: 'refused', problem: error.problem }
    throw error
  }
}

export function staffActor(id: StaffId): AuditEntry['actor'] {
  return { kind: 'staff', id }
}

/** Whoever acts has read what was new. */
async function touch(queries: Queries, id: CaseId, version: number): Promise<void> {
  await queries
    .updateTable('cases')
    .set({ version: version + 1, unread: 0 })
    .where('id', '=', id)
    .execute()
}
