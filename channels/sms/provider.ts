/** What a provider of text messages brings along: its doors, its proof, its way of sending. Each is one folder here. */
import type { Arrival, HttpDoor, OutgoingMessage, SendResult } from '../channel.ts'

export interface SmsProvider {
  readonly doors: readonly HttpDoor[]
  isGenuine(arrival: Arrival): boolean
  /** Headers with which a picture of a text is fetched; null: this address is not one of this provider's. */
  mayFetch(url: string): Readonly<Record<string, string>> | null
  /** Do people text this provider at that number of ours? Then it is the one that answers them. */
  owns(number: string): boolean
  /** Absent where it cannot send. */
  readonly send?: (message: OutgoingMessage) => Promise<SendResult>
}

/** What came in, whoever the provider is. */
export type Incoming = IncomingText | SendingState

export interface IncomingText {
  readonly what: 'text'
  /** The provider's own id. */
  readonly id: string
  /** As the provider wrote them. */
  readonly from: string
  readonly to: string
  readonly text: string
  readonly pictures: readonly Picture[]
  /** An ISO instant, if the provider says. */
  readonly sentAt: string | null
  /** The provider answered STOP, START or HELP itself. */
  readonly keywordAnswered: boolean
}

export interface Picture {
  readonly url: string
  readonly contentType: string
}

/** How far a text of ours has come. */
export interface SendingState {
  readonly what: 'sending-state'
  /** The provider's id, and ours where the callback carries it. */
  readonly ids: readonly string[]
  readonly to: string | null
  /** In the provider's word, such as "delivered". */
  readonly state: string
  /** Undefined while it is on its way. */
  readonly arrived: boolean | undefined
  readonly permanent: boolean
  /** The provider's number for what went wrong. */
  readonly problem: string | null
}
