/** What hangs on a case, part by part; asked for only once it is known that they may see the case. */
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { isForInformation } from './handoffs.ts'

/** What the person sent, newest first, with the files that came along. */
export async function submissionsOf(queries: Queries, id: CaseId) {
  const submissions = await queries
    .selectFrom('submissions')
    .leftJoin('staff', 'staff.id', 'submissions.call_back_by')
    .select(['submissions.id', 'delivery', 'received_at', 'content', 'matched'])
    .select([
      'call_back_asked',
      'call_back_urgent',
      'call_back_outcome',
      'call_back_at',
      'staff.name as callBackByName',
    ])
    .where('case', '=', id)
    .orderBy('received_at', 'desc')
    .orderBy('submissions.id', 'desc')
    .execute()
  if (submissions.length === 0) return []
  const attachments = await queries
    .selectFrom('attachments')
    .innerJoin('files', 'files.id', 'attachments.file')
    .select(['attachments.id', 'delivery', 'name', 'content_type', 'attachments.size'])
    .select(['attachments.file', 'files.state', 'files.problem'])
    .select(['files.display', 'files.sniffed_type', 'files.infected_with'])
    .where(
      'delivery',
      'in',
      submissions.map(({ delivery }) => delivery),
    )
    .orderBy('position')
    .execute()
  return submissions.map((submission) => ({
    ...submission,
    attachments: attachments.filter(({ delivery }) => delivery === submission.delivery),
  }))
}

export async function issuesOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('issues')
    .leftJoin('organisations', 'organisations.id', 'issues.organisation')
    .leftJoin('care_services', 'care_services.id', 'issues.care_service')
    .selectAll('issues')
    .select(['organisations.name as organisationName', 'care_services.name as careServiceName'])
    .where('issues.case', '=', id)
    .orderBy('issues.position')
    .execute()
}

/** Newest first: the first about a thing is the one that holds. */
export async function findingsOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('findings')
    .leftJoin('staff', 'staff.id', 'findings.corrected_by')
    .leftJoin('undone_findings', 'undone_findings.finding', 'findings.id')
    .selectAll('findings')
    .select('undone_findings.undone_at')
    .select('staff.name as correctedByName')
    .where('findings.case', '=', id)
    .orderBy('findings.id', 'desc')
    .execute()
}

/** Newest first. */
export async function gradingsOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('gradings')
    .leftJoin('staff', 'staff.id', 'gradings.graded_by')
    .selectAll('gradings')
    .select('staff.name as gradedByName')
    .where('gradings.case', '=', id)
    .orderBy('gradings.id', 'desc')
    .execute()
}

/** What runs first, then what is over; each in order of its date. */
export async function clocksOf(queries: Queries, id: CaseId) {
  const clocks = await queries
    .selectFrom('clocks')
    .leftJoin('staff', 'staff.id', 'clocks.ended_by')
    .innerJoin('organisations', 'organisations.id', 'clocks.organisation')
    .selectAll('clocks')
    .select(['staff.name as endedByName', 'organisations.name as organisationName'])
    .where('clocks.case', '=', id)
    .orderBy((order) => order('clocks.state', '=', 'running'), 'desc')
    .orderBy('clocks.due_on')
    .execute()
  if (clocks.length === 0) return []
  const amendments = await queries
    .selectFrom('clock_amendments')
    .leftJoin('staff', 'staff.id', 'clock_amendments.amended_by')
    .selectAll('clock_amendments')
    .select('staff.name as amendedByName')
    .where(
      'clock',
      'in',
      clocks.map((clock) => clock.id),
    )
    .orderBy('clock_amendments.id')
    .execute()
  return clocks.map((clock) => ({
    ...clock,
    amendments: amendments.filter((amendment) => amendment.clock === clock.id),
  }))
}

/** Newest first. */
export async function handoffsOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('handoffs')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .innerJoin('teams as fallbacks', 'fallbacks.id', 'handoffs.if_nobody')
    .innerJoin('organisations', 'organisations.id', 'handoffs.organisation')
    .leftJoin('staff', 'staff.id', 'handoffs.decided_by')
    .selectAll('handoffs')
    .select(['teams.name as teamName', 'organisations.name as organisationName'])
    .select(['fallbacks.name as fallbackName', 'staff.name as decidedByName'])
    .select(isForInformation.as('forInformation'))
    .where('handoffs.case', '=', id)
    .orderBy('handoffs.id', 'desc')
    .execute()
}

/** Newest first. */
export async function messagesOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('messages')
    .leftJoin('staff', 'staff.id', 'messages.written_by')
    .leftJoin('staff as settlers', 'settlers.id', 'messages.settled_by')
    .selectAll('messages')
    .select(['staff.name as writtenByName', 'settlers.name as settledByName'])
    .where('messages.case', '=', id)
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id', 'desc')
    .execute()
}

/** What was done to the case, newest first, as the audit has it. */
export async function trailOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('audit_entries')
    .leftJoin('staff', (join) =>
      join.on((on) => on(on.cast<string>('staff.id', 'text'), '=', on.ref('audit_entries.actor'))),
    )
    .select(['audit_entries.id', 'audit_entries.at', 'audit_entries.act', 'audit_entries.details'])
    .select(['audit_entries.actor_kind', 'staff.name as staffName'])
    .where('audit_entries.about_kind', '=', 'case')
    .where('audit_entries.about', '=', id)
    .orderBy('audit_entries.id', 'desc')
    .limit(200)
    .execute()
}

/** Names for the ids that stand in findings: of teams, organisations and care services. */
export async function directoryNames(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const teams = await queries.selectFrom('teams').select(['id', 'name']).execute()
  const organisations = await queries.selectFrom('organisations').select(['id', 'name']).execute()
  const careServices = await queries.selectFrom('care_services').select(['id', 'name']).execute()
  return new Map([...teams, ...organisations, ...careServices].map(({ id, name }) => [id, name]))
}
