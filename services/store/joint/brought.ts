/** What our staff did on a part that another hub leads, in the words of that hub's API: read when it is brought, and not before. */
import { asId, type CaseId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import type { Errand } from './errands.ts'

export interface Brought {
  /** After the address of the part. */
  readonly path: string
  readonly body: object
}

/** Null where it is not there any more. */
export async function loadBrought(queries: Queries, errand: Errand): Promise<Brought | null> {
  const { act, about } = errand
  if (act === 'accept') return { path: 'accept', body: {} }
  if (about === null || act === 'look') return null
  switch (act) {
    case 'contribution':
      return contribution(queries, about)
    case 'exchange':
      return exchange(queries, about)
    case 'more-time':
      return moreTime(queries, about)
    case 'approval':
      return approval(queries, about, errand.case)
  }
}

async function contribution(queries: Queries, about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('contributions')
    .innerJoin('issues', 'issues.id', 'contributions.issue')
    .select(['contributions.id', 'issues.position as issue', 'contributions.outcome'])
    .select(['what_happened as whatHappened', 'what_changes as whatChanges', 'change_by as changeBy'])
    .where('contributions.id', '=', asId<'contribution'>(about))
    .executeTakeFirst()
  return row === undefined ? null : { path: 'contributions', body: row }
}

async function exchange(queries: Queries, about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('exchanges')
    .select(['id', 'kind', 'body', 'answers'])
    .where('id', '=', asId<'exchange'>(about))
    .executeTakeFirst()
  return row === undefined ? null : { path: 'exchanges', body: row }
}

async function moreTime(queries: Queries, about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('exchanges')
    .select(['id', 'body as why', 'wanted_on as wantedOn'])
    .where('id', '=', asId<'exchange'>(about))
    .executeTakeFirst()
  return row === undefined ? null : { path: 'more-time', body: row }
}

/** As it stands now: whoever decided twice is heard with the second. */
async function approval(queries: Queries, about: string, id: CaseId | null): Promise<Brought | null> {
  const row = await queries
    .selectFrom('approvals')
    .innerJoin('parts', 'parts.id', 'approvals.part')
    .select(['approvals.response', 'approvals.state', 'approvals.remark'])
    .where('approvals.response', '=', asId<'response'>(about))
    .where('parts.case', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { remark, ...decided } = row
  return { path: 'approval', body: { ...decided, remark: remark ?? '' } }
}
