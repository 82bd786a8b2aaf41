/** Tells mail that a machine wrote about delivery or absence from mail that a person wrote. In doubt it is a person's. */
import type { MachineMail, NothingToRoute } from '../../channels/channel.ts'
import { readReport } from './delivery-report.ts'
import { mediaType, parameter } from './headers.ts'
import type { Headers } from './headers.ts'
import type { Mail } from './mail.ts'
import {
  absenceSubject,
  absenceWords,
  abuseSubject,
  automaticSubject,
  failureSubject,
  failureWords,
  returnedMessage,
} from './machine-words.ts'

export interface MachineFinding {
  readonly why: NothingToRoute
  readonly about: MachineMail
}

/** `raw` is the repaired source: parts that the parser folds into the text are looked for there. */
export function machineMail(mail: Mail, raw: string, envelopeFrom: string | null): MachineFinding | null {
  const why =
    reportKind(mail.headers, raw) ?? abuse(mail, raw) ?? bounce(mail, raw, envelopeFrom) ?? autoReply(mail)
  return why === null ? null : { why, about: readReport(mail.headers, raw, why) }
}

/** RFC 6522: a multipart/report says itself what it reports. */
function reportKind(headers: Headers, raw: string): NothingToRoute | null {
  const type = headers.first('content-type')
  const media = mediaType(type)
  if (media !== 'multipart/report' && !media.startsWith('message/')) return null
  const stated = (parameter(type, 'report-type') ?? '').toLowerCase()
  if (
    stated === 'feedback-report' ||
    media === 'message/feedback-report' ||
    hasPart(raw, 'feedback-report')
  ) {
    return 'abuse-report'
  }
  if (stated === 'disposition-notification' || hasPart(raw, 'disposition-notification'))
    return 'delivery-receipt'
  if (stated !== 'delivery-status' && !hasPart(raw, '(?:global-)?delivery-status')) return null
  const actions = [...raw.matchAll(/^action[ \t]*:[ \t]*([a-z]+)/gim)].map((match) => match[1]?.toLowerCase())
  const onlyGood =
    actions.length > 0 && actions.every((action) => /^(delivered|relayed|expanded)$/.test(action ?? ''))
  return onlyGood ? 'delivery-receipt' : 'bounce'
}

function hasPart(raw: string, name: string): boolean {
  return new RegExp(`^content-type[ \\t]*:\\s*"?message/${name}\\b`, 'im').test(raw)
}

/** RFC 5965, and what AOL, Yahoo and Hotmail sent before it. */
function abuse(mail: Mail, raw: string): NothingToRoute | null {
  const headers = mail.headers
  if (headers.has('x-hmxmroriginalrecipient') && /staff@hotmail/i.test(senderOf(mail))) return 'abuse-report'
  if (mediaType(headers.first('content-type')).startsWith('multipart/') && hasPart(raw, 'feedback-report')) {
    return isForwarded(mail) ? null : 'abuse-report'
  }
  return abuseSubject.test(mail.subject ?? '') && isRobot(senderOf(mail)) ? 'abuse-report' : null
}

function bounce(mail: Mail, raw: string, envelopeFrom: string | null): NothingToRoute | null {
  const { headers } = mail
  if (headers.has('x-failed-recipients')) return 'bounce'
  const sender = senderOf(mail)
  const subject = mail.subject ?? ''
  const failed = failureSubject.test(subject)
  const said = failureWords.test(`${mail.text}\n${mail.html}`.slice(0, 20_000))
  const status = !isForwarded(mail) && hasPart(raw, '(?:global-)?delivery-status')
  if (isMailer(sender)) return autoReplyHeader(headers) && !failed && !said ? null : 'bounce'
  const signs = [
    failed,
    said,
    status,
    hasNullPath(headers, envelopeFrom),
    isPostmaster(sender),
    returnedMessage.test(mail.text),
    isReturned(mail),
  ].filter(Boolean).length
  if (!failed && !said && !status) return null
  return signs >= 2 && !isForwarded(mail) && !isReply(mail) ? 'bounce' : null
}

/** RFC 3834 and the fields that programs used before it. `auto-generated` alone may be a person's words through a form. */
function autoReply(mail: Mail): NothingToRoute | null {
  const { headers, text } = mail
  const subject = mail.subject ?? ''
  if (autoReplyHeader(headers)) return 'auto-reply'
  if (automaticSubject.test(subject)) return 'auto-reply'
  const hinted =
    /^auto-(?:generated|notified)/i.test(headers.first('auto-submitted') ?? '') ||
    headers.has('x-auto-response-suppress') ||
    /^(?:bulk|junk|auto)/i.test(headers.first('precedence') ?? '') ||
    hasNullPath(headers, null)
  const absent = absenceWords.test(text.slice(0, 4000))
  if (absenceSubject.test(subject) && (hinted || absent)) return 'auto-reply'
  return hinted && absent && !headers.has('list-id') ? 'auto-reply' : null
}

function autoReplyHeader(headers: Headers): boolean {
  if (/^auto-replied/i.test(headers.first('auto-submitted') ?? '')) return true
  if (/^auto[-_]?repl/i.test(headers.first('precedence') ?? '')) return true
  if (/autoresponder/i.test(headers.first('x-post-messageclass') ?? '')) return true
  const fields = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-mail-autoreply']
  const others = ['x-autoreply-from', 'x-vacation', 'x-away', 'x-ms-exchange-generated-message-source']
  if (/mailbox rules agent/i.test(headers.first(others[3] ?? '') ?? '')) return true
  return [...fields, ...others.slice(0, 3)].some((name) =>
    /^(?!(?:no|false|0)$)/i.test(headers.first(name) ?? 'no'),
  )
}

/** RFC 5321 4.5.5: notifications are sent with an empty reverse path. */
function hasNullPath(headers: Headers, envelopeFrom: string | null): boolean {
  return envelopeFrom === '' || envelopeFrom === '<>' || /^<\s*>$/.test(headers.first('return-path') ?? '')
}

function senderOf(mail: Mail): string {
  return `${mail.from?.name ?? ''} <${mail.from?.address ?? mail.headers.first('from') ?? ''}>`
}

function isMailer(sender: string): boolean {
  return /mailer-?_?daemon|mail delivery (?:sub)?system|mail ?delivery ?service|<mailerdaemon|mdaemon@|<mail-?daemon/i.test(
    sender,
  )
}

function isPostmaster(sender: string): boolean {
  return /<(?:postmaster|mail-?admin|mmdf|bounces?|root|smtp|daemon|system|mta|ndr)[@>-]|post ?master|system administrator|systemadministrator|microsoft (?:outlook|exchange)|mail (?:administrator|server|system|router)|internet mail|mailscanner|mimecast/i.test(
    sender,
  )
}

function isRobot(sender: string): boolean {
  return (
    isMailer(sender) ||
    isPostmaster(sender) ||
    /<(?:abuse|scomp|complaints?|fbl|feedbackloop|no-?reply)[@+-]/i.test(sender)
  )
}

function isForwarded(mail: Mail): boolean {
  return /^\s*(?:fwd?|wg|tr|rv|enc|vs|vb|doorst|i)\s*:/i.test(mail.subject ?? '')
}

function isReply(mail: Mail): boolean {
  return /^\s*(?:re|aw|sv|antw|ynt|odp|atb)\s*(?:\[\d+\])?:/i.test(mail.subject ?? '')
}

/** Carries a whole message that came back. */
function isReturned(mail: Mail): boolean {
  return mail.files.some(
    (file) => file.contentType === 'message/rfc822' || file.contentType === 'text/rfc822-headers',
  )
}
