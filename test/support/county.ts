/** A small fictional county: two organisations that know nothing of one another's cases, and their staff. */
import { seedRules } from '../../rules/seed-rules.ts'
import { theHub } from '../../services/store/audit.ts'
import type { Database } from '../../services/store/database.ts'
import { saveKnowledge } from '../../services/store/knowledge.ts'
import { addStaffMember, type StaffMember } from '../../services/store/staff.ts'
import type { Directory } from '../../shared/directory.ts'
import { asId, type OrganisationId, type StaffId } from '../../shared/ids.ts'

export const marsh = asId<'organisation'>('marsh-trust')
export const dale = asId<'organisation'>('dale-council')
export const marshTriage = asId<'team'>('marsh-feedback')
export const marshWards = asId<'team'>('marsh-wards')
export const marshEmergency = asId<'team'>('marsh-emergency')
export const daleTriage = asId<'team'>('dale-feedback')

export const password = 'correct-horse-battery'

const inbox = { by: 'inbox' } as const

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

/** Signs in with `password`. Without teams: one who sees no case, once somebody of their organisation is in triage. */
export async function addStaff(
  db: Database,
  given: {
    readonly email: string
    readonly organisation?: OrganisationId
    readonly teams?: StaffMember['teams']
    readonly name?: string
    readonly role?: StaffMember['role']
  },
  now: Date,
): Promise<StaffId> {
  const member = {
    email: given.email,
    name: given.name ?? `Staff ${given.email.split('@')[0] ?? ''}`,
    password,
    organisation: given.organisation ?? marsh,
    role: given.role ?? ('staff' as const),
    teams: given.teams ?? [],
  }
  return db.transaction().execute((queries) => addStaffMember(queries, member, { actor: theHub, now }))
}
