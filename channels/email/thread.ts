/** What ties a mail to an earlier one: ids it answers, and the token we put into our addresses and Message-IDs. */
import type { Thread } from '../../shared/submission.ts'
import type { Headers } from './headers.ts'

/** Longest list of references kept; longer ones are some loop's. */
const mostReferences = 100
/** Characters of a field that are looked at; beyond it no mail program of people writes. */
const longestField = 20_000

/** `<left@right>` ids in a field, in order; a bare id without brackets counts as one. */
export function messageIds(value: string): readonly string[] {
  const bracketed = value.slice(-longestField).match(/<[^<>\s]+>/g)
  if (bracketed !== null) return bracketed
  const bare = value.trim()
  return /^[^\s<>@]+@[^\s<>@]+$/.test(bare) ? [`<${bare}>`] : []
}

/** The token of `feedback+TOKEN@domain`: the part after the plus, if the address is in our domain. */
export function tokenOfAddress(address: string, mailDomain: string): string | null {
  const match = /^[^@+\s]+\+([A-Za-z0-9._~-]+)@(.+)$/.exec(address.trim())
  return match?.[2]?.toLowerCase() === mailDomain.toLowerCase() ? (match[1] ?? null) : null
}

/** The token of a Message-ID that we minted, `<TOKEN.random@domain>`. */
export function tokenOfMessageId(id: string, mailDomain: string): string | null {
  const match = /^<([A-Za-z0-9._~-]+)\.[A-Za-z0-9]+@([^<>@\s]+)>$/.exec(id)
  return match?.[2]?.toLowerCase() === mailDomain.toLowerCase() ? (match[1] ?? null) : null
}

export function threadOf(headers: Headers, envelopeTo: string | null, mailDomain: string): Thread {
  const linked = [...headers.all('references'), ...headers.all('in-reply-to')].flatMap(messageIds)
  const references = [...new Set(linked)].slice(-mostReferences)
  const addressed = [
    envelopeTo ?? '',
    ...['delivered-to', 'x-original-to', 'to', 'cc'].flatMap((name) => headers.all(name)),
  ].flatMap(
    (value) => value.slice(0, longestField).match(/(?<![^\s<>"',;:@])[^\s<>"',;:@]+@[^\s<>"',;:]+/g) ?? [],
  )
  const fromAddress = addressed
    .map((address) => tokenOfAddress(address, mailDomain))
    .find((token) => token !== null)
  const fromId = references.map((id) => tokenOfMessageId(id, mailDomain)).findLast((token) => token !== null)
  return {
    messageId: messageIds(headers.first('message-id') ?? '')[0] ?? null,
    references,
    replyToken: fromAddress ?? fromId ?? null,
    ...(fromAddress === undefined && fromId !== undefined ? { tokenOnlyInIds: true } : {}),
  }
}
