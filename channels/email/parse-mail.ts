/** A message as what it holds: wrappings opened, and something made of it where mailparser makes nothing. */
import type { Attachment, EmailAddress } from 'mailparser'
import { reason } from '../../shared/finding.ts'
import { storable } from '../../shared/text/storable.ts'
import { bodyStart, decodeLoosely, mediaType, readHeaders } from './headers.ts'
import type { Mail, Mailbox, MailFile } from './mail.ts'
import { repair } from './repair.ts'
import { wordsOfInvitation } from './invitation.ts'
import { openWrapped } from './smime.ts'
import { takeReadably, textIn } from './take-apart.ts'
import { isTnef, readTnef } from './tnef.ts'
import { withoutUuencoded } from './uuencoded.ts'

/** Messages within messages deeper than this are left as files. */
const deepest = 3

/** Never throws: what cannot be parsed comes back as the raw text of its body, with a remark. */
export async function parseMail(raw: Uint8Array, depth = 0): Promise<Mail> {
  if (isTnef(raw)) return bareTnef(raw)
  const { bytes, remarks } = repair(raw)
  const { parsed, guessed } = await takeReadably(bytes)
  const headers = readHeaders(bytes)
  const written = withoutUuencoded(storable(textIn(parsed, bytes)))
  const opened = openTnef([...(parsed?.attachments ?? []).map(fileOf), ...written.files])
  const unwrapped = await unwrap(opened.files, depth)
  const { files } = unwrapped
  const enclosed = depth < deepest ? await openEnclosed(files, depth) : []
  const text = [written.text, opened.text, unwrapped.text].reduce(joined)
  const html = storable(parsed?.html === false ? '' : (parsed?.html ?? '')) + opened.html + unwrapped.html
  const bodyless = text.trim() === '' && html.trim() === ''
  const letter = bodyless ? letterIn(files) : ''
  const nothing = bodyless && files.length === 0
  const rest = nothing ? rawBody(bytes) : ''
  return {
    headers,
    subject: blankToNull(parsed?.subject ?? headers.first('subject')),
    from: mailboxOf(parsed?.from?.value) ?? looseMailbox(headers.first('from')),
    replyTo: mailboxOf(parsed?.replyTo?.value),
    text: bodyless ? letter || rest : text,
    html,
    files: [...files, ...enclosed.flatMap((mail) => mail.files)],
    enclosed,
    remarks: [
      ...remarks,
      ...(parsed === null ? [reason('email:remark.unparsed')] : []),
      ...(guessed ? [reason('email:remark.charset')] : []),
      ...(rest === '' ? [] : [reason('email:remark.rawBody')]),
      ...unwrapped.remarks,
      ...(isPgp(headers.first('content-type'), `${text}\n${html}`) ? [reason('email:remark.encrypted')] : []),
    ],
  }
}

/** The bytes below the headers as they stand, for a reader to make sense of. */
export function rawBody(bytes: Uint8Array): string {
  return storable(decodeLoosely(bytes.subarray(bodyStart(bytes)))).trim()
}

async function openEnclosed(files: readonly MailFile[], depth: number): Promise<readonly Mail[]> {
  const messages = files.filter((file) => file.contentType === 'message/rfc822').slice(0, mostEnclosed)
  return Promise.all(messages.map((file) => parseMail(file.content, depth + 1)))
}

/** A digest of more messages than this is left as files. */
const mostEnclosed = 20

/** Some programs send the letter itself as a text file and nothing else, or as one piece of several (RFC 2046 5.2.2). */
function letterIn(files: readonly MailFile[]): string {
  const letter = files.find(({ contentType }) => /^(?:text\/plain|message\/partial)$/.test(contentType))
  if (letter !== undefined) return storable(decodeLoosely(letter.content)).trim()
  const invitation = files.find(({ contentType }) => contentType === 'text/calendar')
  return invitation === undefined ? '' : storable(wordsOfInvitation(decodeLoosely(invitation.content)))
}

function fileOf(attachment: Attachment, index: number): MailFile {
  const contentType = mediaType(storable(attachment.contentType)) || 'application/octet-stream'
  return {
    name: storable(attachment.filename ?? '').trim() || `attachment-${index + 1}${extensionOf(contentType)}`,
    contentType,
    content: attachment.content,
  }
}

function extensionOf(contentType: string): string {
  if (contentType === 'message/rfc822') return '.eml'
  if (contentType === 'text/calendar') return '.ics'
  const subtype = contentType.split('/')[1] ?? ''
  return /^[a-z0-9]{2,5}$/.test(subtype) ? `.${subtype}` : ''
}

/** Puts what Outlook wrapped into winmail.dat in the place of the wrapping; a broken one stays as it came. */
function openTnef(files: readonly MailFile[]): { files: MailFile[]; text: string; html: string } {
  const opened: MailFile[] = []
  let text = ''
  let html = ''
  for (const file of files) {
    const tnef = isTnef(file.content) ? readTnef(file.content) : null
    const empty = tnef === null || (tnef.files.length === 0 && tnef.text === '' && tnef.html === '')
    if (tnef === null || empty) {
      opened.push(file)
      continue
    }
    opened.push(...tnef.files)
    text = joined(text, storable(tnef.text))
    html += storable(tnef.html)
  }
  return { files: opened, text, html }
}

type Unwrapped = Pick<Mail, 'files' | 'text' | 'html' | 'remarks'>

/** Puts what was signed or compressed in one piece in the place of its wrapping. */
async function unwrap(files: readonly MailFile[], depth: number): Promise<Unwrapped> {
  const all: Unwrapped[] = await Promise.all(
    files.map(async (file) => {
      const plain = { files: [file], text: '', html: '', remarks: [] }
      const wrapped = depth < deepest ? openWrapped(file) : null
      if (wrapped === null) return plain
      if (!('message' in wrapped)) return { ...plain, remarks: [reason(`email:remark.${wrapped.is}`)] }
      const mail = await parseMail(wrapped.message, depth + 1)
      // Messages enclosed in it are among its own files, and opened with the others.
      const own = mail.files.slice(0, mail.files.length - mail.enclosed.flatMap((one) => one.files).length)
      const remarks = wrapped.is === 'signed' ? [reason('email:remark.signed')] : []
      return { ...mail, files: own, remarks: [...remarks, ...mail.remarks] }
    }),
  )
  return {
    files: all.flatMap((one) => one.files),
    text: all.map((one) => one.text).reduce(joined, ''),
    html: all.map((one) => one.html).join(''),
    remarks: all.flatMap((one) => one.remarks),
  }
}

/** Encrypted by OpenPGP, as a part of its own (RFC 3156) or in the text. */
function isPgp(contentType: string | null, body: string): boolean {
  return mediaType(contentType) === 'multipart/encrypted' || /(?:^|>)-----BEGIN PGP MESSAGE-----/m.test(body)
}

/** A winmail.dat that was saved or sent without a message around it. */
function bareTnef(raw: Uint8Array): Mail {
  const whole: MailFile = { name: 'winmail.dat', contentType: 'application/ms-tnef', content: raw }
  const opened = openTnef([whole])
  return {
    headers: readHeaders(new Uint8Array()),
    subject: blankToNull(readTnef(raw).subject),
    from: null,
    replyTo: null,
    text: opened.text,
    html: opened.html,
    files: opened.files,
    enclosed: [],
    remarks: [reason('email:remark.noHeaders')],
  }
}

function mailboxOf(addresses: readonly EmailAddress[] | undefined): Mailbox | null {
  const first = addresses?.flatMap((address) => address.group ?? [address])[0]
  if (first === undefined) return null
  const mailbox = { name: blankToNull(first.name), address: blankToNull(first.address ?? null) }
  return mailbox.name === null && mailbox.address === null ? null : mailbox
}

/** An address out of a From that does not parse. */
function looseMailbox(value: string | null): Mailbox | null {
  const address =
    /(?<![^\s<>"'(),;:@])[^\s<>"'(),;:@]+@[^\s<>"'(),;:]+/.exec((value ?? '').slice(0, 2000))?.[0] ?? null
  return address === null ? null : { name: null, address }
}

function blankToNull(text: string | null): string | null {
  const trimmed = storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return trimmed === '' ? null : trimmed
}

function joined(first: string, second: string): string {
  return [first, second].filter((part) => part.trim() !== '').join('\n\n')
}
