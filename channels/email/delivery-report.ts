/** What a bounce or receipt says of our message: which one, to whom, with what status (RFC 3464, RFC 8098, RFC 5965). */
import type { MachineMail, NothingToRoute } from '../channel.ts'
import type { Headers } from './headers.ts'
import { saysStillTried } from './machine-words.ts'
import { messageIds } from './thread.ts'

const recipientFields =
  /^(?:final-recipient|original-recipient|x-failed-recipients|removal-recipient|original-rcpt-to)[ \t]*:(?:[ \t]*(?:rfc822|utf-8|x-[\w-]+)(?:[ \t]*;|(?=[ \t])))?[ \t]*<?([^\s<>;,@]+@[^\s<>;,]+)>?[ \t]*\r?$/im
const statusField = /^status[ \t]*:[ \t]*([245]\.\d{1,3}\.\d{1,3})/im
const statusInWords = /(?:^|[\s#(:<])([45]\.\d{1,3}\.\d{1,3})(?=[\s):>,;.]|$)/m

export function readReport(headers: Headers, raw: string, why: NothingToRoute): MachineMail {
  const body = raw.slice(Math.max(0, raw.search(/\r?\n\r?\n/)))
  const status = statusField.exec(body)?.[1] ?? statusInWords.exec(body)?.[1] ?? null
  const action = /^action[ \t]*:[ \t]*(\w+)/im.exec(body)?.[1]?.toLowerCase() ?? null
  const delayed = action === null && status === null ? isStillTried(headers, body) : action === 'delayed'
  return {
    inAnswerTo: answered(headers, body),
    recipient: recipientFields.exec(raw)?.[1] ?? addressUnder(body, why),
    status,
    permanent: why === 'bounce' && !delayed && (status === null || status.startsWith('5')),
  }
}

/** Only its own words count: below them stands what was sent, which may tell of delays too. */
function isStillTried(headers: Headers, body: string): boolean {
  const own =
    body.slice(0, 3000).split(/^[ \t>|]*(?:return-path|received|message-id|from|subject)[ \t]*:/im)[0] ?? ''
  return saysStillTried.test(headers.first('subject') ?? '') || saysStillTried.test(own.replace(/\s+/g, ' '))
}

/** The id of the message that came back, then whatever the notification says it answers. */
function answered(headers: Headers, body: string): readonly string[] {
  const returned = [...body.matchAll(/^[ \t>|]*(?:original-)?message-id[ \t]*:[ \t]*(<[^<>\s]+>)/gim)]
  const ids = returned.map((match) => match[1] ?? '')
  const linked = [...headers.all('in-reply-to'), ...headers.all('references')].flatMap(messageIds)
  return [...new Set([...ids, ...linked])]
}

/** Servers that print no fields put the address alone on a line, often in angle brackets, before the reason. */
function addressUnder(body: string, why: NothingToRoute): string | null {
  if (why !== 'bounce') return null
  return /^[ \t>]*<?([^\s<>:;,"'@]+@[^\s<>:;,"'@]+\.[a-z]{2,})>?[ \t]*(?::|\r?$|\()/im.exec(body)?.[1] ?? null
}
