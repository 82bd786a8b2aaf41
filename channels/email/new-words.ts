/** Parts the person's new words from the history they quote. In doubt words stay: losing the person's own is the worse error. */
import { withoutBanner, withoutFooters } from './footers.ts'
import { historyMark } from './html-text.ts'
import type { MailContext } from './mail-context.ts'
import {
  historyMarkEnd,
  introductionEnd,
  isQuoted,
  quotedAuthor,
  withSplitIntroductions,
} from './quote-lines.ts'
import { answersBelow, sentFromDevice } from './quote-words.ts'

export interface NewWords {
  readonly text: string
  /** The name and address below a `-- ` line, as typed; null without one. */
  readonly signature: string | null
  /** Was anything set aside as history? */
  readonly cut: boolean
}

interface Block {
  readonly kind: 'words' | 'quote' | 'introduction'
  readonly lines: readonly string[]
}

/** The words of one mail. `text` holds line feeds only; quoted lines start with `>`. */
export function newWords(text: string, context: MailContext): NewWords {
  const unsigned = withoutArmour(text)
  const whole = unsigned.replaceAll(historyMark, '').trim()
  const all = { text: whole, signature: null, cut: false }
  if (context.forward) return all
  if (!context.reply) return withoutSignature(whole)
  const { above, history, author } = splitAtHistory(withSplitIntroductions(unsigned).split('\n'))
  if (author !== null && !context.isOurs(author)) return all
  const blocks = blocksOf(above)
  const spoken = ownBlocks(blocks)
  const words = spoken
    .flatMap((block) => block.lines)
    .filter((line) => !line.includes(historyMark))
    .join('\n')
  const cut = history || spoken.length < blocks.filter(hasContent).length
  // Who answers between the lines of what they quote leaves nothing to set aside.
  if (words.trim() === '' || (cut && answersBelow.test(words))) return all
  return { ...withoutSignature(words), cut }
}

/** What OpenPGP puts around signed words (RFC 9580 7), and what it encrypted: both say nothing to a reader. */
function withoutArmour(text: string): string {
  const armour =
    /^-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w+: .*\n)*\n([^]*?)\n-----BEGIN PGP SIGNATURE-----[^]*?-----END PGP SIGNATURE-----$/m
  return withoutEncrypted(text.replace(armour, (_, words: string) => words.replace(/^- /gm, '')))
}

const [encryptedStart, encryptedEnd] = ['-----BEGIN PGP MESSAGE-----', '-----END PGP MESSAGE-----']

function withoutEncrypted(text: string): string {
  let kept = ''
  for (let at = 0; ;) {
    const start = text.indexOf(encryptedStart, at)
    const end = start < 0 ? -1 : text.indexOf(encryptedEnd, start)
    if (end < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = end + encryptedEnd.length
  }
}

interface Split {
  readonly above: readonly string[]
  readonly history: boolean
  /** Whoever wrote what is quoted first, if an address tells. */
  readonly author: string | null
}

/** Everything from a line that only a mail program writes, such as a block of From, Sent, To and Subject, is history. */
function splitAtHistory(lines: readonly string[]): Split {
  let spoken = false
  for (let at = 0; at < lines.length; at++) {
    const end = historyMarkEnd(lines, at)
    if (end > at && spoken) {
      return { above: lines.slice(0, at), history: true, author: quotedAuthor(lines, at, end) }
    }
    // With nothing above it, this is a forward or a form's mail, and the "history" is the message.
    if (end > at) at = end - 1
    else spoken ||= isWord(lines[at] ?? '')
  }
  return { above: lines, history: false, author: null }
}

function isWord(line: string): boolean {
  return /[\p{L}\p{N}\p{So}]/u.test(line) && !isQuoted(line)
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = []
  let words: string[] = []
  const push = (kind: Block['kind'], some: readonly string[]) => blocks.push({ kind, lines: some })
  const flush = () => {
    if (words.length > 0) push('words', words)
    words = []
  }
  for (let at = 0; at < lines.length;) {
    const quoted = quotedUntil(lines, at)
    const introduced = quoted > at ? at : introductionEnd(lines, at)
    if (quoted === at && introduced === at) {
      words.push(lines[at++] ?? '')
      continue
    }
    flush()
    push(quoted > at ? 'quote' : 'introduction', lines.slice(at, Math.max(quoted, introduced)))
    at = Math.max(quoted, introduced)
  }
  flush()
  return blocks
}

/** The end of a run of quoted lines, blank lines within it included. */
function quotedUntil(lines: readonly string[], from: number): number {
  let end = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isQuoted(line)) end = at + 1
    else if (line.trim() !== '' || end === from) break
  }
  return end
}

/** Drops the quotations before and after the person's words; those between their words stay, as what they answer. */
function ownBlocks(blocks: readonly Block[]): readonly Block[] {
  const content = blocks.filter(hasContent)
  const isOwn = (block: Block) => block.kind === 'words' && !isFooter(block.lines)
  const first = content.findIndex(isOwn)
  if (first < 0) return []
  const last = content.findLastIndex(isOwn)
  const kept = content.slice(first, last + 1)
  // Answers between the lines of a quotation that opens the mail need that opening too.
  const opening = kept.some((block) => block.kind === 'quote') ? content.slice(0, first) : []
  return [...opening, ...kept].filter((block) => block.kind !== 'introduction')
}

function hasContent(block: Block): boolean {
  return block.lines.some((line) => line.trim() !== '')
}

/** A list's footer or a signature left below a quotation. */
function isFooter(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '')
  return filled.length === 0 || (/^\s*(?:--|__+)\s*$/.test(filled[0] ?? '') && filled.length <= 8)
}

/** RFC 3676 4.3: the line `-- ` opens the signature; a long passage below it is no signature. */
function withoutSignature(words: string): NewWords {
  const lines = trimmedEnds(withoutFooters(withoutBanner(trimmedEnds(words.split('\n')))))
  while (lines.length > 1 && isFromDevice(lines.at(-1) ?? '')) trimEnd(lines)
  const at = lines.findLastIndex((line) => /^--\s*$/.test(line))
  const below = lines.slice(at + 1)
  if (at < 1 || below.length > 8 || below.some((line) => line.length > 120)) {
    return { text: lines.join('\n'), signature: null, cut: false }
  }
  const text = trimmedEnds(lines.slice(0, at)).join('\n')
  return { text, signature: below.join('\n').trim() || null, cut: false }
}

/** With its links taken out: "Sent from [Mail](https://...)", "Get Outlook for iOS<https://...>". */
function isFromDevice(line: string): boolean {
  if (line.length > 400) return false
  return sentFromDevice.test(
    line.replace(/\[([^\][]*)\]\([^()]*\)/g, '$1').replace(/<[^<>\s]*>|\(https?:[^)\s]*\)/g, ''),
  )
}

function trimEnd(lines: string[]): void {
  lines.pop()
  while (lines.length > 0 && isRule(lines.at(-1) ?? '')) lines.pop()
}

/** Without blank lines at either end, and without a ruled line left hanging at the bottom. */
function trimmedEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0) return []
  const rest = lines.slice(first)
  while (rest.length > 1 && isRule(rest.at(-1) ?? '')) rest.pop()
  return rest
}

function isRule(line: string): boolean {
  return /^[\s_=*—–‐-]*$/.test(line)
}
