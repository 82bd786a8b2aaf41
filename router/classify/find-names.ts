/** Finds the organisations and care services that a text names, in one walk over its words. */
import type { Directory } from '../../shared/directory.ts'
import type { Span } from '../../shared/finding.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import {
  nameWord,
  namesIn,
  wordPattern,
  type DirectoryNames,
  type Named,
  type NameTree,
} from './directory-names.ts'

export interface NameHit {
  /** Several where organisations share a name such as "Ward 4". */
  readonly names: readonly Named[]
  /** In the plain text. */
  readonly span: Span
}

interface Word {
  readonly as: string
  readonly span: Span
}

export function findNames(text: PlainText, original: string, directory: Directory): readonly NameHit[] {
  const known = namesIn(directory)
  const words = wordsOf(text.text, known)
  const hits: NameHit[] = []
  for (let at = 0; at < words.length;) {
    const found = longestFrom(words, at, known.tree)
    const names = found === null ? [] : accepted(found, text, original)
    if (found !== null && names.length > 0) hits.push({ names, span: found.span })
    at += found === null || names.length === 0 ? 1 : found.length
  }
  return hits
}

function wordsOf(plain: string, { spelling }: DirectoryNames): Word[] {
  return [...plain.matchAll(wordPattern)].map((match) => ({
    as: spelling.correct(nameWord(match[0])),
    span: { start: match.index, end: match.index + match[0].length },
  }))
}

interface Found {
  readonly names: readonly Named[]
  readonly span: Span
  readonly length: number
}

function longestFrom(words: readonly Word[], at: number, tree: NameTree): Found | null {
  const start = words[at]?.span.start ?? 0
  let node: NameTree | undefined = tree
  let best: Found | null = null
  for (let length = 1; node !== undefined; length += 1) {
    const word = words[at + length - 1]
    node = word === undefined ? undefined : node.next.get(word.as)
    if (node !== undefined && word !== undefined && node.names.length > 0) {
      best = { names: node.names, span: { start, end: word.span.end }, length }
    }
  }
  return best
}

/** "NRI" may be the infirmary; "nri" inside a sentence is anything. */
function accepted(found: Found, text: PlainText, original: string): readonly Named[] {
  const { start, end } = text.toOriginal(found.span)
  const inCapitals = /^[\p{Lu}.]+$/u.test(original.slice(start, end))
  return found.names.filter((named) => !named.initials || inCapitals)
}
