/** Takes a message apart with mailparser, and makes something of it where mailparser makes nothing. */
import { simpleParser } from 'mailparser'
import type { Attachment, EmailAddress, ParsedMail, SimpleParserOptions } from 'mailparser'
import { reason } from '../../shared/finding.ts'
import { storable } from '../../shared/text/storable.ts'
import { bodyStart, decodeLoosely, mediaType, readHeaders } from './headers.ts'
import { textOfHtml } from './html-text.ts'
import type { Mail, Mailbox, MailFile } from './mail.ts'
import { repair } from './repair.ts'
import { withoutWideCharset, withUtf8Charset, withWesternCharset } from './charset.ts'
import { wordsOfInvitation } from './invitation.ts'
import { openWrapped } from './smime.ts'
import { isTnef, readTnef } from './tnef.ts'

/** Messages within messages deeper than this are left as files. */
const deepest = 3

/** Never throws: what cannot be parsed comes back as the raw text of its body, with a remark. */
export async function parseMail(raw: Uint8Array, depth = 0): Promise<Mail> {
  if (isTnef(raw)) return bareTnef(raw)
  const { bytes, remarks } = repair(raw)
  const { parsed, guessed } = await takeReadably(bytes)
  const headers = readHeaders(bytes)
  const opened = openTnef((parsed?.attachments ?? []).map(fileOf))
  const unwrapped = await unwrap(opened.files, depth)
  const { files } = unwrapped
  const enclosed = depth < deepest ? await openEnclosed(files, depth) : []
  const text = [storable(textIn(parsed, bytes)), opened.text, unwrapped.text].reduce(joined)
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

/**
 * The parser's words of an HTML mail hold the addresses of its pictures; ours do not. Where plain parts stand beside the
 * HTML, what it made of both is kept.
 */
function textIn(parsed: ParsedMail | null, bytes: Uint8Array): string {
  const html = parsed?.html || ''
  const isOnlyHtml =
    html.trim() !== '' &&
    !/^content-type[ \t]*:\s*"?text\/plain/im.test(Buffer.from(bytes).toString('latin1'))
  return isOnlyHtml ? textOfHtml(html) : (parsed?.text ?? '')
}

/** The bytes below the headers as they stand, for a reader to make sense of. */
export function rawBody(bytes: Uint8Array): string {
  return storable(decodeLoosely(bytes.subarray(bodyStart(bytes)))).trim()
}

interface Taken {
  readonly parsed: ParsedMail | null
  /** With another charset than the mail says. */
  readonly guessed: boolean
}

/** Where letters came out as U+FFFD, the charset was missing or wrong: once more as Windows-1252, if that is better. */
async function takeReadably(given: Uint8Array): Promise<Taken> {
  const bytes = withoutWideCharset(given)
  const parsed = await take(bytes)
  if (parsed !== null && isGarbled(parsed)) return takeUngarbled(bytes, parsed)
  const lost = unreadableLetters(parsed)
  if (lost === 0) return { parsed, guessed: bytes !== given }
  const again = await take(withWesternCharset(bytes))
  const better = again !== null && unreadableLetters(again) < lost && !isGarbled(again)
  return better ? { parsed: again, guessed: true } : { parsed, guessed: false }
}

/** UTF-8 said to be a western charset comes out as pairs such as "Å·" for "ŷ": read as UTF-8, if that is what it is. */
async function takeUngarbled(bytes: Uint8Array, parsed: ParsedMail): Promise<Taken> {
  const again = await take(withUtf8Charset(bytes))
  const better = again !== null && unreadableLetters(again) === 0 && !isGarbled(again)
  return better ? { parsed: again, guessed: true } : { parsed, guessed: false }
}

/** UTF-8 read as Windows-1252. */
function isGarbled(parsed: ParsedMail): boolean {
  return /[ÂÃÄÅ][\u{80}-\u{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/u.test(
    `${parsed.text ?? ''}${parsed.html || ''}`,
  )
}

function unreadableLetters(parsed: ParsedMail | null): number {
  return `${parsed?.text ?? ''}${parsed?.html || ''}`.split('\u{FFFD}').length - 1
}

async function take(bytes: Uint8Array): Promise<ParsedMail | null> {
  const options: SimpleParserOptions & { ignoreEmbedded: boolean } = {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    keepDeliveryStatus: false,
    maxHtmlLengthToParse: 5_000_000,
    // Enclosed messages stay whole files, byte for byte, and are opened by us.
    ignoreEmbedded: true,
  }
  try {
    return await simpleParser(Buffer.from(bytes), options)
  } catch {
    return null
  }
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
  const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/.exec((value ?? '').slice(0, 2000))?.[0] ?? null
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
