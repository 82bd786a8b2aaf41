/** What the router concludes, stage by stage; the shapes the store saves and the desk shows. */
import type { Finding, Reason, Span } from './finding.ts'
import type { CareServiceId, OrganisationId, TeamId } from './ids.ts'
import type { NotToTell } from './joint/not-to-tell.ts'
import type { ClockName, RequestCode } from './knowledge.ts'
import type {
  Flag,
  Kind,
  Language,
  Level,
  Likelihood,
  NonEmpty,
  Process,
  Seriousness,
  Tone,
} from './words.ts'

export interface Classification {
  readonly kind: Finding<Kind>
  readonly tone: Finding<Tone>
  readonly language: Finding<Language | 'other'>
  /** In the order the person raised them; at least one. */
  readonly issues: NonEmpty<IssueReading>
  readonly organisations: readonly Finding<OrganisationId>[]
  readonly careServices: readonly Finding<CareServiceId>[]
  readonly wants: readonly Finding<WantedOutcome>[]
  /** Whom they do not want told. Nothing is proposed to those; staff may still ask. */
  readonly notToTell: readonly Finding<NotToTell>[]
  /** Suggestions for a person to decide; nothing is turned away by a machine. */
  readonly exclusions: readonly Finding<string>[]
  readonly outOfTime: Finding<boolean>
  /** Who of the staff is named, by role and perhaps by name; in the order of the text, each once. */
  readonly staff: readonly Finding<StaffNamed>[]
  /** What it asks for besides, or instead of, an answer to a complaint. */
  readonly requests: readonly Finding<RequestCode>[]
  /** Stretches that read like grave harm, whether or not a rule knows their words. Praise is left out. */
  readonly grave: readonly GraveReading[]
  /** Stretches that read like a red flag, whether or not a rule knows their words. */
  readonly flagged: readonly FlagReading[]
}

/** Somebody who works in care, as the person speaks of them. */
export interface StaffNamed {
  /** Of the rules' staff roles. */
  readonly role: string
  /** As it was written; null: by the role alone. */
  readonly name: string | null
}

/** A stretch of what was written, and how likely it tells of what the flag is raised for. */
export interface FlagReading {
  readonly flag: Flag
  /** 0 to 1. */
  readonly chance: number
  /** The stretch as the rules read it, so that they can tell where it only sounds like it. */
  readonly plain: string
  /** The words that weighed most, in the stretch. */
  readonly telling: readonly Span[]
  /** The same in the original; none where they stand beside the text, as in a subject line. */
  readonly leading: readonly Span[]
}

/** A stretch of the text and how likely it tells of what the guide calls High. */
export interface GraveReading {
  /** 0 to 1. */
  readonly chance: number
  /** How likely that the stretch blames: 0 to 1. */
  readonly blame: number
  /** Does the message speak of care, by its words or by the way it came? */
  readonly ofCare: boolean
  /** The stretch as the rules read it, so that they can tell where it only sounds like harm. */
  readonly plain: string
  /** The words that weighed most, in the stretch. */
  readonly telling: readonly Span[]
  /** The same in the original. */
  readonly leading: readonly Span[]
}

/** What the person wants (Citizens Advice, "What do you want to achieve?"). */
export type WantedOutcome =
  'service' | 'better-procedures' | 'explanation-or-apology' | 'discipline' | 'compensation'

export interface IssueReading {
  readonly kind: Kind
  readonly tone: Tone
  /** Which part of the text speaks of it. */
  readonly start: number
  readonly end: number
  /** Codes of the subject code set, strongest first; empty where nothing could be made out. */
  readonly subjects: readonly Finding<string>[]
  readonly organisation: OrganisationId | null
  readonly careService: CareServiceId | null
}

export interface Risk {
  readonly seriousness: Finding<Seriousness>
  readonly likelihood: Finding<Likelihood>
  /** The matrix's level, raised by the harm floor where it applies. */
  readonly level: Finding<Level>
  readonly matrixVersion: string
  readonly impactOnPerson: Finding<Seriousness>
  readonly impactOnOrganisation: Finding<Seriousness>
  readonly flags: readonly Finding<Flag>[]
  /** Ill health, communication need, bereavement: raises attention, not the level by itself. */
  readonly attention: readonly Reason[]
}

export interface Owner {
  readonly organisation: OrganisationId
  readonly team: TeamId
  /** The team that it belongs to, where this one stands in for it. */
  readonly insteadOf?: TeamId
  /** Positions in Classification.issues that this team answers for. Empty: it keeps the case, or is told as well. */
  readonly issues: readonly number[]
}

/** Never empty: triage is the last resort. The first is the team that answers for the case. */
export type Owners = NonEmpty<Finding<Owner>>

export type Arrangement =
  | {
      readonly joint: false
      /** Whose matter it is; another than `receivedBy` where the feedback is misdirected. */
      readonly organisation: OrganisationId
      readonly consentsNeeded: readonly ConsentNeeded[]
    }
  | {
      readonly joint: true
      readonly lead: Finding<OrganisationId>
      /** From whom did the person say they would like their answer? Absent in what was routed before it was asked. */
      readonly preferred?: OrganisationId | null
      readonly contributors: NonEmpty<OrganisationId>
      /** Without each of these nothing of the case leaves `receivedBy`. */
      readonly consentsNeeded: readonly ConsentNeeded[]
    }

export interface ConsentNeeded {
  readonly from: 'person' | 'affected-person'
  readonly to: OrganisationId
  readonly because: Reason
}

export interface ClockSetting {
  readonly name: ClockName
  readonly process: Process
  readonly organisation: OrganisationId
  /** London calendar dates, YYYY-MM-DD. The clock runs out at the end of dueOn. */
  readonly startsOn: string
  readonly dueOn: string
  readonly because: Reason
}

/** What a team is told, and who is told if nobody takes it. */
export interface HandoffPlan {
  readonly organisation: OrganisationId
  readonly team: TeamId
  readonly issues: readonly number[]
  readonly state: 'offer' | 'hold-for-consent'
  /** London calendar date by which the team must accept. */
  readonly acceptBy: string
  /** Hours, where a red flag makes a day too long. */
  readonly acceptWithinHours: number | null
  readonly ifNobody: TeamId
  readonly because: NonEmpty<Reason>
}

export interface Routing {
  readonly classification: Classification
  readonly risk: Risk
  readonly owners: Owners
  readonly arrangement: Arrangement
  readonly clocks: readonly ClockSetting[]
  readonly handoffs: NonEmpty<HandoffPlan>
  readonly knowledgeVersion: string
}
