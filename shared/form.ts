/** What a form asks, one question per page: the vocabulary between the channel that asks and the room that keeps the draft. */
import type { OrganisationType } from './directory.ts'
import type { Reason } from './finding.ts'
import type { CareServiceId, OrganisationId } from './ids.ts'
import type { NonEmpty } from './words.ts'

/** By the name of the field, as typed. */
export type Answers = Readonly<Record<string, string>>

/** What a question may know besides the answers. */
export interface FormContext {
  /** London calendar date, YYYY-MM-DD. */
  readonly today: string
  /** Who runs this hub and receives what is meant for nobody in particular. */
  readonly hostName: string
  readonly organisations: readonly OrganisationChoice[]
  /** What was added so far, in that order. */
  readonly files: readonly AddedFile[]
}

export interface AddedFile {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Its bytes, when the form is sent. */
export interface FormFile {
  readonly name: string
  /** As the browser takes it: nobody has looked at it. */
  readonly contentType: string
  readonly content: Uint8Array
}

export interface NotAdded {
  readonly name: string
  readonly why: 'too-large' | 'too-many' | 'empty'
}

export interface OrganisationChoice {
  readonly id: OrganisationId
  readonly name: string
  readonly type: OrganisationType
  /** Who receives what is meant for it: itself, or the host where its own staff cannot sign in here. */
  readonly receiverName: string
  readonly careServices: readonly {
    readonly id: CareServiceId
    readonly name: string
    readonly place: string | null
  }[]
}

export interface FormStep {
  readonly name: string
  /** In the channel's own folder. */
  readonly template: string
  readonly fields: NonEmpty<string>
  /** Is it asked at all, given the earlier answers? */
  isAsked(answers: Answers, context: FormContext): boolean
  /** What is wrong with this page's answers: language key per field; empty when all is well. */
  problems(answers: Answers, context: FormContext): Readonly<Record<string, Reason>>
  /** What the person is shown before sending. */
  shown(answers: Answers, context: FormContext): NonEmpty<ShownAnswer>
  /** Where files are added to its one field, instead of words. */
  readonly files?: FileLimits
}

export interface FileLimits {
  /** How many in all. */
  readonly most: number
  /** Bytes of each. */
  readonly largest: number
  /** What they are told of those that were not added; of none, where they chose none. */
  refusal(notAdded: readonly NotAdded[]): Reason
}

export interface ShownAnswer {
  readonly question: Reason
  /** In their own words, or one of our choices; null where they left it out. */
  readonly answer: string | Reason | null
  /** Files instead of words; each can be taken away again. */
  readonly files?: readonly AddedFile[]
}
