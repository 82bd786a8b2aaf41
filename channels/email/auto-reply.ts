/** May a machine answer this mail at all (RFC 3834 section 2)? */
import type { Mail } from './mail.ts'

/** Role addresses that no person reads; RFC 3834 asks that they are not answered. */
const roleAddress =
  /^(?:mailer-daemon|postmaster|no-?_?-?reply|do-?not-?reply|owner-.*|.*-request|.*-owner|bounces?|root|daemon|nobody|listserv|majordomo)(?:[+-].*)?@/i

export function mayReply(mail: Mail, envelopeFrom: string | null, ownAddress: string): boolean {
  const { headers } = mail
  const address = mail.replyTo?.address ?? mail.from?.address ?? null
  if (address === null || envelopeFrom === '' || envelopeFrom === '<>') return false
  if (/^<\s*>$/.test(headers.first('return-path') ?? '')) return false
  if (headers.has('list-id') || headers.has('list-post') || headers.has('mailing-list')) return false
  if (headers.has('list-unsubscribe') || headers.has('x-mailing-list')) return false
  if (/^(?:bulk|junk|list)/i.test(headers.first('precedence') ?? '')) return false
  if (/^(?!no\b)/i.test(headers.first('auto-submitted') ?? 'no')) return false
  if (/all|autoreply/i.test(headers.first('x-auto-response-suppress') ?? '')) return false
  return !roleAddress.test(address) && !isOwn(address, ownAddress)
}

/** Our own address, with or without a token after the plus. */
function isOwn(address: string, own: string): boolean {
  const bare = (text: string) =>
    (/[^\s<>]+@[^\s<>]+/.exec(text)?.[0] ?? text).toLowerCase().replace(/\+[^@]*@/, '@')
  return bare(address) === bare(own)
}
