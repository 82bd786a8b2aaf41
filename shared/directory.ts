/** Who provides care, what they provide, who works there, and which team answers for what. */
import type { CareServiceId, OrganisationId, TeamId } from './ids.ts'
import type { ChannelName, Process } from './words.ts'

export const organisationTypes = [
  'nhs-trust',
  'ambulance-trust',
  'icb',
  'council',
  'gp-practice',
  'care-provider',
] as const
export type OrganisationType = (typeof organisationTypes)[number]

export interface Directory {
  /** Fictional, and marked so wherever it is shown? */
  readonly example: boolean
  /** The organisation that runs this hub. */
  readonly host: OrganisationId
  readonly organisations: readonly Organisation[]
  readonly careServices: readonly CareService[]
  readonly teams: readonly Team[]
  readonly responsibilities: readonly Responsibility[]
  /** Which organisation each address or number belongs to; absent or not listed: the host. */
  readonly doors?: readonly DoorOwner[]
  /** Who is asked where organisations disagree, and who signs for each; absent or not listed: the team that takes its cases in. */
  readonly contacts?: readonly OrganisationContact[]
}

export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly type: OrganisationType
  readonly process: Process
  /** Other names people use: abbreviations, old names, common misspellings. */
  readonly aliases: readonly string[]
  /** The team that looks at what nobody else answers for. Every organisation names one. */
  readonly triageTeam: TeamId
}

/** `CareService` in code, since services/ is a folder of ours: what an organisation provides. */
export interface CareService {
  readonly id: CareServiceId
  readonly organisation: OrganisationId
  readonly name: string
  readonly aliases: readonly string[]
  /** Hospital site, home or town: where it is provided. */
  readonly place: string | null
  /** Code of the KO41a-style service area this counts under. */
  readonly area: string
  /** Where another law applies than to the rest of the organisation: a council's adult social care beside its other work. */
  readonly process?: Process
}

export interface Team {
  readonly id: TeamId
  readonly organisation: OrganisationId
  readonly name: string
  readonly handover: HandoverMethod
  /** Who is told if this team does not accept in time? Null: the organisation's triage team. */
  readonly fallback: TeamId | null
  /** First and last day (YYYY-MM-DD) on which it takes nothing new. Absent: it is there. */
  readonly away?: { readonly from: string; readonly until: string }
  /** With this many open cases it takes nothing new. Absent: no limit. */
  readonly capacity?: number
  /** The team of whoever manages it, which hears of praise as well. Absent: nobody. */
  readonly manager?: TeamId
}

/** How a team is told that a case is theirs. */
export type HandoverMethod =
  | { readonly by: 'inbox' }
  | { readonly by: 'email'; readonly address: string }
  | { readonly by: 'webhook'; readonly url: string }

/** What a team can answer for beside the subjects of the code set; in no return, because nobody complains "about" them. */
export const dutySubjects = [
  'safeguarding',
  'freedom-to-speak-up',
  'duty-manager',
  'patient-safety',
  'legal',
  'media',
  'equality',
  'compliments',
  'information-governance',
  'complaints',
] as const
export type DutySubject = (typeof dutySubjects)[number]

/** One team answers for one care service and subject. A null is "any" within the team's own organisation. */
export interface Responsibility {
  readonly team: TeamId
  readonly careService: CareServiceId | null
  /** Code of the subject code set, or a duty. */
  readonly subject: string | null
}

/** An address people write to, or a number they text or ring, and whose it is. */
export interface DoorOwner {
  readonly channel: ChannelName
  /** As the channel names it: an email address, a number in E.164. */
  readonly address: string
  readonly organisation: OrganisationId
}

/** `responsible-person`: who answers for complaints and signs (SI 2009/309 reg 4). */
export const contactRoles = ['senior', 'responsible-person'] as const
export type ContactRole = (typeof contactRoles)[number]

/** A named person of an organisation, one for each role. */
export interface OrganisationContact {
  readonly organisation: OrganisationId
  readonly role: ContactRole
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}
