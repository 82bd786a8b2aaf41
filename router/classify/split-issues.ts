/** Splits a message into the matters it raises: what is praised, what is blamed, and about what. */
import type { Span } from '../../shared/finding.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'
import type { Tone } from '../../shared/words.ts'

/** One stretch of the plain text with what was made of it. */
export interface Stretch extends Span {
  readonly tone: Tone
  /** The code spoken of most, or null. */
  readonly subject: string | null
  /** Organisations that are named in it, each with its care service where one is: "trust" or "trust/ward". */
  readonly places: readonly string[]
}

/** Where the talk turns. Each side must have some words of its own. */
const turns =
  /[,;]? (?=(?:but|however|although|though|unfortunately|except|apart from|on the other hand|sadly|ond|fodd bynnag) )/gu
const fewestLetters = 12
/** A person has to read them: no more than so many, the last holding the rest. */
const mostIssues = 8

/** The stretches a message is first cut into: sentences, and their parts where they turn. Places in the text given. */
export function stretchesOf(text: string): readonly Span[] {
  return sentencesOf(text).flatMap((sentence) => atTurns(text, sentence))
}

function atTurns(text: string, { start, end }: Span): Span[] {
  const cuts: number[] = []
  let last = start
  for (const match of text.slice(start, end).matchAll(turns)) {
    const at = start + match.index + match[0].length
    if (at - last < fewestLetters || end - at < fewestLetters) continue
    cuts.push(at)
    last = at
  }
  return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }))
}

/** Neighbours that say the same of the same are one matter. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const previous = joined.at(-1)
    if (previous !== undefined && (joined.length >= mostIssues || belongTogether(previous, stretch))) {
      joined[joined.length - 1] = together(previous, stretch)
    } else joined.push(stretch)
  }
  return joined
}

/** What is neither praised nor blamed goes with the praise beside it. */
function belongTogether(a: Stretch, b: Stretch): boolean {
  const blamed = a.tone === 'negative' || b.tone === 'negative'
  const praised = a.tone === 'positive' || b.tone === 'positive'
  if (blamed && praised) return false
  if (areElsewhere(a.places, b.places)) return false
  return praised || a.subject === null || b.subject === null || a.subject === b.subject
}

/** One team can answer for what was wrong in one place. */
function areElsewhere(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !b.some((place) => a.some((other) => areOne(place, other)))
}

/** "The General" and a ward of it. */
function areOne(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}

function together(a: Stretch, b: Stretch): Stretch {
  const tone =
    a.tone === 'negative' || b.tone === 'negative' ? 'negative' : a.tone === 'neutral' ? b.tone : a.tone
  return {
    start: a.start,
    end: b.end,
    tone,
    subject: a.subject ?? b.subject,
    places: [...a.places, ...b.places],
  }
}
