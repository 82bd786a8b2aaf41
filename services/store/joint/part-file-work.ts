/** An organisation's own work on its part: what it said, what was said to it, and what it is asked to stand by. */
import { mayBeOpened } from '../../../shared/attached.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { ResponseSection } from '../../../shared/joint/response.ts'
import type { Queries } from '../database.ts'
import { isHeld } from '../held-files.ts'
import type { OpenPart } from './part-scope.ts'

/** One part of one case, and the issues of it that are let out. */
export interface PartScope extends OpenPart {
  readonly organisation: OrganisationId
  readonly issues: readonly number[]
}

/** Oldest version first. */
export async function contributionsOf(queries: Queries, { id, issues }: PartScope) {
  const rows = await queries
    .selectFrom('contributions')
    .innerJoin('issues', 'issues.id', 'contributions.issue')
    .select(['contributions.id', 'issues.position as issue', 'contributions.version', 'contributions.state'])
    .select(['what_happened as whatHappened', 'contributions.outcome', 'what_changes as whatChanges'])
    .select(['change_by as changeBy', 'saved_at as savedAt', 'filed_at as filedAt'])
    .where('contributions.part', '=', id)
    .orderBy('issues.position')
    .orderBy('contributions.version')
    .execute()
  return rows.filter(({ issue }) => issues.includes(issue))
}

/** Between this part and whoever leads; oldest first. */
export async function exchangesOf(queries: Queries, { id }: Pick<PartScope, 'id'>) {
  const exchanges = await queries
    .selectFrom('exchanges')
    .innerJoin('organisations', 'organisations.id', 'exchanges.from_organisation')
    .leftJoin('staff', 'staff.id', 'exchanges.written_by')
    .select(['exchanges.id', 'exchanges.kind', 'exchanges.answers', 'exchanges.body'])
    .select(['wanted_on as wantedOn', 'due_before as dueBefore', 'written_at as writtenAt'])
    .select(['from_organisation as from', 'organisations.name as fromName', 'staff.name as writtenByName'])
    .where('exchanges.part', '=', id)
    .orderBy('exchanges.written_at')
    .orderBy('exchanges.id')
    .execute()
  if (exchanges.length === 0) return []
  const documents = await queries
    .selectFrom('documents')
    .innerJoin('files', 'files.id', 'documents.file')
    .select([
      'documents.id',
      'exchange',
      'name',
      'content_type as contentType',
      'documents.size',
      'files.state',
      isHeld.as('isHeld'),
    ])
    .where(
      'exchange',
      'in',
      exchanges.map((exchange) => exchange.id),
    )
    .execute()
  return exchanges.map((exchange) => ({
    ...exchange,
    documents: documents
      .filter((document) => document.exchange === exchange.id)
      .map((document) => ({ ...document, mayOpen: mayBeOpened(document.state) })),
  }))
}

/** The version that is being approved or was signed: their own sections of it, and how they decided. */
export async function approvalOf(queries: Queries, scope: PartScope) {
  const response = await queries
    .selectFrom('responses')
    .leftJoin('approvals', (join) =>
      join.onRef('approvals.response', '=', 'responses.id').on('approvals.part', '=', scope.id),
    )
    .select(['responses.id', 'responses.version', 'responses.state', 'responses.sections'])
    .select(['approvals.state as decision', 'approvals.remark', 'approvals.decided_at as decidedAt'])
    .where('responses.case', '=', scope.case)
    .where('responses.state', 'in', ['in-approval', 'signed', 'sent'])
    .orderBy('responses.version', 'desc')
    .executeTakeFirst()
  if (response === undefined) return null
  const sections = response.sections.filter((section) => isTheirs(section, scope))
  return { ...response, sections }
}

/** What others answer for, and what is said to the person as a whole, is not theirs to read. */
function isTheirs({ organisation, issue }: ResponseSection, scope: PartScope): boolean {
  return organisation === scope.organisation && (issue === null || scope.issues.includes(issue))
}

export async function meetingsOf(queries: Queries, scope: PartScope) {
  const rows = await queries
    .selectFrom('meeting_places')
    .innerJoin('meetings', 'meetings.id', 'meeting_places.meeting')
    .select(['meetings.id', 'meets_at as meetsAt', 'place', 'purpose', 'meetings.state', 'minutes'])
    .select(['moved_from as movedFrom', 'changed_because as changedBecause'])
    .select(['meeting_places.attends', 'meeting_places.who'])
    .where('meetings.case', '=', scope.case)
    .where('meeting_places.organisation', '=', scope.organisation)
    .orderBy('meetings.meets_at')
    .execute()
  // Whoever was not there is not told what was said.
  return rows.map((row) => ({
    ...row,
    minutes: ['yes', 'represented'].includes(row.attends) ? row.minutes : null,
  }))
}

export async function lessonsOf(queries: Queries, scope: PartScope) {
  return queries
    .selectFrom('lessons')
    .leftJoin('issues', 'issues.id', 'lessons.issue')
    .select(['lessons.id', 'lessons.learned', 'lessons.action', 'action_by as actionBy'])
    .select(['issues.position as issue', 'written_at as writtenAt'])
    .where('lessons.case', '=', scope.case)
    .where('lessons.organisation', '=', scope.organisation)
    .orderBy('lessons.written_at')
    .execute()
}
