/** What stands around a name in the text, and how it is written: what tells a ward from a person and 111 from a house number. */
import type { Span } from '../../../shared/finding.ts'
import type { PlainText } from '../../../shared/text/plain-text.ts'
import type { DirectoryNames } from './directory-names.ts'
import { nameWord } from './name-words.ts'
import { isOrdinary } from './ordinary-words.ts'

export interface Surroundings {
  /** As the person wrote it. */
  readonly written: string
  /** Plain letters, up to `reach` of them; a line break where a line ends. */
  readonly before: string
  readonly after: string
  /** As the person wrote what follows. */
  readonly writtenAfter: string
  /** Each word with a capital, though not the whole text. */
  readonly isCapitalised: boolean
  /** All of it in capitals, though not the whole text. */
  readonly isInCapitals: boolean
  readonly startsSentence: boolean
  /** A proper name of something else stands right before it: "Leeds council". */
  readonly followsOtherName: boolean
}

const reach = 60

/** Works the rest out only for whom it may concern: most texts name nobody. */
export function surroundingsOf(
  text: PlainText,
  original: string,
  span: Span,
  known: DirectoryNames,
): Surroundings {
  const { start, end } = text.toOriginal(span)
  const written = original.slice(start, end)
  const before = text.lines.slice(Math.max(0, span.start - reach), span.start)
  const around = original.slice(Math.max(0, start - reach), end + reach)
  const shouted = !/\p{Ll}/u.test(around.replace(written, ''))
  const writtenBefore = original.slice(Math.max(0, start - reach), start)
  return {
    written,
    before,
    after: text.lines.slice(span.end, span.end + reach),
    writtenAfter: original.slice(end, end + reach),
    isCapitalised: !(shouted && /\p{L}/u.test(around.replace(written, ''))) && eachCapital.test(written),
    isInCapitals: !(shouted && /\p{L}{4}/u.test(around.replace(written, ''))) && allCapitals.test(written),
    startsSentence: /(?:^|[.!?\n]\s{0,10})["'(]?$/.test(before),
    followsOtherName: followsOtherName(writtenBefore, known),
  }
}

const eachCapital = /^(?:(?:\p{Lu}[\p{L}\p{M}'’]*|\d+|and|of|the)(?:[\s.\-–/&+]+|$))+$/u
const allCapitals = /^[\p{Lu}.&+/ -]+(?:['’]?s)?$/u

function followsOtherName(writtenBefore: string, known: DirectoryNames): boolean {
  const last = /(\p{Lu}[\p{Ll}'’]+) $/u.exec(writtenBefore)?.[1]
  if (last === undefined) return false
  const word = last.toLowerCase().replaceAll('’', "'")
  return !isOrdinary(word) && !isOrdinary(nameWord(word)) && !known.holds(nameWord(word))
}
