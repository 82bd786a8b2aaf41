/** Saving what the router concluded: case, issues, findings, gradings, clocks and handoffs, in one transaction. */
import type { Finding } from '../../shared/finding.ts'
import type { CaseId, HandoffId, SubmissionId } from '../../shared/ids.ts'
import type { Routing } from '../../shared/routing.ts'
import { record, theHub } from './audit.ts'
import type { Queries } from './database.ts'
import type { StoredSubmission } from './submissions.ts'

/** Opens the case. Its reference is the delivery's; its receipt date never moves again. */
export async function openCase(
  db: Queries,
  submission: StoredSubmission,
  routing: Routing,
  receivedOn: string,
  now: Date,
): Promise<CaseId> {
  const { classification, risk, owners, arrangement } = routing
  const { id } = await db
    .insertInto('cases')
    .values({
      reference: submission.reference,
      received_by: submission.receivedBy,
      received_at: submission.receivedAt,
      received_on: receivedOn,
      channel: submission.content.channel,
      kind: classification.kind.value,
      tone: classification.tone.value,
      language: classification.language.value,
      seriousness: risk.seriousness.value,
      likelihood: risk.likelihood.value,
      level: risk.level.value,
      flags: risk.flags.map((flag) => flag.value),
      is_joint: arrangement.joint,
      lead: arrangement.joint ? arrangement.lead.value : null,
      owner_team: owners[0].value.team,
      person: JSON.stringify(submission.content.person),
      affected: JSON.stringify(submission.content.affected),
      preferences: JSON.stringify(submission.content.preferences),
      knowledge_version: routing.knowledgeVersion,
      unread: 1,
      next_due_on: earliest(routing.clocks.map((clock) => clock.dueOn)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveIssues(db, id, submission.id, routing)
  await saveFindings(db, id, submission.id, routing, now)
  await saveGrading(db, id, routing, now)
  await saveClocks(db, id, routing)
  await record(db, {
    at: now,
    actor: theHub,
    act: 'case.open',
    about: { kind: 'case', id },
    organisation: submission.receivedBy,
    details: {
      kind: classification.kind.value,
      level: risk.level.value,
      knowledge: routing.knowledgeVersion,
    },
  })
  return id
}

function earliest(dates: readonly string[]): string | null {
  return dates.toSorted()[0] ?? null
}

async function saveIssues(
  db: Queries,
  id: CaseId,
  submission: SubmissionId,
  routing: Routing,
): Promise<void> {
  await db
    .insertInto('issues')
    .values(
      routing.classification.issues.map((issue, position) => ({
        case: id,
        submission,
        position,
        kind: issue.kind,
        tone: issue.tone,
        subjects: issue.subjects.map((subject) => subject.value),
        organisation: issue.organisation,
        care_service: issue.careService,
        span_start: issue.start,
        span_end: issue.end,
      })),
    )
    .execute()
}

/** Every conclusion under the name it can be corrected by. */
function findingsOf(routing: Routing): readonly (readonly [string, Finding<unknown>])[] {
  const { classification, risk, owners, arrangement } = routing
  return [
    ['kind', classification.kind],
    ['tone', classification.tone],
    ['language', classification.language],
    ...classification.issues.flatMap((issue, position) =>
      issue.subjects.map((subject) => [`issue.${position}.subject`, subject] as const),
    ),
    ...classification.organisations.map((finding) => ['organisation', finding] as const),
    ...classification.careServices.map((finding) => ['care-service', finding] as const),
    ...classification.wants.map((finding) => ['wants', finding] as const),
    ...classification.exclusions.map((finding) => ['exclusion', finding] as const),
    ...(classification.outOfTime.value ? [['out-of-time', classification.outOfTime] as const] : []),
    ['seriousness', risk.seriousness],
    ['likelihood', risk.likelihood],
    ['level', risk.level],
    ['impact-on-person', risk.impactOnPerson],
    ['impact-on-organisation', risk.impactOnOrganisation],
    ...risk.flags.map((finding) => ['flag', finding] as const),
    ...owners.map((finding) => ['owner', finding] as const),
    ...(arrangement.joint ? [['lead', arrangement.lead] as const] : []),
  ]
}

export async function saveFindings(
  db: Queries,
  id: CaseId,
  submission: SubmissionId,
  routing: Routing,
  now: Date,
): Promise<void> {
  await db
    .insertInto('findings')
    .values(
      findingsOf(routing).map(([about, finding]) => ({
        case: id,
        submission,
        about,
        value: JSON.stringify(finding.value),
        because: JSON.stringify(finding.because),
        confidence: finding.confidence,
        found_at: now,
        knowledge_version: routing.knowledgeVersion,
      })),
    )
    .execute()
}

export async function saveGrading(db: Queries, id: CaseId, { risk }: Routing, now: Date): Promise<void> {
  await db
    .insertInto('gradings')
    .values({
      case: id,
      stage: 'receipt',
      seriousness: risk.seriousness.value,
      likelihood: risk.likelihood.value,
      level: risk.level.value,
      matrix_version: risk.matrixVersion,
      because: JSON.stringify(risk.level.because),
      graded_at: now,
    })
    .execute()
}

async function saveClocks(db: Queries, id: CaseId, { clocks }: Routing): Promise<void> {
  if (clocks.length === 0) return
  await db
    .insertInto('clocks')
    .values(
      clocks.map((clock) => ({
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

/** One row for each team. What another organisation would be told is held, and nothing of it leaves. */
export async function saveHandoffs(
  db: Queries,
  id: CaseId,
  { handoffs }: Routing,
  now: Date,
): Promise<readonly HandoffId[]> {
  const rows = await db
    .insertInto('handoffs')
    .values(
      handoffs.map((handoff) => ({
        case: id,
        organisation: handoff.organisation,
        team: handoff.team,
        issues: [...handoff.issues],
        state: handoff.state === 'offer' ? ('offered' as const) : ('held' as const),
        accept_by: handoff.acceptBy,
        accept_until: hoursFrom(now, handoff.acceptWithinHours),
        if_nobody: handoff.ifNobody,
        because: JSON.stringify(handoff.because),
        offered_at: handoff.state === 'offer' ? now : null,
        told: handoff.state === 'offer' ? ('waiting' as const) : ('not-yet' as const),
        due_at: now,
      })),
    )
    .returning(['id', 'told'])
    .execute()
  return rows.filter((row) => row.told === 'waiting').map((row) => row.id)
}

function hoursFrom(now: Date, hours: number | null): Date | null {
  return hours === null ? null : new Date(now.getTime() + hours * 3_600_000)
}

export async function markRouted(db: Queries, submission: SubmissionId, id: CaseId): Promise<void> {
  await db
    .updateTable('submissions')
    .set({ state: 'routed', case: id, lease_until: null, problem: null })
    .where('id', '=', submission)
    .execute()
}
