/** May a machine answer this mail at all (RFC 3834 section 2)? */
import type { Mail } from './mail.ts'

/** Role addresses that no person reads; RFC 3834 asks that they are not answered. */
const role =
  /^(?:mailer-daemon|postmaster|no-?_?-?reply|do-?not-?reply|bounces?|root|daemon|nobody|listserv|majordomo)(?:[+-]|$)|^owner-|-(?:request|owner)(?:[+-]|$)/i

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
  return !isRole(address) && !isOwn(address, ownAddress)
}

function isRole(address: string): boolean {
  const at = address.lastIndexOf('@')
  return at > 0 && role.test(address.slice(0, at))
}

/** Our own address, with or without a token after the plus. */
function isOwn(address: string, own: string): boolean {
  return withoutToken(address) === withoutToken(own)
}

function withoutToken(text: string): string {
  const [local = '', ...domain] = (/(?<![^\s<>@])[^\s<>@]+@[^\s<>]+/.exec(text)?.[0] ?? text)
    .toLowerCase()
    .split('@')
  return [local.split('+', 1)[0], ...domain].join('@')
}
