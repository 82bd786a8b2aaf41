/** Finds the organisations and care services that a text names, in one walk over its words. */
import type { Directory } from '../../../shared/directory.ts'
import type { Span } from '../../../shared/finding.ts'
import type { PlainText } from '../../../shared/text/plain-text.ts'
import { namesIn, type DirectoryNames, type Named, type NameTree } from './directory-names.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'
import { isMeant } from './is-meant.ts'
import type { Reading } from './name-spelling.ts'
import { wordPattern } from './name-words.ts'

export interface NameHit {
  /** Several where organisations share a name such as "Ward 4". */
  readonly names: readonly Named[]
  /** In the plain text. */
  readonly span: Span
}

export interface NamesFound {
  readonly hits: readonly NameHit[]
  /** Words of a name that mean something else where they stand: "111 High Street". In the plain text. */
  readonly elsewhere: readonly Span[]
}

interface Word extends Span {
  readonly written: string
  readonly readings: readonly Reading[]
}

export function findNames(text: PlainText, original: string, directory: Directory): NamesFound {
  const known = namesIn(directory)
  const words = wordsOf(text.text, known)
  const hits: NameHit[] = []
  const elsewhere: Span[] = []
  for (let at = 0; at < words.length;) {
    const found = longestFrom(words, at, known, text.text)
    if (found === null) {
      at += 1
      continue
    }
    const around = surroundingsOf(text, original, found.span, known)
    const names = isRightlySpelt(found, around) ? found.names.filter((named) => isMeant(named, around)) : []
    if (names.length > 0) hits.push({ names, span: found.span })
    else if (found.slips === 0) elsewhere.push(found.span)
    at += names.length === 0 && found.slips > 0 ? 1 : found.length
  }
  return { hits, elsewhere }
}

function wordsOf(plain: string, { spelling }: DirectoryNames): Word[] {
  return [...plain.matchAll(wordPattern)].map((match) => ({
    written: match[0],
    readings: spelling.readings(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

interface Found {
  readonly names: readonly Named[]
  readonly span: Span
  /** In words. */
  readonly length: number
  readonly slips: number
  /** Words as they should be. */
  readonly right: number
  /** Slips that are words of their own. */
  readonly ordinary: number
  readonly letters: number
}

type Path = Omit<Found, 'names' | 'span'>

const start: Path = { length: 0, slips: 0, right: 0, ordinary: 0, letters: 0 }

/** The longest name that begins with this word; of two as long, the one with fewer slips. */
function longestFrom(
  words: readonly Word[],
  at: number,
  { tree, spelling }: DirectoryNames,
  plain: string,
): Found | null {
  let best: Found | null = null
  const step = (node: NameTree, path: Path, reading: Reading, last: Word, taking: number): void => {
    const next = node.next.get(reading.word)
    if (next === undefined || path.slips + reading.slips > mostSlipsInName) return
    const on = onwards(path, reading, taking)
    const isWhole = taking === 1 || path.length > 0 || reading.word.length >= fewestLettersApart
    if (next.names.length > 0 && isWhole && isBetter(on, best)) {
      best = { ...on, names: next.names, span: { start: words[at]?.start ?? 0, end: last.end } }
    }
    walk(next, on)
  }
  const walk = (node: NameTree, path: Path): void => {
    const index = at + path.length
    const [previous, word, after] = [words[index - 1], words[index], words[index + 1]]
    if (word === undefined) return
    if (path.length > 0 && previous !== undefined && !belongTogether(plain, previous, word)) return
    for (const reading of word.readings) step(node, path, reading, word, 1)
    if (after === undefined || !/^[ -]$/.test(plain.slice(word.end, after.start))) return
    for (const reading of spelling.readings(word.written + after.written)) {
      if (reading.slips === 0) step(node, path, reading, after, 2)
    }
  }
  walk(tree, start)
  return best
}

const mostSlipsInName = 3
/** "Ultra sound" is a name by itself; "sea view" only in a longer one. */
const fewestLettersApart = 8

function onwards(path: Path, { word, slips, ordinary }: Reading, taking: number): Path {
  return {
    length: path.length + taking,
    slips: path.slips + slips,
    right: path.right + (slips === 0 && word.length > 2 ? 1 : 0),
    ordinary: path.ordinary + (slips > 0 && ordinary ? 1 : 0),
    letters: path.letters + word.length,
  }
}

function isBetter(path: Path, best: Path | null): boolean {
  if (best === null || path.length > best.length) return true
  return path.length === best.length && path.slips < best.slips
}

/** A full stop ends a sentence, except after a short form: "St. Anne's". */
function belongTogether(plain: string, before: Span, after: Span): boolean {
  const between = plain.slice(before.end, after.start)
  if (between.length > 3) return false
  return /^[ -]*$/.test(between) || (/^\. ?$/.test(between) && before.end - before.start <= 4)
}

/** A single word needs to be long; of several, one has to be right; an ordinary word needs capitals. */
const fewestLettersAlone = 7

function isRightlySpelt(found: Found, { isCapitalised, isInCapitals }: Surroundings): boolean {
  const { slips, length, right, ordinary, letters } = found
  if (slips === 0) return true
  if (found.names.some(({ manner }) => manner === 'initials')) return isInCapitals && slips + ordinary === 1
  if (ordinary > 0 && !(length > 1 && (isCapitalised || right > 1))) return false
  if (length === 1) return letters >= (slips > 1 ? fewestLettersAlone + 3 : fewestLettersAlone)
  return right > 0 || letters >= 4 * length + 2 * slips
}
