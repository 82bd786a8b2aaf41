/** The frame of everything an organisation does on its own part: open to it at this very moment, in one transaction. */
import type { Selectable } from 'kysely'
import { DatabaseError } from 'pg'
import { reason } from '../../../shared/finding.ts'
import { londonDate, type CalendarDate } from '../../../shared/dates/london.ts'
import type { CaseId, OrganisationId, PartId } from '../../../shared/ids.ts'
import { changePart, type PartAct } from '../../../shared/joint/part-changes.ts'
import type { Reference } from '../../../shared/reference.ts'
import { record, type AuditEntry } from '../audit.ts'
import { ChangedMeanwhile, Refused, type ActResult, type Waiting } from '../case-acts.ts'
import { withScope, type Database, type Queries } from '../database.ts'
import type { Parts } from '../tables.ts'
import { bring } from './bring.ts'
import { actorOf, type Contributor } from './contributor.ts'
import { findOpenPart, loadCovers } from './part-scope.ts'

export interface PartActing {
  readonly by: Contributor
  readonly reference: Reference
  /** Of the part they looked at; null: whatever it is, for programs that send all of what they mean. */
  readonly version: number | null
  readonly now: Date
}

export interface PartAtHand {
  readonly queries: Queries
  readonly part: Selectable<Parts>
  readonly receivedBy: OrganisationId
  readonly by: Contributor
  readonly now: Date
  readonly today: CalendarDate
}

export interface PartDone {
  readonly act: string
  readonly details?: AuditEntry['details']
  readonly waiting?: readonly Waiting[]
}

/** `isDone`: by the first of two tries of the very same act, which is then not done again. */
export async function actOnPart(
  db: Database,
  acting: PartActing,
  work: (at: PartAtHand) => Promise<PartDone>,
  isDone: (at: PartAtHand) => Promise<boolean> = () => Promise.resolve(false),
): Promise<ActResult> {
  const { by, now } = acting
  try {
    return await withScope(db, { of: 'organisation', organisation: by.organisation }, async (queries) => {
      const at = await hold(queries, acting)
      if (at === null) return { outcome: 'not-found' }
      if (await isDone(at)) return { outcome: 'done', waiting: [] }
      if (acting.version !== null && acting.version !== at.part.version) {
        return { outcome: 'changed-meanwhile' }
      }
      const { act, details = {}, waiting = [] } = await work(at)
      await touch(queries, at.part)
      await record(queries, {
        at: now,
        actor: actorOf(by),
        act,
        about: { kind: 'case', id: at.part.case },
        organisation: by.organisation,
        details: { part: at.part.id, ...details },
      })
      return { outcome: 'done', waiting: [...waiting, ...(await bring(queries, at, act, details))] }
    })
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { outcome: 'changed-meanwhile' }
    if (error instanceof Refused) return { outcome: 'refused', problem: error.problem }
    if (isIdTaken(error)) return { outcome: 'refused', problem: reason('partners:api.idTaken') }
    throw error
  }
}

/** Whoever sends it makes its id; one that stands for something else already, here or elsewhere, cannot be used again. */
function isIdTaken(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === uniqueViolation &&
    error.constraint?.endsWith('_pkey') === true
  )
}

/** PostgreSQL, appendix A. */
const uniqueViolation = '23505'

/** The case first, as everywhere; then the question whether it is open is asked once more, since consent may have gone. */
async function hold(queries: Queries, { by, reference, now }: PartActing): Promise<PartAtHand | null> {
  const today = londonDate(now)
  const found = await findWorkPart(queries, by.organisation, reference, today)
  if (found === null) return null
  await queries.selectFrom('cases').select('id').where('id', '=', found.case).forNoKeyUpdate().execute()
  if ((await findWorkPart(queries, by.organisation, reference, today)) === null) return null
  const part = await queries
    .selectFrom('parts')
    .selectAll()
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  return { queries, part, receivedBy: found.receivedBy, by, now, today }
}

/** Let out to them by consent; or the receiver's own, which never left. */
export async function findWorkPart(
  queries: Queries,
  organisation: OrganisationId,
  reference: Reference,
  today: CalendarDate,
): Promise<{ readonly id: PartId; readonly case: CaseId; readonly receivedBy: OrganisationId } | null> {
  const open = await findOpenPart(queries, organisation, reference, today)
  if (open !== null) return open
  const own = await queries
    .selectFrom('parts')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .select(['parts.id', 'parts.case', 'cases.received_by as receivedBy'])
    .where('cases.reference', '=', reference)
    .where('cases.received_by', '=', organisation)
    .where('parts.organisation', '=', organisation)
    .executeTakeFirst()
  return own ?? null
}

/** Positions of the issues that they may say something on today. */
export async function issuesInHand({
  queries,
  part,
  receivedBy,
  today,
}: PartAtHand): Promise<readonly number[]> {
  if (part.organisation === receivedBy) return part.issues
  const covers = await loadCovers(queries, part, today)
  return part.issues.filter((position) => covers.issues.includes(position))
}

/** Throws where the table of changes does not let a contributor do this. */
export async function stepPart(
  { queries, part }: PartAtHand,
  act: PartAct,
  stamps: { readonly accepted_at?: Date; readonly filed_at?: Date } = {},
): Promise<void> {
  const changed = changePart(part.state, act, 'contributor')
  if ('refused' in changed) throw new Refused(changed.refused)
  await queries
    .updateTable('parts')
    .set({ state: changed.to, ...stamps })
    .where('id', '=', part.id)
    .execute()
}

/** What they do is news to whoever coordinates. */
async function touch(queries: Queries, part: Selectable<Parts>): Promise<void> {
  await queries
    .updateTable('parts')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', part.id)
    .execute()
  await queries
    .updateTable('cases')
    .set((set) => ({ unread: set('unread', '+', 1) }))
    .where('id', '=', part.case)
    .execute()
}
