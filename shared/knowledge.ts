/** Everything the router may know besides the submission: one frozen value with a version. */
import type { Model } from './classifier-model.ts'
import type { BankHoliday, BankHolidayChange } from './dates/bank-holidays.ts'
import type { Directory } from './directory.ts'
import type { OrganisationId, TeamId } from './ids.ts'
import type { Flag, Kind, Level, Likelihood, Process, Seriousness } from './words.ts'

export interface Knowledge {
  /** Names this exact content; a case records which version judged it. */
  readonly version: string
  /** The day of receipt in London, YYYY-MM-DD. Handed in: the router has no clock. */
  readonly today: string
  /** The day in London on which this is routed, which may be long after receipt: what teams are given starts here. */
  readonly routedOn: string
  /** The time of that day, HH:MM as the clocks show in London. Absent: in office hours. */
  readonly routedAt?: string
  /** Who received this: what the person chose, else the owner of the door, else the host. */
  readonly receivedBy: OrganisationId
  readonly directory: Directory
  readonly rules: Rules
  /** How often did the same care service and subject come up before with who receives this? Counted by the pipeline, handed in. Key: `careService|subject`. */
  readonly earlierCounts: ReadonlyMap<string, number>
  /** How many open cases does each team (by id) answer for? Counted by the pipeline, handed in; absent: nobody counted. */
  readonly openCases?: ReadonlyMap<string, number>
  /** Teams in which everybody is away on `routedOn`, with the last day before somebody is back; handed in; absent: nobody asked. */
  readonly nobodyIn?: ReadonlyMap<TeamId, string>
  readonly model: Model
}

/** A fact of law or guidance with where it stands and how sure we are (domain facts: C read, 2 secondary, U unconfirmed). */
export interface Sourced {
  readonly source: string
  readonly sureness: 'read' | 'secondary' | 'unconfirmed' | 'design'
}

/** Versioned, dated data; seeded from rules/ and editable by an administrator. */
export interface Rules {
  readonly matrix: RiskMatrix
  readonly harmFloor: readonly HarmFloorRule[]
  readonly seriousness: readonly SeriousnessRule[]
  readonly redFlags: readonly RedFlagRule[]
  readonly subjects: readonly CodeSetEntry[]
  readonly serviceAreas: readonly CodeSetEntry[]
  readonly exclusions: readonly ExclusionRule[]
  /** Absent in a version that was stored before there were any. */
  readonly requests?: readonly RequestRule[]
  /** Absent in a version that was stored before there were any. */
  readonly staffRoles?: readonly StaffRole[]
  readonly routing: readonly RoutingRule[]
  readonly periods: readonly Period[]
  /** Absent in a version that was stored before there were any: the whole day counts. */
  readonly officeHours?: OfficeHours
  readonly jointPeriods: readonly JointPeriod[]
  readonly bankHolidays: readonly BankHoliday[]
  /** What administrators added to them and took back again, oldest first. Absent: nothing yet. */
  readonly bankHolidayChanges?: readonly BankHolidayChange[]
  readonly contacts: readonly OutsideContact[]
}

export interface RiskMatrix extends Sourced {
  readonly version: string
  readonly cells: Readonly<Record<Seriousness, Readonly<Record<Likelihood, Level>>>>
}

/** Harm attributed to care or to a person's act is never graded below this level. */
export interface HarmFloorRule extends Sourced {
  readonly code: 'serious-harm' | 'death' | 'abuse-or-neglect' | 'gross-misconduct' | 'crime'
  readonly level: Level
  /** Words for the harm, as in RedFlagRule. */
  readonly patterns: readonly string[]
  readonly unless: readonly string[]
  /** Words that put the harm down to care or to a person's act; null: the words for the harm say so themselves. */
  readonly attributedBy: readonly string[] | null
}

/** An incident example of the guide: a matter of this subject, or told in these words, is at least this serious. */
export interface SeriousnessRule extends Sourced {
  readonly seriousness: Seriousness
  readonly code: string
  readonly patterns: readonly string[]
  /** Codes of the subject code set. */
  readonly subjects: readonly string[]
}

export interface RedFlagRule extends Sourced {
  readonly flag: Flag
  /** Within how many hours must a person look? */
  readonly hours: number
  /** Regular expressions over the plain text (lower case, plain letters), each matching in time linear in it. */
  readonly patterns: readonly string[]
  /** Matches inside these are false alarms: "died laughing". */
  readonly unless: readonly string[]
}

/** One entry of a versioned code set (subjects, service areas), with the words that lead to it. */
export interface CodeSetEntry extends Sourced {
  readonly code: string
  readonly name: { readonly en: string; readonly cy: string }
  readonly patterns: readonly string[]
}

/** What those who work in care are called, by their work. */
export interface StaffRole extends CodeSetEntry {
  /** As in RedFlagRule. */
  readonly unless: readonly string[]
  /** Words that mean this role only before a name: "sister". */
  readonly beforeName: readonly string[]
}

export interface ExclusionRule extends Sourced {
  /** Regulation and paragraph, such as "8(1)(b)". */
  readonly regulation: string
  readonly code: string
  readonly patterns: readonly string[]
}

/** Words by which a message asks for something else than an answer to a complaint, and who deals with that. */
export interface RequestRule extends Sourced {
  readonly code: RequestCode
  /** The duty of the team that deals with it; where nobody carries it, triage does. */
  readonly duty: 'information-governance' | 'complaints'
  /** As in RedFlagRule. */
  readonly patterns: readonly string[]
  readonly unless: readonly string[]
  /** When the law wants it answered, counted from receipt; shown, and no clock of the complaint. Null: no such day. */
  readonly due: Pick<Period, 'amount' | 'unit' | 'startDay'> | null
  /** Dates (YYYY-MM-DD) from and until which this holds. */
  readonly from: string
  readonly until: string | null
}

export const requestCodes = [
  'freedom-of-information',
  'own-records',
  'elected-representative',
  'withdrawal',
] as const
export type RequestCode = (typeof requestCodes)[number]

/** What the team of a routing rule has to do with the case: answer for it, or hear of it besides. */
export const ruleEffects = ['owns', 'is-told'] as const
export type RuleEffect = (typeof ruleEffects)[number]

/** Ordered; the first that names an owner decides, and each that tells a team besides adds it. Every condition present must hold. */
export interface RoutingRule {
  readonly id: string
  readonly when: {
    readonly kind?: readonly string[]
    readonly subject?: readonly string[]
    readonly careService?: readonly string[]
    readonly organisation?: readonly string[]
    readonly place?: readonly string[]
    readonly level?: readonly Level[]
    readonly flag?: readonly Flag[]
    readonly channel?: readonly string[]
    readonly language?: readonly string[]
    readonly request?: readonly RequestCode[]
    readonly words?: readonly string[]
  }
  readonly team: string
  /** Absent in a rule that was stored before there was a choice: the team owns it. */
  readonly does?: RuleEffect
  readonly from: string
  readonly until: string | null
  readonly author: string
  readonly reason: string
  /** What was changed about it since it was written, oldest first. */
  readonly changes?: readonly RoutingRuleChange[]
}

export interface RoutingRuleChange {
  /** London calendar date, YYYY-MM-DD. */
  readonly on: string
  /** Who did it, by name. */
  readonly by: string
  readonly what: 'changed' | 'ended' | 'moved'
  readonly because: string
}

/** One period of one process, such as "acknowledge within 3 working days". Every condition present must hold. */
export interface Period extends Sourced {
  readonly process: Process
  readonly clock: ClockName
  /** For which kinds? Absent: a complaint. */
  readonly kinds?: readonly Kind[]
  /** For which levels of risk? Absent: all. */
  readonly levels?: readonly Level[]
  /** Only for what was said aloud, in person or by telephone? */
  readonly oralOnly?: boolean
  /** Runs from the end of this other clock (or from the act that met it) instead of from receipt. */
  readonly after?: ClockName
  /** Begins only when the person asks for it, as a second stage does? */
  readonly onRequest?: boolean
  readonly amount: number
  readonly unit: 'working-days' | 'calendar-days' | 'weeks' | 'months'
  /** Does the start day count as the first (6 months "commencing on the day") or as day zero? */
  readonly startDay: 'day-zero' | 'first-day'
  /** How much longer it is normally made at most, counted from its last day. Absent: the rules set no limit. */
  readonly longerAtMost?: Pick<Period, 'amount' | 'unit' | 'startDay'>
}

export const clockNames = [
  'acknowledge',
  'pass-on',
  'settle-oral',
  'respond',
  'respond-stage-2',
  'six-months',
  'twelve-weeks',
  'accept-handoff',
] as const
export type ClockName = (typeof clockNames)[number]

/**
 * answer-consent: the person, to say whether it may be shared. answer-lead: an organisation, to say whether it leads.
 * part: an organisation, for its contribution. finish: the lead, to make one answer of them all.
 */
export type JointStep = 'answer-consent' | 'answer-lead' | 'part' | 'finish'

/** On working days, by the clocks in London. */
export interface OfficeHours extends Sourced {
  /** HH:MM: nobody is at work from then on. */
  readonly until: string
}

export interface JointPeriod extends Sourced {
  readonly step: JointStep
  readonly workingDays: number
  /** Dates (YYYY-MM-DD) from and until which this holds. */
  readonly from: string
  readonly until: string | null
}

/** Whom a person can turn to outside the organisations: an ombudsman, an advocate, a regulator, the emergency services. */
export interface OutsideContact extends Sourced {
  readonly code: string
  readonly role: 'ombudsman' | 'advocacy' | 'regulator' | 'emergency' | 'advice'
  readonly name: { readonly en: string; readonly cy: string }
  /** For complaints under which processes? Empty: any. */
  readonly processes: readonly Process[]
  readonly phone: string | null
  readonly web: string | null
  /** Dates (YYYY-MM-DD) from and until which this holds. */
  readonly from: string
  readonly until: string | null
}
