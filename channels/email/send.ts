/** Sends our answers by SMTP, so that a reply or a bounce finds its way back to the case by the token. */
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { isOneEmailAddress } from '../../shared/contact.ts'
import { reason } from '../../shared/finding.ts'
import type { OutgoingMessage, SendResult } from '../channel.ts'
import { htmlOf } from './outgoing-html.ts'

export interface SenderSettings {
  /** Address people see, `Name <address>` or the bare address. */
  readonly mailFrom: string
  readonly mailDomain: string
}

/**
 * Milliseconds a mail server may be silent, in all less than a worker has: one that says nothing is asked again later.
 * After the last line of a message it is given longer, since it may be looking for viruses before it answers.
 */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 25_000,
} as const

export function createSender(
  smtpUrl: string,
  settings: SenderSettings,
): (message: OutgoingMessage) => Promise<SendResult> {
  const transport = createTransport({ url: smtpUrl, ...patience })
  return async (message) => {
    if (!isOneEmailAddress(message.to)) {
      return { sent: false, retry: false, problem: reason('email:send.notOneAddress') }
    }
    try {
      const sent = await transport.sendMail(mailOf(message, settings))
      return { sent: true, providerId: sent.messageId }
    } catch (error) {
      return failed(error)
    }
  }
}

function mailOf(message: OutgoingMessage, settings: SenderSettings) {
  const { replyToken } = message
  const plain = bareAddress(settings.mailFrom)
  const answersTo = replyToken === null ? plain : addressWithToken(replyToken, settings)
  return {
    from: { name: message.organisationName, address: plain },
    to: { name: '', address: message.to },
    replyTo: { name: message.organisationName, address: answersTo },
    // A bounce comes back to the token too, so that it is shown on the case (VERP).
    envelope: { from: answersTo, to: message.to },
    subject: message.subject,
    text: message.text,
    html: htmlOf(message),
    messageId: messageIdOf(message, settings),
    ...(message.inReplyTo === null ? {} : { inReplyTo: message.inReplyTo }),
    references: [...message.references],
    // RFC 3834: a receipt says that it is one; a person's reply does not.
    headers: message.automatic
      ? {
          'Auto-Submitted': 'auto-replied',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': message.language,
        }
      : { 'Content-Language': message.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** `feedback+TOKEN@domain`, the local part being that of our own address. */
export function addressWithToken(token: string, settings: SenderSettings): string {
  const local = bareAddress(settings.mailFrom).split('@')[0] ?? 'feedback'
  return `${local}+${token}@${settings.mailDomain}`
}

/** The same message sent again has the same id: the receiving side can then drop the second. */
function messageIdOf(message: OutgoingMessage, settings: SenderSettings): string {
  const unique = createHash('sha256').update(message.id).digest('hex').slice(0, 20)
  return `<${message.replyToken ?? 'notice'}.${unique}@${settings.mailDomain}>`
}

function bareAddress(text: string): string {
  return /<([^<>]+)>/.exec(text)?.[1] ?? text.trim()
}

/**
 * RFC 5321 4.2.1: 5yz is for good, 4yz and a lost connection may pass. But only of the recipient and of the message: a
 * server that refuses us (a password that changed, a closed door) says nothing of the person's address.
 */
function failed(error: unknown): SendResult {
  const code = smtpCode(error)
  if (code !== null && code >= 500 && isAboutTheMessage(error)) {
    const problem = reason('email:send.refused', { code })
    return { sent: false, retry: false, problem, gone: isAboutTheAddress(error, code) }
  }
  const problem = code === null ? reason('email:send.noAnswer') : reason('email:send.later', { code })
  return { sent: false, retry: true, problem }
}

function isAboutTheMessage(error: unknown): boolean {
  if (!(error instanceof Error) || !('command' in error)) return false
  return error.command === 'RCPT TO' || error.command === 'DATA'
}

/** Words by which servers say that it is we, or what we send, that they do not take. */
const ofUs =
  /relay|authenti|sender|spam|polic|block|black|denied|reputation|spf|dkim|dmarc|rate|tls|\bip\b|client host|content/i

/**
 * RFC 3463: 5.1 is the address and 5.2 the mailbox, but 5.1.7 and 5.1.8 are ours and 5.2.3 is a message too long. Without
 * such a status what RFC 5321 4.2.3 says of a mailbox counts, unless the words tell of something else: a relay that lets
 * nobody through says nothing of the person's address.
 */
function isAboutTheAddress(error: unknown, code: number): boolean {
  if (!(error instanceof Error) || !('command' in error) || error.command !== 'RCPT TO') return false
  const said = 'response' in error && typeof error.response === 'string' ? error.response : ''
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1]
  if (status !== undefined) return /^5\.[12]\./.test(status) && !['5.1.7', '5.1.8', '5.2.3'].includes(status)
  return [550, 551, 553].includes(code) && !ofUs.test(said.slice(0, 500))
}

function smtpCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('responseCode' in error)) return null
  return typeof error.responseCode === 'number' ? error.responseCode : null
}
