/** Recognises, line by line, how mail programs set a quoted message apart from what the person wrote. */
import { historyMark } from './html-text.ts'
import {
  bareSeparator,
  beginForwarded,
  historyHeaderOf,
  historyHeadersIn,
  namesWriterFirst,
  replyMarker,
  separatorLine,
  wroteAtEnd,
  wroteVerb,
} from './quote-words.ts'

const address = /(?<![\w.+=%-])[\w.+=%-]+@[\w-]+(?:\.[\w-]+)+/
/** In the digits of any script. */
const clockTime = /\p{Nd}{1,2}[:.hH]\p{Nd}{2}/u
const year = /(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/
const startsWithDate =
  /^[\s*_]*(?:\p{L}{2,12}\.?,?\s+)?(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[-/. ]\s?(?:\d{1,2}|\p{L}{3,12}\.?)[-/. ,]\s?\d{2,4})/u
/** "On", in the languages whose programs start an introduction with it, then a digit soon. */
const preposition =
  /^[\s*_-]*(?:on|op|le|am|el|il(?: giorno)?|em|den|på|w dniu|dnia|dne|dňa|dana|at|ar|vào|ngày|в|у|на|pe|la|în data de|στις|την|quoting|tarihinde|em|a|az|þann|pada|el d[ií]a|il y a|kl\.?|on behalf)[\s,].{0,40}\d/iu
/** An introduction wrapped by the sender's program runs over a few lines. */
const longestIntroduction = 5
/** No program prints longer lines of its own; crafted ones would take the patterns too long. */
const longestLine = 400

export function isQuoted(line: string): boolean {
  // ">>> our offer <<<" is decoration.
  return /^\s{0,4}[>＞]/.test(line) && !/^\s*>>.*<<\s*$/.test(line)
}

/**
 * Does history begin here that runs to the end: a separator, a block of headers, an introduction without `>` below it?
 * The line after that mark; `at` itself where none stands.
 */
export function historyMarkEnd(lines: readonly string[], at: number): number {
  const line = lines[at] ?? ''
  if (line.length > longestLine || isQuoted(line)) return at
  if (line.includes(historyMark)) return at + 1
  if (separatorLine.test(line) || beginForwarded.test(line)) {
    return isQuoted(nextFilled(lines, at + 1)) ? at : at + 1
  }
  if (replyMarker.test(line)) return at + 1
  if (bareSeparator.test(line)) {
    const headed = headerBlockEnd(lines, at + 1)
    return headed > at + 1 ? headed : at
  }
  const block = headerBlockEnd(lines, at)
  if (block > at) return block
  const end = introductionEnd(lines, at)
  return end > at && !isQuoted(nextFilled(lines, end)) ? end : at
}

/** Whoever wrote what the mark from `at` to `end` introduces; null where no address stands there. */
export function quotedAuthor(lines: readonly string[], at: number, end: number): string | null {
  // Below a mere rule or a container's mark the headers follow, or an introduction.
  const near = lines.slice(at, Math.max(end, at + 8)).filter((line) => line.length <= longestLine)
  const header = near.findIndex((line) => historyHeadersIn(line).includes('from'))
  const told = header < 0 ? near.slice(0, Math.max(end - at, 1)) : near.slice(header, header + 2)
  return address.exec(told.join(' '))?.[0] ?? null
}

/** Yahoo's app puts the introduction and what it introduces on one line. */
export function withSplitIntroductions(text: string): string {
  return text.replace(/^([^\n]{0,200}<[^<>\s@]+@[^<>\s]+>[^\n:：]{0,30}[:：])[ \t]{2,}(?=\S)/gmu, '$1\n')
}

/** From, with Sent, To or Subject close below: what Outlook prints above the message it answers. */
function headerBlockEnd(lines: readonly string[], at: number): number {
  if (historyHeaderOf(lines[at] ?? '') === null) return at
  const near = lines.slice(at, at + 9).map((line) => line.slice(0, longestLine))
  const blank = near.findIndex((line, index) => line.trim() === '' && (near[index + 1] ?? '').trim() === '')
  const block = near.slice(0, blank < 0 ? near.length : blank)
  const names = block.map(historyHeadersIn)
  const found = new Set(names.flat())
  if (!found.has('from') || (!found.has('sent') && !found.has('subject'))) return at
  const timed = found.has('sent') && clockTime.test(block.join(' ')) && address.test(block.join(' '))
  return found.size >= 3 || timed ? at + names.findLastIndex((some) => some.length > 0) + 1 : at
}

/** The line after "On 3 May 2026 at 10:00, Name wrote:" that starts at `at`; `at` itself if none starts there. */
export function introductionEnd(lines: readonly string[], at: number): number {
  const line = lines[at] ?? ''
  if (line.length > longestLine || line.trim() === '' || isQuoted(line)) return at
  if (separatorLine.test(line) || beginForwarded.test(line)) return at + 1
  const dated = opensWithDate(line)
  const below = nextFilled(lines, at + 1)
  if (namesWriterFirst.test(line) && isQuoted(below)) return at + 1
  if (!dated && !address.test(line)) return at
  let end = at
  for (let next = at + 1; next <= Math.min(at + longestIntroduction, lines.length); next++) {
    const last = lines[next - 1] ?? ''
    if (last.length > longestLine || last.trim() === '' || isQuoted(last)) break
    // Words above an introduction are not part of it: it starts at the last line that can start one.
    if (next > at + 1 && (opensWithDate(last) || (!dated && address.test(last)))) break
    const text = joined(lines, at, next)
    const below = nextFilled(lines, next)
    if (introduces(text, below) && (isQuoted(below) || isCertain(text))) end = next
  }
  return end
}

function opensWithDate(line: string): boolean {
  return startsWithDate.test(line) || preposition.test(line)
}

function introduces(text: string, next: string): boolean {
  if (text.length > 400) return false
  const dated = clockTime.test(text) || year.test(text)
  if (wroteAtEnd.test(text)) return address.test(text) || dated
  // Whatever the language: a date, then an address in angle brackets and a colon, is typed by no person.
  if (dated && /<[^<>\s@]+@[^<>\s@]+>\s*[:：]\s*$/.test(text)) return true
  if (dated && /<[^<>\s@]+@[^<>\s@]+>[^<>]{0,40}[:：]\s*$/.test(text) && isQuoted(next)) return true
  if (!startsWithDate.test(text) && !(dated && wroteVerb.test(text))) return false
  return address.test(text) && (/[:：]\s*$/.test(text) || isQuoted(next))
}

/** No person types an address there; but "On 3 May 2026 at 10:00 the consultant wrote:" they do type, and go on. */
function isCertain(text: string): boolean {
  return address.test(text) || /\byou wrote\s*:$/.test(text) || separatorLine.test(text)
}

function joined(lines: readonly string[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map((line) => line.trim())
    .join(' ')
}

function nextFilled(lines: readonly string[], from: number): string {
  for (let at = from; at < lines.length; at++) if ((lines[at] ?? '').trim() !== '') return lines[at] ?? ''
  return ''
}
