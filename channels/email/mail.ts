/** What a message holds once its MIME is taken apart; the shape the rest of the folder reads. */
import type { Reason } from '../../shared/finding.ts'
import type { Headers } from './headers.ts'

export interface Mail {
  readonly headers: Headers
  readonly subject: string | null
  readonly from: Mailbox | null
  readonly replyTo: Mailbox | null
  /** Plain text of the body, empty where there is none. */
  readonly text: string
  /** HTML of the body as sent, unsanitised; empty where there is none. */
  readonly html: string
  /** Everything that came along, enclosed messages and what they carry included. */
  readonly files: readonly MailFile[]
  /** Messages sent within this one (message/rfc822), taken apart the same way. */
  readonly enclosed: readonly Mail[]
  /** What had to be guessed or mended to get this far. */
  readonly remarks: readonly Reason[]
}

export interface Mailbox {
  readonly name: string | null
  readonly address: string | null
}

export interface MailFile {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}
