/** The one interface of a channel: its entrances as data, what it reads, how it answers. */
import type { Directory } from '../shared/directory.ts'
import type { Reason } from '../shared/finding.ts'
import type { Answers, FormContext, FormFile, FormStep } from '../shared/form.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { ReaderKeep } from '../shared/reader.ts'
import type { Submission } from '../shared/submission.ts'
import type { ChannelName, Language, NonEmpty } from '../shared/words.ts'
import type { EvidenceTools } from './evidence-tools.ts'

/** One way for people to reach us and for us to answer. Made by createEmail(settings) and the like. */
export interface Channel {
  readonly name: ChannelName
  /** Entrances as data: how they are opened, size limit, how authenticated, what is answered. intake mounts them. */
  readonly doors: readonly Door[]
  /** Did this really come from our provider? Asked before anything is stored. Keys and tokens are intake's to check. */
  isGenuine(arrival: Arrival): boolean
  /** The same delivery twice has the same key. */
  keyOf(arrival: Arrival): DeliveryKey
  /** Addresses or numbers of ours that it was sent to, where only the channel can tell: they belong to an organisation. */
  sentTo?(arrival: Arrival): readonly string[]
  /** What must be fetched before reading: media, DNS. */
  wants(delivery: Delivery): readonly EvidenceRequest[]
  /** Never throws; the same bytes and evidence always give the same. Ended from outside if it hangs. */
  read(delivery: Delivery, evidence: Evidence): Promise<Reading>
  /** Absent where nobody can be answered. */
  send?(message: OutgoingMessage): Promise<SendResult>
}

/** Entrances. `form` and `http` are mounted on the web server, a `listener` opens its own port, a `reader` goes out. */
export type Door = HttpDoor | FormDoor | ListenerDoor | ReaderDoor

export interface HttpDoor {
  readonly opens: 'http'
  readonly name: string
  readonly path: string
  /** Media types taken; anything else is answered 415. */
  readonly accepts: readonly string[]
  readonly limitBytes: number
  readonly authenticate:
    | {
        readonly by: 'api-key'
        readonly scope: string
        readonly optional: boolean
        /** Programs may send it in this field of their form instead; it is cut out before anything is stored. */
        readonly field?: string
      }
    | { readonly by: 'signature' }
    | { readonly by: 'device-token' }
    /** One secret that the provider sends as `Authorization: Bearer`. It never comes into the envelope. */
    | { readonly by: 'callback-token'; readonly token: string }
  /** Names in lower case of the headers that reach the envelope; with any, `request-target` does too (RFC 9112 3.2). */
  readonly headers?: readonly string[]
  /** Checks the body before it is stored: a refusal is an answer, not a delivery. The directory is the one in force. */
  refuse(arrival: Arrival, directory?: Directory): Refusal | null | Promise<Refusal | null>
  /**
   * Answers a step of a conversation that brings nothing to keep, such as a choice in a telephone menu: nothing is
   * stored then. Null: this is a delivery. Asked of what is genuine and not refused.
   */
  converse?(arrival: Arrival, say: Say): Answer | null
  /** How its programs expect to be told what is wrong; absent, in problem details (RFC 9457). */
  explain?(status: number, sentences: readonly string[]): Answer
  /** What the sender is told once the delivery is durable. */
  answer(receipt: Receipt, arrival: Arrival, say: Say): Answer
  /** The page for a person whose browser sent a plain form, by its media type; null: a program sent it. */
  show?(outcome: Outcome, contentType: string | null): ShownPage | null
}

/** How it ended at the door: with a receipt, or with the status of why there is none. */
export type Outcome = { readonly receipt: Receipt } | { readonly status: number }

/** One of the channel's own templates and what it shows. */
export interface ShownPage {
  readonly template: string
  readonly context: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  /** Media type. */
  readonly type: string
  readonly body: string
}

/** Puts a reason into words from the language files. */
export type Say = (reason: Reason, language: Language) => string

export interface Refusal {
  readonly status: 400 | 404 | 413 | 415 | 422
  readonly problems: NonEmpty<{ readonly field: string | null; readonly reason: Reason }>
}

/** A form of one question per page; intake keeps the draft, this says what is asked, in which order, and what is wrong. */
export interface FormDoor {
  readonly opens: 'form'
  readonly name: string
  readonly path: string
  readonly limitBytes: number
  readonly steps: NonEmpty<FormStep>
  /** Templates of the page before the first question, of all answers before sending, and of the reference. */
  readonly startTemplate: string
  readonly checkTemplate: string
  readonly doneTemplate: string
  /** Fields the last page needs after the draft is gone. Choices only, never a person's words. */
  readonly keptFields: readonly string[]
  /** Whom did the person choose, having been told that they will receive this? */
  organisationChosen(answers: Answers): OrganisationId | null
  /** The bytes that are delivered; `answers` are those of the questions that were asked. */
  compose(
    answers: Answers,
    context: FormContext,
    language: Language,
    files: readonly FormFile[],
  ): { readonly raw: Uint8Array; readonly contentType: string }
}

export interface ListenerDoor {
  readonly opens: 'listener'
  readonly name: string
  /** Opens the port; `accept` resolves only when the delivery is durable. Rejects with a plain sentence if the port is taken. */
  open(accept: (arrival: Arrival) => Promise<Receipt>): Promise<Listener>
}

/** Fetches what waits elsewhere, such as in a mailbox, for as long as it is open. */
export interface ReaderDoor {
  readonly opens: 'reader'
  readonly name: string
  /** Where it cannot reach what it reads, it says so by `keep.tell` and tries again; `accept` as for a listener. */
  open(accept: (arrival: Arrival) => Promise<Receipt>, keep: ReaderKeep): Promise<Listener>
}

export interface Listener {
  /** For people, such as "smtp://127.0.0.1:2525". */
  readonly address: string
  close(): Promise<void>
}

/** What stands at the door, before anything is stored. */
export interface Arrival {
  readonly door: string
  readonly raw: Uint8Array
  readonly contentType: string | null
  /** Whatever the transport said that is not in the bytes: lower-case header names, SMTP envelope. */
  readonly envelope: Readonly<Record<string, string>>
  /** The peer's address, if any. */
  readonly peer: string | null
  /** An instant, ISO. */
  readonly receivedAt: string
}

export type DeliveryKey = string

/** The raw thing that arrived, as stored. */
export interface Delivery extends Arrival {
  readonly channel: ChannelName
  readonly key: DeliveryKey
  readonly reference: string
  /** A person on the desk said that this is feedback although a machine took it for something else. */
  readonly treatAsFeedback?: boolean
}

/** What the door may say once the delivery is durable. `again`: the same delivery came before. */
export interface Receipt {
  readonly reference: string
  readonly again: boolean
}

/** One thing to fetch, and how, with tools that are handed in: a channel never reaches out by itself. */
export interface EvidenceRequest {
  /** Names the answer in Evidence. */
  readonly key: string
  /** A person's own content, such as a picture: tried again for some seconds before the rest is read without it. */
  readonly isContent?: boolean
  /** The answer as plain JSON data. Rejects when it cannot be had now; the pipeline tries later, then reads without. */
  gather(tools: EvidenceTools): Promise<unknown>
}

/** What was fetched, by the request's key. Stored beside the delivery, so that reading again gives the same. */
export type Evidence = ReadonlyMap<string, unknown>

export type Reading =
  | {
      readonly outcome: 'submission'
      readonly submission: Submission
      readonly files: readonly File[]
      /** A word about being written to that stands before other words or beside a picture: all is read, the word holds. */
      readonly keyword?: ContactKeyword
    }
  | {
      readonly outcome: 'nothing-to-route'
      readonly why: NothingToRoute
      readonly about: MachineMail | null
      /** With `keyword`: who said what about being written to. */
      readonly keyword?: ContactKeyword
    }
  | { readonly outcome: 'unreadable'; readonly problem: Reason }

export type NothingToRoute =
  'bounce' | 'auto-reply' | 'delivery-receipt' | 'abuse-report' | 'keyword' | 'empty'

/** Which of our messages a machine answered, so that a bounce is shown on its case. */
export interface MachineMail {
  readonly inAnswerTo: readonly string[]
  readonly recipient: string | null
  /** RFC 3463 status such as 5.1.1, if it gave one. */
  readonly status: string | null
  readonly permanent: boolean
  /** Of a delivery receipt: did it reach them? Absent while nobody knows. */
  readonly arrived?: boolean
}

/** STOP, START and HELP, in whatever language they were said. */
export interface ContactKeyword {
  readonly word: 'stop' | 'start' | 'help'
  /** As messages to them are addressed. */
  readonly from: string
}

/** The bytes of one attachment, in the order of submission.attachments. */
export interface File {
  readonly sha256: string
  readonly content: Uint8Array
}

/** Addressed to one person, by one way, in their language; everything already decided. */
export interface OutgoingMessage {
  readonly id: string
  readonly to: string
  /** Our end of the conversation that this continues, if the person wrote to a certain number of ours. */
  readonly from?: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly subject: string
  readonly text: string
  readonly language: Language
  /** Signed; comes back in the answer so that it finds its case. Null for what no person's answer belongs to: a notice to a team. */
  readonly replyToken: string | null
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** Receipts and chasers carry Auto-Submitted (RFC 3834); a person's reply does not. */
  readonly automatic: boolean
}

export type SendResult =
  | { readonly sent: true; readonly providerId: string }
  /** `retry` false: trying again cannot help, a person must look. `gone`: nobody takes messages at this address. */
  | { readonly sent: false; readonly retry: boolean; readonly problem: Reason; readonly gone?: boolean }
