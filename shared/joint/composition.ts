/** What a response is composed of, and what it comes to: sections of sentences and of the organisations' own words. */
import type { Reason } from '../finding.ts'
import type { OrganisationId } from '../ids.ts'
import type { OutsideContact } from '../knowledge.ts'
import type { Process } from '../words.ts'
import type { PartState } from './part-changes.ts'
import type { Outcome, SectionName } from './response.ts'

export interface Composer {
  readonly reference: string
  /** Null where they left none, or only something that is no name. */
  readonly personName: string | null
  /** London calendar dates. */
  readonly receivedOn: string
  readonly today: string
  readonly lead: OrganisationId
  readonly organisations: readonly Answering[]
  /** In the order in which the person raised them. */
  readonly issues: readonly IssueToAnswer[]
  readonly parts: readonly PartToAnswer[]
  /** What was filed, newest version of each alone. */
  readonly contributions: readonly Filed[]
  /** In the person's words. */
  readonly wantedOutcome: string | null
  readonly contacts: readonly OutsideContact[]
}

export interface Answering {
  readonly id: OrganisationId
  readonly name: string
  readonly aliases: readonly string[]
}

export interface IssueToAnswer {
  readonly position: number
  /** The person's own. */
  readonly words: string
  readonly organisation: OrganisationId | null
  /** Under which law it is answered: that of its care service, else of its organisation. */
  readonly process: Process
}

export interface PartToAnswer {
  readonly organisation: OrganisationId
  readonly state: PartState
  readonly issues: readonly number[]
}

export interface Filed {
  readonly organisation: OrganisationId
  readonly issue: number
  readonly whatHappened: string
  readonly outcome: Outcome
  readonly whatChanges: string
  readonly changeBy: string | null
}

/** A sentence of the hub's, or words that are kept as they were written. A `day` among the parameters is a date. */
export type Paragraph = { readonly says: Reason } | { readonly kept: string }

export interface ComposedSection {
  readonly name: SectionName
  readonly issue: number | null
  readonly organisation: OrganisationId | null
  readonly paragraphs: readonly Paragraph[]
}

/** Something a person must see to, beside the text that it concerns. */
export interface Remark {
  readonly kind: 'gap' | 'contradiction'
  readonly section: SectionName
  readonly issue: number | null
  readonly organisations: readonly OrganisationId[]
  readonly because: Reason
}

export interface Composition {
  readonly sections: readonly ComposedSection[]
  readonly remarks: readonly Remark[]
}
