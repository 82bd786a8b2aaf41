/** Sent home without a care package: a matter of a trust, a council and an ambulance service, each let in by consent. */
import { seedRules } from '../../rules/seed-rules.ts'
import type { Database } from '../../services/store/database.ts'
import type { Envelope } from '../../services/store/envelope.ts'
import type { Contributor } from '../../services/store/joint/contributor.ts'
import { saveKnowledge } from '../../services/store/knowledge.ts'
import { asId, type OrganisationId, type PartId, type StaffId } from '../../shared/ids.ts'
import type { Covers } from '../../shared/joint/consent.ts'
import type { Submission } from '../../shared/submission.ts'
import { addCase } from './cases.ts'
import { addStaff, county, dale, marsh } from './county.ts'

export const ambulance = asId<'organisation'>('vale-ambulance')
const ambulanceTeam = asId<'team'>('vale-feedback')

/** The county, and the ambulance service that serves it. */
export async function layMixedCounty(db: Database, now: Date): Promise<string> {
  const directory = {
    ...county,
    organisations: [
      ...county.organisations,
      {
        id: ambulance,
        name: 'Vale Ambulance (example)',
        type: 'nhs-trust' as const,
        process: 'nhs' as const,
        aliases: [],
        triageTeam: ambulanceTeam,
      },
    ],
    teams: [
      ...county.teams,
      {
        id: ambulanceTeam,
        organisation: ambulance,
        name: 'Vale feedback team',
        handover: { by: 'inbox' } as const,
        fallback: null,
      },
    ],
  }
  return saveKnowledge(db, { directory, rules: seedRules }, 'test', now)
}

/** One sentence for each issue, in the order of the organisations below. */
export const sentences = [
  'The ward sent Mum home at ten at night and told nobody.',
  'No carer came for three days although the council had promised four visits a day.',
  'The ambulance crew left her at the door in the rain.',
] as const

export const answering = [marsh, dale, ambulance] as const

export interface MixedGiven {
  readonly submission?: Partial<Submission>
  readonly covers?: (position: number) => Covers
  readonly dueOn?: string
  readonly respondBy?: string
}

export async function addMixedCase(
  db: Database,
  envelope: Envelope,
  knowledge: string,
  given: MixedGiven = {},
) {
  const text = sentences.join(' ')
  const made = await addCase(db, envelope, knowledge, {
    handoff: 'accepted',
    submission: {
      text,
      person: { name: 'Ada Quillfeather', email: 'quillfeather@example.org', phone: null, address: null },
      wantedOutcome: 'I want to know that it cannot happen to somebody else.',
      ...given.submission,
    },
  })
  await cutIntoIssues(db, made.id)
  await db
    .insertInto('joint_cases')
    .values({
      case: made.id,
      state: 'proposed',
      because: JSON.stringify([]),
      respond_by: given.respondBy ?? '2026-12-18',
    })
    .execute()
  await db.updateTable('cases').set({ is_joint: true, lead: marsh }).where('id', '=', made.id).execute()
  const parts = new Map<OrganisationId, PartId>()
  for (const [position, organisation] of answering.entries()) {
    const isOurs = organisation === marsh
    const { id } = await db
      .insertInto('parts')
      .values({
        case: made.id,
        organisation,
        role: isOurs ? 'lead' : 'contributor',
        state: isOurs ? 'accepted' : 'asked',
        issues: [position],
        due_on: isOurs ? null : (given.dueOn ?? '2026-12-04'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    parts.set(organisation, id)
    if (!isOurs) await allow(db, made.id, organisation, given.covers?.(position) ?? usual(position))
  }
  return { ...made, parts }
}

async function cutIntoIssues(db: Database, id: Awaited<ReturnType<typeof addCase>>['id']): Promise<void> {
  const { submission } = await db
    .selectFrom('issues')
    .select('submission')
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  await db.deleteFrom('issues').where('case', '=', id).execute()
  const whole = sentences.join(' ')
  await db
    .insertInto('issues')
    .values(
      sentences.map((sentence, position) => ({
        case: id,
        submission,
        position,
        kind: 'complaint' as const,
        tone: 'negative' as const,
        subjects: ['admissions-discharge'],
        organisation: answering[position] ?? marsh,
        span_start: whole.indexOf(sentence),
        span_end: whole.indexOf(sentence) + sentence.length,
      })),
    )
    .execute()
}

function usual(position: number): Covers {
  return { issues: [position], identity: true, attachments: false, records: true }
}

async function allow(
  db: Database,
  id: Awaited<ReturnType<typeof addCase>>['id'],
  organisation: OrganisationId,
  covers: Covers,
): Promise<void> {
  await db
    .insertInto('consents')
    .values({
      case: id,
      organisation,
      purpose: 'joint-answer',
      from_whom: 'person',
      authority: 'self',
      covers: JSON.stringify(covers),
      state: 'given',
    })
    .execute()
}

/** One member of staff of each of the three. */
export async function staffOfAll(db: Database, now: Date): Promise<ReadonlyMap<OrganisationId, StaffId>> {
  const ids = new Map<OrganisationId, StaffId>()
  for (const organisation of answering) {
    ids.set(organisation, await addStaff(db, { email: `pat@${organisation}.example`, organisation }, now))
  }
  return ids
}

export function staffAs(
  members: ReadonlyMap<OrganisationId, StaffId>,
  organisation: OrganisationId,
): Contributor {
  const id = members.get(organisation)
  if (id === undefined) throw new Error(`Nobody works at ${organisation}`)
  return { kind: 'staff', id, organisation }
}
