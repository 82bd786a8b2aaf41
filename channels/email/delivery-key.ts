/** The key by which the same mail arriving by two routes is known as one, and a changed mail as another. */
import { createHash } from 'node:crypto'
import type { DeliveryKey } from '../channel.ts'
import { bodyStart, readHeaders } from './headers.ts'
import { fromItsFirstField } from './repair.ts'

/** Fields that each relay, mailbox or scanner adds on the way: no part of what the person sent. */
const trace =
  /^(?:received|return-path|delivered-to|envelope-to|delivery-date|x-original-to|x-envelope-.*|x-received|received-spf|authentication-results|arc-.*|dkim-filter|x-spam.*|x-.*-spam.*|x-virus.*|x-.*-virus.*|x-scanned.*|x-.*-scan.*|x-mimecast-.*|x-ms-exchange-.*|x-forefront-.*|x-microsoft-antispam.*|x-google-smtp-.*|x-gm-.*|x-loop|x-ham-.*|x-rspam.*|x-proofpoint-.*|x-mozilla-.*|x-uid.*|x-keywords|x-status|status|content-length|lines)$/

/** What is known of a mail besides its bytes. */
export interface CameBy {
  /** Of the SMTP envelope; null where it came without one. */
  readonly sender: string | null
  /** An ISO instant. */
  readonly receivedAt: string
}

/** SHA-256 over the Message-ID, the other fields in order, lines that are no field, and the body with its line ends and tail levelled. */
export function keyOfMail(raw: Uint8Array, came: CameBy): DeliveryKey {
  const { bytes } = fromItsFirstField(raw)
  const headers = readHeaders(bytes)
  // In what has none of these, a line such as "Status: very bad" is somebody's words.
  const isMail = ['message-id', 'from', 'to', 'date', 'subject'].some((name) => headers.has(name))
  const hash = createHash('sha256').update(`${headers.first('message-id') ?? ''}\n`)
  for (const { name, value } of headers.fields) {
    if (!isMail || !trace.test(name)) hash.update(`${name}:${value.replace(/\s+/g, ' ')}\n`)
  }
  // Without an id of its own the same words may well be another person's, or said once more on another day.
  if (!headers.has('message-id')) {
    hash.update(`${came.sender ?? ''}\n${headers.has('date') ? '' : came.receivedAt.slice(0, 10)}\n`)
  }
  for (const stray of headers.strays) hash.update(`${stray.replace(/\s+/g, ' ')}\n`)
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    bodyStart(bytes),
  )
  // trimEnd and not a pattern: this runs at the door, on whatever a stranger sends.
  hash.update('\n').update(body.replaceAll('\r\n', '\n').trimEnd(), 'latin1')
  return hash.digest('hex')
}
