/** What another hub tells of our part in a case that it leads: as much as the person's consent covers, and nothing else. */
import type { CalendarDate } from '../dates/london.ts'
import type { Span } from '../finding.ts'
import type { ExchangeId, MeetingId, ResponseId } from '../ids.ts'
import type { Affected, Person } from '../submission.ts'
import { higherOf, kinds, type ChannelName, type Kind } from '../words.ts'
import type { Covers } from './consent.ts'
import type { ExchangeKind } from './exchange.ts'
import type { openPartStates } from './part-changes.ts'

export interface PartTold {
  /** Who we are, to them. */
  readonly organisation: string
  /** By which way the person told them. */
  readonly channel: ChannelName
  /** When consent let it out to us. */
  readonly askedAt: Date | null
  readonly state: (typeof openPartStates)[number]
  readonly dueOn: CalendarDate | null
  readonly covers: Covers
  /** Its last day; null: until it is taken back. */
  readonly openUntil: CalendarDate | null
  /** Null where consent does not cover who it is. */
  readonly identity: { readonly person: Person; readonly affected: Affected } | null
  readonly issues: readonly IssueTold[]
  /** What came along with the words; empty where consent does not cover it. */
  readonly attachments: readonly FileTold[]
  readonly exchanges: readonly ExchangeTold[]
  readonly meetings: readonly MeetingTold[]
  readonly response: ResponseTold | null
}

export interface IssueTold {
  /** Within their case; the same here. */
  readonly position: number
  readonly kind: Kind
  readonly subjects: readonly string[]
  readonly words: string
}

export interface ExchangeTold {
  readonly id: ExchangeId
  readonly kind: ExchangeKind
  readonly answers: ExchangeId | null
  readonly body: string
  readonly wantedOn: CalendarDate | null
  readonly dueBefore: CalendarDate | null
  readonly writtenAt: Date
  /** We, where it is the organisation of the part. */
  readonly from: string
  readonly documents: readonly FileTold[]
}

/** Its bytes are fetched by the id. */
export interface FileTold {
  readonly id: string
  /** As its sender named it: not to be trusted as a file name. */
  readonly name: string
  readonly contentType: string
  /** Looked at, and nothing was found in it. */
  readonly mayOpen: boolean
}

export interface MeetingTold {
  readonly id: MeetingId
  readonly meetsAt: Date
  readonly place: string
  readonly purpose: string
  readonly state: 'arranged' | 'held' | 'cancelled'
  /** When it was to be before it was moved; null: then as now. */
  readonly movedFrom: Date | null
  /** Why it was moved or cancelled; null: it was not. */
  readonly changedBecause: string | null
  /** Null to whoever was not there. */
  readonly minutes: string | null
  readonly attends: 'asked' | 'yes' | 'represented' | 'no'
  readonly who: string | null
}

/** Of the one response only the sections that we answer for. */
export interface ResponseTold {
  readonly id: ResponseId
  readonly version: number
  readonly state: 'in-approval' | 'signed' | 'sent'
  readonly sections: readonly { readonly issue: number | null; readonly text: string }[]
}

/** The words of all issues as one text, and where each of them stands in it. */
export function textOfIssues(issues: readonly IssueTold[]): {
  readonly text: string
  readonly spans: ReadonlyMap<number, Span>
} {
  const spans = new Map<number, Span>()
  let text = ''
  for (const { position, words } of issues) {
    if (text !== '') text += '\n\n'
    spans.set(position, { start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, spans }
}

/** The gravest of its issues; a complaint where none may be read, so that nothing is treated too lightly. */
export function kindOfIssues(issues: readonly IssueTold[]): Kind {
  const [first, ...more] = issues.map(({ kind }) => kind)
  return more.reduce((highest, kind) => higherOf(kinds, highest, kind), first ?? 'complaint')
}
