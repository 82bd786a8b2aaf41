/** Everything a contributor sees of a case, in one read: what consent covers of it, their own work on it, and nothing more. */
import { mayBeOpened } from '../../../shared/attached.ts'
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { Covers } from '../../../shared/joint/consent.ts'
import { withholdIdentity } from '../../../shared/joint/withhold.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Affected, Person } from '../../../shared/submission.ts'
import type { Queries } from '../database.ts'
import {
  approvalOf,
  contributionsOf,
  exchangesOf,
  lessonsOf,
  meetingsOf,
  type PartScope,
} from './part-file-work.ts'
import { findOpenPart, isWithoutConsent, loadCovers, loadOpenUntil } from './part-scope.ts'

/** Null for what does not exist and for what they may not see, alike. */
export async function loadPartFile(
  queries: Queries,
  organisation: OrganisationId,
  reference: Reference,
  today: CalendarDate,
) {
  const found = await findOpenPart(queries, organisation, reference, today)
  if (found === null) return null
  const covers = await loadCovers(queries, { case: found.case, organisation }, today)
  const part = await queries
    .selectFrom('parts')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .selectAll('parts')
    .select(['cases.person', 'cases.affected', 'cases.channel'])
    .where('parts.id', '=', found.id)
    .executeTakeFirstOrThrow()
  const issues = part.issues.filter((position) => covers.issues.includes(position))
  const scope = { ...found, organisation, issues }
  const identity = covers.identity ? { person: part.person, affected: part.affected } : null
  return {
    id: part.id,
    case: found.case,
    reference: found.reference,
    organisation,
    channel: part.channel,
    askedAt: part.asked_at,
    state: part.state,
    role: part.role,
    version: part.version,
    dueOn: part.due_on,
    covers: { ...covers, issues },
    openUntil: await loadOpenUntil(queries, { case: found.case, organisation }),
    /** Open without the person's yes. */
    isDisclosed: await isWithoutConsent(queries, { case: found.case, organisation }, today),
    identity,
    lead: await leadOf(queries, scope),
    issues: await wordsOf(queries, scope, covers, part),
    attachments: covers.attachments ? await attachmentsOf(queries, scope, covers, part) : [],
    contributions: await contributionsOf(queries, scope),
    exchanges: await exchangesOf(queries, scope),
    response: await approvalOf(queries, scope),
    meetings: await meetingsOf(queries, scope),
    lessons: await lessonsOf(queries, scope),
  }
}

export type PartFile = NonNullable<Awaited<ReturnType<typeof loadPartFile>>>

interface About {
  readonly person: Person
  readonly affected: Affected
}

/** Just the words that speak of an issue; who wrote them only where that is covered. */
async function wordsOf(queries: Queries, scope: PartScope, covers: Covers, { person, affected }: About) {
  if (scope.issues.length === 0) return []
  const rows = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .leftJoin('care_services', 'care_services.id', 'issues.care_service')
    .select(['issues.position', 'issues.kind', 'issues.subjects', 'issues.span_start', 'issues.span_end'])
    .select(['submissions.content', 'care_services.name as careServiceName'])
    .where('issues.case', '=', scope.case)
    .where('issues.position', 'in', [...scope.issues])
    .orderBy('issues.position')
    .execute()
  return rows.map((row) => {
    const words = row.content.text.slice(row.span_start, row.span_end)
    return {
      position: row.position,
      kind: row.kind,
      subjects: row.subjects,
      careServiceName: row.careServiceName,
      words: covers.identity ? words : withholdIdentity(words, person, affected),
    }
  })
}

/** What came along with the words that they may read. */
async function attachmentsOf(
  queries: Queries,
  scope: PartScope,
  covers: Covers,
  { person, affected }: About,
) {
  if (scope.issues.length === 0) return []
  const rows = await queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .innerJoin('files', 'files.id', 'attachments.file')
    .select(['files.state', 'files.display'])
    .select(['attachments.id', 'attachments.name', 'attachments.content_type', 'attachments.size'])
    .where('submissions.case', '=', scope.case)
    .where('submissions.id', 'in', (select) =>
      select
        .selectFrom('issues')
        .select('issues.submission')
        .where('issues.case', '=', scope.case)
        .where('issues.position', 'in', [...scope.issues]),
    )
    .orderBy('attachments.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: covers.identity ? row.name : withholdIdentity(row.name, person, affected),
    contentType: row.content_type,
    size: row.size,
    // A picture that could not be made anew may say where it was taken: only the receiver has it.
    mayOpen: mayBeOpened(row.state) && row.display !== 'unsafe-picture',
  }))
}

/**
 * Whom they work with: the organisation that agreed to lead, until then whoever received it; its team, and whoever there
 * decided on the joint case.
 */
async function leadOf(queries: Queries, scope: PartScope) {
  const row = await queries
    .selectFrom('cases')
    .leftJoin('lead_proposals', (join) =>
      join.onRef('lead_proposals.case', '=', 'cases.id').on('lead_proposals.state', '=', 'accepted'),
    )
    .innerJoin('organisations', (join) =>
      join.on((on) =>
        on(
          'organisations.id',
          '=',
          on.fn.coalesce(on.ref('lead_proposals.organisation'), on.ref('cases.received_by')),
        ),
      ),
    )
    .leftJoin('teams', 'teams.id', 'organisations.triage_team')
    .leftJoin('joint_cases', 'joint_cases.case', 'cases.id')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.id', '=', 'joint_cases.decided_by')
        .onRef('staff.organisation', '=', 'organisations.id'),
    )
    .select([
      'organisations.name as organisation',
      'teams.name as team',
      'joint_cases.respond_by as respondBy',
    ])
    .select(['staff.name as name', 'staff.email as email'])
    .where('cases.id', '=', scope.case)
    .executeTakeFirstOrThrow()
  return row
}
