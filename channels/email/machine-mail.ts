/** Tells mail that a machine wrote about delivery or absence from mail that a person wrote. In doubt it is a person's. */
import { isChallenge } from './challenge.ts'
import { textOfHtml } from './html-text.ts'
import type { MachineMail, NothingToRoute } from '../channel.ts'
import { readReport } from './delivery-report.ts'
import { mediaType, parameter } from './headers.ts'
import type { Headers } from './headers.ts'
import type { Mail } from './mail.ts'
import {
  abuseIntroduction,
  absenceSubject,
  absenceWords,
  abuseSubject,
  automaticSubject,
  automaticWords,
  failureSubject,
  failureWords,
  mailerAddress,
  outOfOfficeSubject,
  providerNotice,
  receiptWords,
  returnedMessage,
  serverCode,
  serverIntroduction,
  systemAddress,
  systemName,
  unreadMailbox,
} from './machine-words.ts'

export interface MachineFinding {
  readonly why: NothingToRoute
  readonly about: MachineMail
}

/** Longest stretch of a mail that is looked at; machines come to the point early. */
const lookedAt = 300_000

/** `source` is the repaired message: parts that the parser folds into the text are looked for there. */
export function machineMail(mail: Mail, source: string, envelopeFrom: string | null): MachineFinding | null {
  const raw = source.slice(0, lookedAt)
  const nullPath = hasNullPath(mail.headers, envelopeFrom)
  const why =
    reportKind(mail.headers, raw) ??
    abuse(mail, raw) ??
    // Before bounces: it has not failed, and mail goes on to that address.
    challenge(mail) ??
    bounce(mail, raw, nullPath) ??
    autoReply(mail, nullPath)
  return why === null ? null : { why, about: readReport(mail.headers, raw, why) }
}

/** RFC 6522: a multipart/report says itself what it reports. */
function reportKind(headers: Headers, raw: string): NothingToRoute | null {
  const type = headers.first('content-type')
  const media = mediaType(type)
  if (media !== 'multipart/report' && !/^message\/(?:.*-status|feedback-|disposition-)/.test(media))
    return null
  const stated = (parameter(type, 'report-type') ?? '').toLowerCase()
  if (stated === 'feedback-report' || hasPart(raw, 'feedback-report')) return 'abuse-report'
  if (stated === 'disposition-notification' || hasPart(raw, 'disposition-notification'))
    return 'delivery-receipt'
  if (stated !== 'delivery-status' && !hasPart(raw, '(?:global-)?delivery-status')) return null
  const actions = [...raw.matchAll(/^action[ \t]*:[ \t]*([a-z]+)/gim)].map(
    (match) => match[1]?.toLowerCase() ?? '',
  )
  const onlyGood =
    actions.length > 0 && actions.every((action) => /^(?:delivered|relayed|expanded)$/.test(action))
  return onlyGood ? 'delivery-receipt' : 'bounce'
}

function hasPart(raw: string, name: string): boolean {
  return new RegExp(`^content-type[ \\t]*:\\s*"?message/${name}\\b`, 'im').test(raw)
}

/** Is it a part of this very message, and not of a report that somebody enclosed? */
function hasOwnPart(headers: Headers, raw: string, name: string): boolean {
  const boundary = parameter(headers.first('content-type'), 'boundary')
  if (boundary === null) return false
  const parts = raw.split(`\n--${boundary}`).slice(1)
  return parts.some((part) => hasPart(part.split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '', name))
}

/** RFC 5965, and what Hotmail and others send without it. */
function abuse(mail: Mail, raw: string): NothingToRoute | null {
  if (abuseIntroduction.test(mail.text)) return 'abuse-report'
  if (isSentOn(mail)) return null
  if (hasOwnPart(mail.headers, raw, 'feedback-report')) return 'abuse-report'
  if (hasOwnPart(mail.headers, raw, 'disposition-notification')) return 'delivery-receipt'
  if (!abuseSubject.test(mail.subject ?? '')) return null
  const robot = /^(?:staff|abuse|scomp|complaints?|fbl|feedbackloop|no-?reply|postmaster)@/i.test(
    addressOf(mail),
  )
  return robot || /^x-hmxmroriginalrecipient:|^feedback-type:/im.test(raw) ? 'abuse-report' : null
}

/**
 * Old servers send plain text and no report. What they say must agree with how it came: words alone are never enough,
 * since people write to us about letters, parcels and prescriptions that were not delivered.
 */
function bounce(mail: Mail, raw: string, nullPath: boolean): NothingToRoute | null {
  if (mail.headers.has('x-failed-recipients')) return 'bounce'
  const text = `${mail.text}\n${mail.html}`.slice(0, 20_000)
  if (providerNotice.test(text)) return /complaint"/i.test(text.slice(0, 60)) ? 'abuse-report' : 'bounce'
  const failed = failureSubject.test(mail.subject ?? '')
  const said = failureWords.test(text)
  const address = addressOf(mail)
  if (mailerAddress.test(address)) return !failed && !said && isAutoReply(mail.headers) ? null : 'bounce'
  if (systemAddress.test(address) || nullPath) return failed || said ? 'bounce' : null
  if (isSentOn(mail) || isAnswer(mail)) return null
  // A name alone is anybody's: what is said must be what servers say.
  if (systemName.test(mail.from?.name ?? '') && (failed || (said && isServers(mail, text)))) return 'bounce'
  if (serverIntroduction.test(text) || hasOwnPart(mail.headers, raw, '(?:global-)?delivery-status'))
    return 'bounce'
  return failed && said && isServers(mail, text) ? 'bounce' : null
}

function isServers(mail: Mail, text: string): boolean {
  return serverCode.test(text) || returnedMessage.test(text) || isReturned(mail)
}

function challenge(mail: Mail): NothingToRoute | null {
  if (isSentOn(mail)) return null
  const { headers, text } = mail
  const words = text.trim() === '' && mail.html !== '' ? textOfHtml(mail.html) : ownWords(text)
  const isAnswer =
    isThreaded(headers) ||
    /^auto-(?:generated|notified)/i.test(headers.first('auto-submitted') ?? '') ||
    isHinted(headers)
  return isChallenge(words, mail.subject ?? '', isAnswer) ? 'auto-reply' : null
}

/** Below the first quoted line it is somebody else who speaks. */
function ownWords(text: string): string {
  return (text.split(/^>/m, 1)[0] ?? '').slice(0, 1500)
}

function isThreaded(headers: Headers): boolean {
  return headers.has('in-reply-to') || headers.has('references')
}

/** Exchange and lists put these on people's mail too: they count only beside something that is outright. */
function isHinted(headers: Headers): boolean {
  return (
    headers.has('x-auto-response-suppress') || /^(?:bulk|junk|auto)/i.test(headers.first('precedence') ?? '')
  )
}

/** RFC 3834 and the fields that programs used before it. `auto-generated` alone may be a person's words through a form. */
function autoReply(mail: Mail, nullPath: boolean): NothingToRoute | null {
  const { headers, text } = mail
  const subject = mail.subject ?? ''
  if (isAutoReply(headers)) return 'auto-reply'
  if (nullPath && headers.has('in-reply-to')) return 'auto-reply'
  const absent = absenceWords.test(text.slice(0, 4000))
  const own = ownWords(text)
  const stated = nullPath || /^auto-(?:generated|notified)/i.test(headers.first('auto-submitted') ?? '')
  if (stated && !headers.has('list-id') && (absent || absenceSubject.test(subject))) return 'auto-reply'
  const hinted = isHinted(headers)
  if (outOfOfficeSubject.test(subject)) return hinted || absent ? 'auto-reply' : null
  // A person may write about the automatic reply they got: the subject counts beside another sign of a program.
  const answers = isThreaded(headers)
  if (answers && (unreadMailbox.test(own) || (hinted && stated && receiptWords.test(own))))
    return 'auto-reply'
  const says = absent || automaticWords.test(text.slice(0, 400))
  return automaticSubject.test(subject) && (hinted || stated || answers || says) ? 'auto-reply' : null
}

const autoReplyFields = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-auto-respond',
  'x-mail-autoreply',
  'x-autoreply-from',
  'x-vacation',
]

function isAutoReply(headers: Headers): boolean {
  return (
    /^auto-replied/i.test(headers.first('auto-submitted') ?? '') ||
    /^auto[-_]?repl/i.test(headers.first('precedence') ?? '') ||
    /autoresponder/i.test(headers.first('x-post-messageclass') ?? '') ||
    /vacation/i.test(headers.first('x-apple-action') ?? '') ||
    /mailbox rules agent/i.test(headers.first('x-ms-exchange-generated-message-source') ?? '') ||
    autoReplyFields.some((name) => !/^(?:no|false|0|)$/i.test(headers.first(name) ?? ''))
  )
}

/** RFC 5321 4.5.5: notifications are sent with an empty reverse path. */
function hasNullPath(headers: Headers, envelopeFrom: string | null): boolean {
  const path = headers.first('return-path') ?? ''
  return (
    envelopeFrom === '' || envelopeFrom === '<>' || /^<\s*>$/.test(path) || /^<?mailer-daemon\b/i.test(path)
  )
}

function addressOf(mail: Mail): string {
  return mail.from?.address ?? mail.headers.first('from') ?? ''
}

/** A person passing something on, a bounce of theirs for example. */
function isSentOn(mail: Mail): boolean {
  return /^\s*(?:fwd?|wg|tr|rv|enc|vs|vb|doorst|i)\s*:/i.test(mail.subject ?? '')
}

function isAnswer(mail: Mail): boolean {
  return /^\s*(?:re|aw|sv|antw|ynt|odp|atb)\s*(?:\[\d+\])?:/i.test(mail.subject ?? '')
}

/** Carries a whole message, or its headers, that came back. */
function isReturned(mail: Mail): boolean {
  return mail.files.some(
    (file) => file.contentType === 'message/rfc822' || file.contentType === 'text/rfc822-headers',
  )
}
