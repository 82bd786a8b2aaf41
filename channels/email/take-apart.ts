/** What mailparser makes of a message, with the right charset and in bounded time. */
import { simpleParser } from 'mailparser'
import type { ParsedMail, SimpleParserOptions } from 'mailparser'
import { withoutWideCharset, withUtf8Charset, withWesternCharset } from './charset.ts'
import { mediaType, readHeaders } from './headers.ts'
import { textOfHtml } from './html-text.ts'
import { isTooDeep } from './nesting.ts'

interface Taken {
  readonly parsed: ParsedMail | null
  /** With another charset than the mail says. */
  readonly guessed: boolean
}

/** Where letters came out as U+FFFD, the charset was missing or wrong: once more as Windows-1252, if that is better. */
export async function takeReadably(given: Uint8Array): Promise<Taken> {
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

/**
 * The parser would make text of HTML that nests without end for as long as it takes: so it is asked for that only where
 * such text stands beside plain parts, and the HTML is no deeper than a person's.
 */
async function take(bytes: Uint8Array): Promise<ParsedMail | null> {
  const parsed = await takeWith(bytes, { skipHtmlToText: true })
  if (parsed === null || !parsed.html || !hasPlainPart(bytes)) return parsed
  if (mediaType(readHeaders(bytes).first('content-type')) === 'multipart/alternative') return parsed
  if (isTooDeep(parsed.html)) return { ...parsed, text: textOfHtml(parsed.html) }
  return takeWith(bytes, { skipHtmlToText: false })
}

async function takeWith(
  bytes: Uint8Array,
  how: { readonly skipHtmlToText: boolean },
): Promise<ParsedMail | null> {
  const options: SimpleParserOptions & { ignoreEmbedded: boolean } = {
    ...how,
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

/**
 * The parser's words of an HTML mail hold the addresses of its pictures; ours do not. Where plain parts stand beside the
 * HTML, what it made of both is kept.
 */
export function textIn(parsed: ParsedMail | null, bytes: Uint8Array): string {
  const html = parsed?.html || ''
  const isOnlyHtml = html.trim() !== '' && !hasPlainPart(bytes)
  return isOnlyHtml ? textOfHtml(html) : (parsed?.text ?? '')
}

function hasPlainPart(bytes: Uint8Array): boolean {
  return /^content-type[ \t]*:\s*"?text\/plain/im.test(Buffer.from(bytes).toString('latin1'))
}
