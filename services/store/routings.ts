/** Saving what the router concluded: the case with its findings and gradings, in one transaction with its duties. */
import { harmUnheard } from '../../shared/case/harm-floor.ts'
import type { Finding, Reason } from '../../shared/finding.ts'
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
import type { Routing } from '../../shared/routing.ts'
import { record, theHub } from './audit.ts'
import { setNextDue } from './case-acts-clocks.ts'
import { gradingsOf } from './case-file-parts.ts'
import type { Queries } from './database.ts'
import { saveClocks, saveIssues } from './duties.ts'
import { saveArrangement } from './joint/open-joint.ts'
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
      // Whoever chose Welsh is answered in it by staff too, though a word of theirs be English. The form’s English is no choice.
      language: submission.content.language === 'cy' ? 'cy' : classification.language.value,
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
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveIssues(db, id, submission.id, routing, 0)
  await saveFindings(db, id, submission.id, routing, now)
  await saveGrading(db, id, routing, now)
  await saveClocks(db, id, routing.clocks)
  const { receivedBy, content } = submission
  await saveArrangement(db, { case: id, receivedBy, affected: content.affected, firstIssue: 0 }, routing)
  await setNextDue(db, id)
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

type NamedFinding = readonly [about: string, finding: Finding<unknown>]

/** Every conclusion under the name it can be corrected by. */
function findingsOf(routing: Routing, firstIssue: number): readonly NamedFinding[] {
  const { classification, risk, owners, arrangement } = routing
  return [
    ['kind', classification.kind],
    ['tone', classification.tone],
    ['language', classification.language],
    ...classification.issues.flatMap((issue, position) =>
      issue.subjects.map((subject) => [`issue.${firstIssue + position}.subject`, subject] as const),
    ),
    ...classification.organisations.map((finding) => ['organisation', finding] as const),
    ...classification.careServices.map((finding) => ['care-service', finding] as const),
    ...classification.staff.map((finding) => ['staff', finding] as const),
    ...classification.wants.map((finding) => ['wants', finding] as const),
    ...classification.notToTell.map((finding) => ['not-to-tell', finding] as const),
    ...classification.requests.map((finding) => ['request', finding] as const),
    ...classification.exclusions.map((finding) => ['exclusion', finding] as const),
    ...(classification.outOfTime.value ? [['out-of-time', classification.outOfTime] as const] : []),
    ['seriousness', risk.seriousness],
    ['likelihood', risk.likelihood],
    ['level', risk.level],
    ['impact-on-person', risk.impactOnPerson],
    ['impact-on-organisation', risk.impactOnOrganisation],
    ...risk.flags.map((finding) => ['flag', finding] as const),
    ...risk.attention.map((reason) => ['attention', attentionFinding(reason)] as const),
    ...owners.map((finding) => ['owner', finding] as const),
    ...(arrangement.joint ? [['lead', arrangement.lead] as const] : []),
  ]
}

/** Kept beside the rest, so that whoever answers reads it. */
function attentionFinding(reason: Reason): Finding<string> {
  return { value: reason.key.replace('router:risk.attention.', ''), because: [reason], confidence: 0.6 }
}

/** `firstIssue`: where these issues begin among those of the case. `holds` leaves out what does not hold for the case. Returns how many. */
export async function saveFindings(
  db: Queries,
  id: CaseId,
  submission: SubmissionId,
  routing: Routing,
  now: Date,
  firstIssue = 0,
  holds: (about: string, value: unknown) => boolean = () => true,
): Promise<number> {
  const findings = findingsOf(routing, firstIssue).filter(([about, { value }]) => holds(about, value))
  if (findings.length === 0) return 0
  await db
    .insertInto('findings')
    .values(
      findings.map(([about, finding]) => ({
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
  return findings.length
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

/** More words that raise no level may still tell of harm that nobody told of: it stands beside what was graded. */
export async function noteHarm(db: Queries, id: CaseId, { risk }: Routing, now: Date): Promise<void> {
  const gradings = await gradingsOf(db, id)
  const [newest] = gradings
  const heard = harmUnheard(risk.level.because, gradings)
  if (newest === undefined || heard.length === 0) return
  const { stage, seriousness, likelihood, level, matrix_version, because } = newest
  await db
    .insertInto('gradings')
    .values({
      case: id,
      ...{ stage, seriousness, likelihood, level, matrix_version },
      because: JSON.stringify([...because, ...heard]),
      graded_at: now,
    })
    .execute()
}

export async function markRouted(db: Queries, submission: SubmissionId, id: CaseId): Promise<void> {
  await db
    .updateTable('submissions')
    .set({ state: 'routed', case: id, lease_until: null, problem: null })
    .where('id', '=', submission)
    .execute()
}
