/** What a mail kept in an archive shows from outside: is it one at all, when did the server that took it in say so, and is it whole? */
import path from 'node:path'
import { readHeaders } from './headers.ts'
import { fromItsFirstField } from './repair.ts'

/** How a mail comes in that `hub import` took out of an archive. */
export const importDoor = 'import'

/** What the import says of it besides its bytes: whether its people may be answered, and whether its day is known. */
export const importSays = { quiet: 'quiet', undated: 'undated' } as const

/** Why a file among mails is none of them, in words for whoever runs the import; null: it is a mail. */
export function whyNoMail(raw: Uint8Array, file: string): string | null {
  if (raw.length === 0) return 'it is empty'
  const start = Buffer.from(raw.subarray(0, 4)).toString('hex')
  const foreign = formats.get(start)
  if (foreign !== undefined) return foreign
  // What a mail program named so is a mail, however broken: its words are looked for all the same.
  if (/\.(?:eml|emlx)$/i.test(file) || isInMaildir(file)) return null
  const { fields } = readHeaders(fromItsFirstField(raw).bytes)
  const names = new Set(fields.map(({ name }) => name))
  const told = [...names].filter((name) => ofMail.has(name))
  return told.length >= 2 && told.some((name) => name !== 'subject' && name !== 'date')
    ? null
    : 'it is not a mail: it does not begin with the headers of one'
}

/** First bytes of what mail programs keep in a form of their own. */
const formats: ReadonlyMap<string, string> = new Map([
  ['d0cf11e0', 'it is Outlook’s own format (.msg): save it as .eml and import that'],
  ['2142444e', 'it is an Outlook data file (.pst): export the mails in it as .eml or mbox and import those'],
])

const ofMail = new Set(
  'from to subject date message-id received return-path mime-version delivered-to reply-to sender'.split(' '),
)

function isInMaildir(file: string): boolean {
  return ['cur', 'new'].includes(path.basename(path.dirname(file))) && /^\d{6,}\./.test(path.basename(file))
}

/**
 * When the server of whoever kept this mail took it in: the topmost Received (RFC 5321 4.4), which no sender writes.
 * Else when the `From ` line of its mbox says that it was put there: whoever kept it wrote that. Null where there is
 * neither, or it lies ahead or before there was mail; the sender's own Date proves nothing.
 */
export function receivedAt(raw: Uint8Array, now: Date, keptAt: Date | null = null): Date | null {
  const [top] = readHeaders(fromItsFirstField(raw).bytes).all('received')
  const stamp = top?.slice(top.lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '') ?? ''
  const at = new Date(top?.includes(';') === true ? stamp : Number.NaN)
  const [first] = [at, keptAt].filter(
    (each) => each !== null && each.getTime() > firstMail && each.getTime() <= now.getTime(),
  )
  return first ?? null
}

/** 1982, the year of RFC 822. */
const firstMail = Date.UTC(1982, 0, 1)

/** An `.emlx` of Apple Mail holds its length in a line before the mail and a property list behind it. */
export function withoutAppleFrame(bytes: Uint8Array, name: string): Uint8Array {
  if (!/\.emlx$/i.test(name)) return bytes
  const line = /^\s*(\d{1,12})\s*\n/.exec(Buffer.from(bytes.subarray(0, 32)).toString('latin1'))
  if (line === null) return bytes
  return bytes.subarray(line[0].length, line[0].length + Number(line[1]))
}
