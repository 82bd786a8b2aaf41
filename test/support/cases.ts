/** Cases as the workers would have left them, put straight into the tables a test needs. */
import { seedRules } from '../../rules/seed-rules.ts'
import type { Database } from '../../services/store/database.ts'
import type { Envelope } from '../../services/store/envelope.ts'
import type { Reason } from '../../shared/finding.ts'
import type { CaseId, DeliveryId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import { submissionOf, type Submission } from '../../shared/submission.ts'
import type { Flag, Kind, Level } from '../../shared/words.ts'
import { daleTriage, marsh, marshTriage, marshWards } from './county.ts'
import { addDelivery, addFiles, type FileGiven } from './deliveries.ts'

export interface CaseGiven {
  readonly submission?: Partial<Submission>
  readonly receivedBy?: OrganisationId
  readonly receivedOn?: string
  readonly kind?: Kind
  readonly level?: Level
  readonly flags?: readonly Flag[]
  readonly subjects?: readonly string[]
  readonly ownerTeam?: TeamId
  /** Null: no handoff at all. */
  readonly handoff?: 'offered' | 'accepted' | 'held' | null
  readonly handoffTo?: { readonly organisation: OrganisationId; readonly team: TeamId }
  /** Due date of a running acknowledge clock; null: none. */
  readonly acknowledgeBy?: string | null
  readonly unread?: number
  readonly because?: readonly Reason[]
  readonly files?: readonly FileGiven[]
}

export interface CaseMade {
  readonly id: CaseId
  readonly reference: Reference
  readonly delivery: DeliveryId
}

/** A case as the workers would have left it. */
export async function addCase(
  db: Database,
  envelope: Envelope,
  knowledge: string,
  given: CaseGiven = {},
): Promise<CaseMade> {
  const receivedBy = given.receivedBy ?? marsh
  const receivedOn = given.receivedOn ?? '2026-11-20'
  const receivedAt = new Date(`${receivedOn}T10:00:00Z`)
  const content = submissionOf({
    channel: 'email',
    text: 'We waited six hours and nobody came.',
    ...given.submission,
  })
  const delivery = await addDelivery(db, envelope, { receivedBy, receivedAt, raw: content.originalText })
  const { id } = await db
    .insertInto('cases')
    .values({
      reference: delivery.reference,
      received_by: receivedBy,
      received_at: receivedAt,
      received_on: receivedOn,
      channel: content.channel,
      kind: given.kind ?? 'complaint',
      tone: 'negative',
      language: 'en',
      seriousness: 'Medium',
      likelihood: 'Possible',
      level: given.level ?? 'Moderate',
      flags: [...(given.flags ?? [])],
      owner_team: given.ownerTeam ?? (receivedBy === marsh ? marshWards : daleTriage),
      person: JSON.stringify(content.person),
      affected: JSON.stringify(content.affected),
      preferences: JSON.stringify(content.preferences),
      knowledge_version: knowledge,
      unread: given.unread ?? 1,
      next_due_on: given.acknowledgeBy === undefined ? '2026-11-25' : given.acknowledgeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const made = { id, reference: delivery.reference, delivery: delivery.id }
  await addReading(db, made, knowledge, given, content, receivedAt)
  await addDuties(db, made, given, receivedBy, receivedOn, receivedAt)
  await addFiles(db, envelope, made.delivery, given.files ?? [])
  return made
}

async function addReading(
  db: Database,
  { id, delivery }: CaseMade,
  knowledge: string,
  given: CaseGiven,
  content: Submission,
  at: Date,
): Promise<void> {
  const submission = await db
    .insertInto('submissions')
    .values({
      delivery,
      case: id,
      received_at: at,
      received_by: given.receivedBy ?? marsh,
      content: JSON.stringify(content),
      matched: JSON.stringify({ how: 'new' }),
      state: 'routed',
      due_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const subjects = given.subjects ?? ['waiting-times']
  await db
    .insertInto('issues')
    .values({
      case: id,
      submission: submission.id,
      position: 0,
      kind: given.kind ?? 'complaint',
      tone: 'negative',
      subjects: [...subjects],
      organisation: given.receivedBy ?? marsh,
      span_start: 0,
      span_end: content.text.length,
    })
    .execute()
  const because = JSON.stringify(
    given.because ?? [{ key: 'router:kind.said', spans: [{ start: 3, end: 9 }] }],
  )
  const finding = (about: string, value: unknown) => ({
    case: id,
    submission: submission.id,
    about,
    value: JSON.stringify(value),
    because,
    confidence: 0.7,
    found_at: at,
    knowledge_version: knowledge,
  })
  const owner = { organisation: marsh, team: given.ownerTeam ?? marshWards, issues: [0] }
  await db
    .insertInto('findings')
    .values([
      finding('kind', given.kind ?? 'complaint'),
      finding('tone', 'negative'),
      finding('seriousness', 'Medium'),
      finding('likelihood', 'Possible'),
      finding('level', given.level ?? 'Moderate'),
      finding('owner', owner),
      ...subjects.map((code) => finding('issue.0.subject', code)),
      ...(given.flags ?? []).map((flag) => finding('flag', flag)),
    ])
    .execute()
  await db
    .insertInto('gradings')
    .values({
      case: id,
      stage: 'receipt',
      seriousness: 'Medium',
      likelihood: 'Possible',
      level: given.level ?? 'Moderate',
      matrix_version: seedRules.matrix.version,
      because,
      graded_at: at,
    })
    .execute()
  await db
    .insertInto('messages')
    .values({
      case: id,
      direction: 'in',
      purpose: 'feedback',
      channel: content.channel,
      submission: submission.id,
      sender: content.person.email,
      body: content.text,
      language: 'en',
      state: 'received',
      created_at: at,
      due_at: at,
    })
    .execute()
}

async function addDuties(
  db: Database,
  { id }: CaseMade,
  given: CaseGiven,
  receivedBy: OrganisationId,
  receivedOn: string,
  at: Date,
): Promise<void> {
  if (given.acknowledgeBy !== null) {
    await db
      .insertInto('clocks')
      .values({
        case: id,
        name: 'acknowledge',
        process: receivedBy === marsh ? 'nhs' : 'council-corporate',
        organisation: receivedBy,
        starts_on: receivedOn,
        due_on: given.acknowledgeBy ?? '2026-11-25',
        because: JSON.stringify({
          key: 'router:clock.due.working-days',
          params: { count: 3, source: 'SI 2009/309, reg 13(3)' },
        }),
      })
      .execute()
  }
  if (given.handoff === null) return
  const to = given.handoffTo ?? {
    organisation: receivedBy,
    team: given.ownerTeam ?? (receivedBy === marsh ? marshWards : daleTriage),
  }
  const triage = to.organisation === marsh ? marshTriage : daleTriage
  await db
    .insertInto('handoffs')
    .values({
      case: id,
      ...to,
      issues: [0],
      state: given.handoff ?? 'offered',
      accept_by: '2026-11-24',
      if_nobody: triage,
      because: JSON.stringify([
        {
          key: 'router:owner.by.organisation',
          params: { team: 'Ward matrons', organisation: 'Marsh Hospitals (example)' },
        },
      ]),
      offered_at: at,
      told: given.handoff === 'held' ? 'not-yet' : 'told',
      due_at: at,
    })
    .execute()
}
