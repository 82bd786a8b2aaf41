/** What a mail says of itself besides its words: does it answer something, and may what it quotes be ours? */
import type { Mail } from './mail.ts'
import { threadOf } from './thread.ts'

export interface MailContext {
  /** Does it answer an earlier message? Only then has it history: whatever else is in it is new to us. */
  readonly reply: boolean
  /** Was it sent on? Then what it carries is the matter itself. */
  readonly forward: boolean
  /** May whoever has this address be one of us? What anybody else wrote before was passed on to us on purpose. */
  isOurs(address: string): boolean
}

export interface OurMail {
  readonly mailDomain: string
  /** Our own address: mail from it is ours coming back. */
  readonly mailFrom: string
}

export function contextOf(
  mail: Mail,
  envelopeTo: string | null,
  { mailDomain, mailFrom }: OurMail,
): MailContext {
  const thread = threadOf(mail.headers, envelopeTo, mailDomain)
  const fields = ['to', 'cc', 'delivered-to', 'x-original-to'].flatMap((name) => mail.headers.all(name))
  const ours = new Set([mailDomain.toLowerCase(), ...domainsIn([mailFrom, envelopeTo ?? '', ...fields])])
  // Some servers put ids of their own in the place of ours: then only the quoted author can tell.
  const answersUs =
    thread.replyToken !== null || domainsIn(thread.references).some((domain) => ours.has(domain))
  return {
    reply: isReply(mail),
    forward: isForward(mail.subject ?? ''),
    isOurs: (address) => answersUs || domainsIn([address]).some((domain) => ours.has(domain)),
  }
}

const longestField = 20_000

function domainsIn(fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) =>
    Array.from(field.slice(0, longestField).matchAll(/@([\w-]+(?:\.[\w-]+)*)/g), ([, domain = '']) =>
      domain.toLowerCase(),
    ),
  )
}

function isReply(mail: Mail): boolean {
  return (
    mail.headers.has('in-reply-to') ||
    mail.headers.has('references') ||
    /^\s*(?:re|aw|sv|antw|odp|ynt|res|rif|atb|回复|答复|回覆)\s*(?:\[\d+\]\s*)?[:：]/iu.test(
      mail.subject ?? '',
    )
  )
}

function isForward(subject: string): boolean {
  return /^\s*(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|pd|továbbítás|转发|轉寄)\s*[:：]/iu.test(subject)
}
