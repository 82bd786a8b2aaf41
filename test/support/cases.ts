/** A small fictional county with staff and cases, put straight into the tables a test needs. */
import { createHash, randomBytes } from 'node:crypto'
import { seedRules } from '../../rules/seed-rules.ts'
import type { Directory } from '../../shared/directory.ts'
import type { Reason } from '../../shared/finding.ts'
import { asId, type CaseId, type DeliveryId, type OrganisationId, type StaffId } from '../../shared/ids.ts'
import { mintReference, type Reference } from '../../shared/reference.ts'
import { submissionOf, type Submission } from '../../shared/submission.ts'
import type { Flag, Kind, Level } from '../../shared/words.ts'
import { theHub } from '../../services/store/audit.ts'
import type { Database } from '../../services/store/database.ts'
import type { Envelope } from '../../services/store/envelope.ts'
import { saveKnowledge } from '../../services/store/knowledge.ts'
import { addStaffMember, type StaffMember } from '../../services/store/staff.ts'

export const marsh = asId<'organisation'>('marsh-trust')
export const dale = asId<'organisation'>('dale-council')
export const marshTriage = asId<'team'>('marsh-feedback')
export const marshWards = asId<'team'>('marsh-wards')
export const marshEmergency = asId<'team'>('marsh-emergency')
export const daleTriage = asId<'team'>('dale-feedback')

export const password = 'correct-horse-battery'

const inbox = { by: 'inbox' } as const

/** Two organisations that know nothing of one another's cases. */
export const county: Directory = {
  example: true,
  host: marsh,
  organisations: [
    {
      id: marsh,
      name: 'Marsh Hospitals (example)',
      type: 'nhs-trust',
      process: 'nhs',
      aliases: [],
      triageTeam: marshTriage,
    },
    {
      id: dale,
      name: 'Dale Council (example)',
      type: 'council',
      process: 'council-corporate',
      aliases: [],
      triageTeam: daleTriage,
    },
  ],
  careServices: [
    {
      id: asId('marsh-ward-4'),
      organisation: marsh,
      name: 'Ward 4',
      aliases: [],
      place: null,
      area: 'inpatient',
    },
    {
      id: asId('dale-home-care'),
      organisation: dale,
      name: 'Home care',
      aliases: [],
      place: null,
      area: 'other',
      process: 'adult-social-care',
    },
  ],
  teams: [
    { id: marshTriage, organisation: marsh, name: 'Marsh feedback team', handover: inbox, fallback: null },
    { id: marshWards, organisation: marsh, name: 'Ward matrons', handover: inbox, fallback: null },
    {
      id: marshEmergency,
      organisation: marsh,
      name: 'Emergency department',
      handover: inbox,
      fallback: null,
    },
    { id: daleTriage, organisation: dale, name: 'Dale feedback team', handover: inbox, fallback: null },
  ],
  responsibilities: [],
}

export async function layCounty(db: Database, now: Date): Promise<string> {
  return saveKnowledge(db, { directory: county, rules: seedRules }, 'test', now)
}

/** Signs in with `password`. Without teams: one who may look but decide nothing. */
export async function addStaff(
  db: Database,
  given: {
    readonly email: string
    readonly organisation?: OrganisationId
    readonly teams?: StaffMember['teams']
  },
  now: Date,
): Promise<StaffId> {
  const member = {
    email: given.email,
    name: `Staff ${given.email.split('@')[0] ?? ''}`,
    password,
    organisation: given.organisation ?? marsh,
    role: 'staff' as const,
    teams: given.teams ?? [],
  }
  return db.transaction().execute((queries) => addStaffMember(queries, member, { actor: theHub, now }))
}

export interface CaseGiven {
  readonly submission?: Partial<Submission>
  readonly receivedBy?: OrganisationId
  readonly receivedOn?: string
  readonly kind?: Kind
  readonly level?: Level
  readonly flags?: readonly Flag[]
  readonly subjects?: readonly string[]
  readonly ownerTeam?: StaffMember['teams'][number]
  /** Null: no handoff at all. */
  readonly handoff?: 'offered' | 'accepted' | 'held' | null
  readonly handoffTo?: { readonly organisation: OrganisationId; readonly team: StaffMember['teams'][number] }
  /** Due date of a running acknowledge clock; null: none. */
  readonly acknowledgeBy?: string | null
  readonly unread?: number
  readonly because?: readonly Reason[]
  readonly files?: readonly { readonly name: string; readonly content: string }[]
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
  await addFiles(db, envelope, made, given.files ?? [])
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

async function addFiles(
  db: Database,
  envelope: Envelope,
  { delivery }: CaseMade,
  files: NonNullable<CaseGiven['files']>,
): Promise<void> {
  for (const [position, { name, content }] of files.entries()) {
    const bytes = Buffer.from(content)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await db
      .insertInto('contents')
      .values({ sha256, sealed: envelope.seal(bytes) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .insertInto('attachments')
      .values({ delivery, position, name, content_type: 'text/html', size: bytes.length, sha256 })
      .execute()
  }
}

export interface DeliveryGiven {
  readonly receivedBy?: OrganisationId
  readonly receivedAt?: Date
  readonly raw?: string
  readonly state?: 'waiting' | 'read' | 'nothing-to-route' | 'quarantined'
  readonly why?: string
  readonly problem?: Reason
}

export async function addDelivery(
  db: Database,
  envelope: Envelope,
  given: DeliveryGiven = {},
): Promise<{ readonly id: DeliveryId; readonly reference: Reference }> {
  const receivedAt = given.receivedAt ?? new Date('2026-11-20T10:00:00Z')
  const raw = Buffer.from(given.raw ?? 'Subject: hello\r\n\r\nHello')
  return db
    .insertInto('deliveries')
    .values({
      channel: 'email',
      door: 'listener',
      key: randomBytes(16).toString('hex'),
      reference: mintReference(randomBytes(5)),
      received_at: receivedAt,
      received_by: given.receivedBy ?? marsh,
      size: raw.length,
      sealed: envelope.seal(raw),
      sealed_about: envelope.seal(Buffer.from('{}')),
      state: given.state ?? 'read',
      why: given.why ?? null,
      problem: given.problem === undefined ? null : JSON.stringify(given.problem),
      due_at: receivedAt,
      attempts: 3,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}
