/** What our staff did on a part that another hub leads, in the words of that hub's API: read when it is brought, and not before. */
import { asId, type CaseId } from '../../../shared/ids.ts'
import type { FileState } from '../../../shared/attached.ts'
import type { ErrandBringing } from '../../../shared/joint/errand.ts'
import type { Queries } from '../database.ts'
import type { FileRow } from '../files.ts'
import type { Errand } from './errands.ts'

export interface Brought {
  /** After the address of the partner API. */
  readonly path: string
  readonly body: object
  /** Then it goes as a form with this file, and the body as its fields. */
  readonly document?: {
    readonly name: string
    readonly contentType: string
    readonly file: FileRow
    readonly state: FileState
  }
}

/** Null where it is not there any more. */
export async function loadBrought(
  queries: Queries,
  errand: Errand,
  act: ErrandBringing,
): Promise<Brought | null> {
  const { about } = errand
  if (act === 'lead') return about === null ? null : leadAnswer(queries, errand.peer, about)
  const brought = act === 'accept' ? { path: act, body: {} } : await onPart(queries, errand, act, about)
  return brought && { ...brought, path: `parts/${errand.reference}/${brought.path}` }
}

async function onPart(
  queries: Queries,
  errand: Errand,
  act: Exclude<ErrandBringing, 'accept' | 'lead'>,
  about: string | null,
): Promise<Brought | null> {
  if (about === null) return null
  switch (act) {
    case 'document':
      return document(queries, about)
    case 'meeting':
      return meeting(queries, about, errand)
    case 'lesson':
      return lesson(queries, about)
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

async function document(queries: Queries, about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('exchanges')
    .innerJoin('documents', 'documents.exchange', 'exchanges.id')
    .innerJoin('files', 'files.id', 'documents.file')
    .select(['exchanges.id', 'exchanges.body', 'exchanges.answers'])
    .select(['documents.name', 'documents.content_type', 'documents.file', 'files.stored_in', 'files.state'])
    .where('exchanges.id', '=', asId<'exchange'>(about))
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, body, answers, name, content_type: contentType, state } = row
  const file = { id: row.file, storedIn: row.stored_in }
  return { path: 'documents', body: { id, body, answers }, document: { name, contentType, file, state } }
}

/** As it stands now, and to which time and place it is an answer. */
async function meeting(queries: Queries, about: string, { ours }: Errand): Promise<Brought | null> {
  const row = await queries
    .selectFrom('meeting_places')
    .innerJoin('meetings', 'meetings.id', 'meeting_places.meeting')
    .select(['attends', 'meeting_places.who', 'meets_at as meetsAt', 'place'])
    .where('meeting', '=', asId<'meeting'>(about))
    .where('organisation', '=', ours)
    .executeTakeFirst()
  return row === undefined ? null : { path: `meetings/${about}`, body: row }
}

async function lesson(queries: Queries, about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('lessons')
    .leftJoin('issues', 'issues.id', 'lessons.issue')
    .select(['lessons.id', 'issues.position as issue', 'learned', 'action', 'action_by as actionBy'])
    .where('lessons.id', '=', about)
    .executeTakeFirst()
  return row === undefined ? null : { path: 'lessons', body: row }
}

async function leadAnswer(queries: Queries, peer: Errand['peer'], about: string): Promise<Brought | null> {
  const row = await queries
    .selectFrom('peer_leads')
    .select(['state', 'why'])
    .where('peer', '=', peer)
    .where('id', '=', asId<'lead-proposal'>(about))
    .executeTakeFirst()
  if (row === undefined) return null
  const answer = row.state === 'accepted' ? 'accept' : 'decline'
  return { path: `leads/${about}`, body: { answer, why: row.why ?? '' } }
}
