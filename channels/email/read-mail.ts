/** Reads one mail into a submission, or says which machine sent it. Whatever has content becomes a submission. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import type { Reason } from '../../shared/finding.ts'
import { submissionOf } from '../../shared/submission.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { isLegible } from '../../shared/text/legible.ts'
import { storable } from '../../shared/text/storable.ts'
import type { Delivery, File, Reading } from '../channel.ts'
import { importDoor, importSays } from './archived-mail.ts'
import { mayReply } from './auto-reply.ts'
import { historyMark, textOfHtml } from './html-text.ts'
import { bodyStart } from './headers.ts'
import { machineMail } from './machine-mail.ts'
import type { Mail } from './mail.ts'
import { contextOf, type MailContext, type OurMail } from './mail-context.ts'
import { newWords } from './new-words.ts'
import { parseMail, rawBody } from './parse-mail.ts'
import { repair } from './repair.ts'
import { threadOf } from './thread.ts'

/** `checks` are the sender checks already concluded from the evidence. */
export async function readMail(
  delivery: Pick<Delivery, 'door' | 'raw' | 'envelope' | 'receivedAt' | 'treatAsFeedback'>,
  checks: readonly Reason[],
  settings: OurMail,
): Promise<Reading> {
  const mail = await parseMail(delivery.raw)
  const { bytes } = repair(delivery.raw)
  const source = Buffer.from(bytes).toString('latin1')
  const envelopeFrom = delivery.envelope['mail-from'] ?? null
  const machine = machineMail(mail, source, envelopeFrom)
  // A person on the desk has looked and says that it is feedback; a machine's mail is not answered all the same.
  const overruled = delivery.treatAsFeedback === true
  if (!overruled && machine !== null)
    return { outcome: 'nothing-to-route', why: machine.why, about: machine.about }
  const context = contextOf(mail, delivery.envelope['rcpt-to'] ?? null, settings)
  const body = bodyOf(mail, context)
  const shown = withoutNoise(body.originalText !== '' || mail.files.length > 0 ? body : unmadeOut(bytes))
  if (!overruled && mail.subject === null && shown.originalText === '' && mail.files.length === 0) {
    return { outcome: 'nothing-to-route', why: 'empty', about: null }
  }
  const sent = sentAt(mail.headers.first('date'), delivery.receivedAt)
  const files = mail.files.map(({ content }) => ({ content, sha256: sha256(content) }))
  const submission = submissionOf({
    channel: 'email',
    text: isInSubjectAlone(shown, context) ? (mail.subject ?? '') : shown.text,
    originalText: shown.originalText,
    subject: mail.subject,
    person: personOf(mail),
    attachments: mail.files.map((file, index) => ({
      name: file.name,
      contentType: file.contentType,
      size: file.content.length,
      sha256: files[index]?.sha256 ?? '',
    })),
    thread: threadOf(mail.headers, delivery.envelope['rcpt-to'] ?? null, settings.mailDomain),
    sentAt: sent.at,
    autoReply: machine === null && mayReply(mail, envelopeFrom, settings.mailFrom) ? 'allowed' : 'forbidden',
    ...(delivery.envelope[importSays.quiet] === undefined ? {} : { takenInQuietly: true }),
    remarks: [
      ...imported(delivery),
      ...mail.remarks,
      ...shown.remarks,
      ...missing(mail),
      ...sent.remarks,
      ...checks,
    ],
  })
  return { outcome: 'submission', submission, files: files satisfies readonly File[] }
}

interface Body {
  readonly text: string
  readonly originalText: string
  readonly remarks: readonly Reason[]
}

/** Nobody's case is sorted by letters that chance made of bytes. What came stays in the full text. */
function withoutNoise(body: Body): Body {
  if (isLegible(body.text)) return body
  return { ...body, text: '', remarks: [...body.remarks, reason('email:remark.noise')] }
}

/** Where there is markup but not a word, the source is shown rather than nothing; and that there was a body, if even that fails. */
function unmadeOut(bytes: Uint8Array): Body {
  const source = rawBody(bytes)
  const isBlank =
    Buffer.from(bytes.subarray(bodyStart(bytes)))
      .toString('latin1')
      .trim() === ''
  const remarks = isBlank
    ? []
    : [reason(source === '' ? 'email:remark.nothingToShow' : 'email:remark.rawBody')]
  return { text: source, originalText: source, remarks }
}

/** Whoever writes all of it into the subject line has said it there; on an answer that line is the other's. */
function isInSubjectAlone({ originalText, remarks }: Body, { reply, forward }: MailContext): boolean {
  return originalText === '' && remarks.length === 0 && !reply && !forward
}

/** The plain part, unless the HTML plainly says more or marks the history that the plain part does not. */
function bodyOf(mail: Mail, context: MailContext): Body {
  const html = mail.html === '' ? '' : textOfHtml(mail.html)
  const fromText = newWords(mail.text, context)
  const fromHtml = newWords(html, context)
  const htmlSaysMore = lettersIn(html) > lettersIn(mail.text) * 1.5 + 100
  const better = mail.text.trim() === '' || htmlSaysMore || (fromHtml.cut && !fromText.cut)
  const useHtml = better && html.trim() !== ''
  const words = storable(useHtml ? fromHtml.text : fromText.text).trim()
  const whole = storable(withoutMarks(useHtml ? html : mail.text)).trim()
  const enclosed = mail.enclosed.map(quotation).join('\n\n')
  return {
    // What is enclosed was sent on purpose: it is part of what they say, unless they answer something.
    text: context.reply && words !== '' ? words : together(words, enclosed),
    originalText: together(whole, enclosed),
    remarks: [],
  }
}

/** Of an enclosed message all is shown. */
const asItIs: MailContext = { reply: false, forward: true, isOurs: () => false }

/** An enclosed message as text, headed by who wrote it. */
function quotation(mail: Mail): string {
  const from =
    mail.from === null ? '' : `From: ${[mail.from.name, mail.from.address].filter(Boolean).join(' ')}\n`
  const subject = mail.subject === null ? '' : `Subject: ${mail.subject}\n`
  return `${from}${subject}\n${bodyOf(mail, asItIs).originalText}`.trim()
}

function together(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n\n')
}

function withoutMarks(text: string): string {
  return text.replaceAll(`${historyMark}\n`, '').replaceAll(historyMark, '')
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

function personOf(mail: Mail) {
  const listed = mail.headers.has('list-id') || mail.headers.has('list-post')
  const answerTo = listed ? null : (mail.replyTo?.address ?? null)
  return {
    name: mail.from?.name ?? mail.replyTo?.name ?? null,
    email: answerTo ?? mail.from?.address ?? null,
    phone: null,
    address: null,
  }
}

/** Staff must know from which day the clocks run. */
function imported({ door, envelope, receivedAt }: Pick<Delivery, 'door' | 'envelope' | 'receivedAt'>) {
  if (door !== importDoor) return []
  if (envelope[importSays.undated] !== undefined) return [reason('email:remark.importedUndated')]
  return [reason('email:remark.imported', { day: londonDate(receivedAt) })]
}

function missing(mail: Mail): readonly Reason[] {
  const remarks: Reason[] = []
  if (mail.from?.address === undefined || mail.from.address === null)
    remarks.push(reason('email:remark.noSender'))
  if (!mail.headers.has('message-id')) remarks.push(reason('email:remark.noMessageId'))
  const replyTo = mail.replyTo?.address
  if (replyTo && mail.from?.address && replyTo.toLowerCase() !== mail.from.address.toLowerCase()) {
    remarks.push(reason('email:remark.otherReplyAddress', { address: mail.from.address }))
  }
  return remarks
}

/** A day ahead of the receipt is a wrong clock or a lie: shown as a remark, never used. */
function sentAt(value: string | null, receivedAt: string): { at: string | null; remarks: readonly Reason[] } {
  if (value === null) return { at: null, remarks: [reason('email:remark.noDate')] }
  const instant = Date.parse(value.replace(/\([^()]*\)/g, ''))
  if (Number.isNaN(instant) || instant < 0) return { at: null, remarks: [reason('email:remark.badDate')] }
  const day = 24 * 60 * 60 * 1000
  if (instant > Date.parse(receivedAt) + day)
    return { at: null, remarks: [reason('email:remark.futureDate')] }
  return { at: new Date(instant).toISOString(), remarks: [] }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
