/** Finds which words of the directory a written word may be a slip of, and how many slips that takes. */
import { nameWord } from './name-words.ts'
import { isOrdinary } from './ordinary-words.ts'

export interface Reading {
  /** A word of the directory. */
  readonly word: string
  /** Letters missing, added, changed or swapped; 0 as it should be. */
  readonly slips: number
  /** What is written is a word of its own: a slip only where capitals show that a name is meant. */
  readonly ordinary: boolean
}

export interface NameSpelling {
  /** The likeliest first; empty for most words. A lower-case word in. */
  readings(written: string): readonly Reading[]
}

/** Longer words are hard to spell and have few neighbours. */
function mostSlips(length: number): number {
  if (length < 4) return 0
  return length < 7 ? 1 : 2
}

const mostAnswered = 20_000
const longest = 24

/** Known words are found by their forms with letters left out (after Wolf Garbe's SymSpell). */
export function nameSpellingOf(words: ReadonlySet<string>): NameSpelling {
  const formsOf = new Map<string, string[]>()
  for (const word of words) {
    for (const form of withLettersLeftOut(word, mostSlips(word.length))) {
      const same = formsOf.get(form)
      if (same === undefined) formsOf.set(form, [word])
      else same.push(word)
    }
  }
  /** People use the same words again and again. */
  const answered = new Map<string, readonly Reading[]>()
  return {
    readings(written) {
      const earlier = answered.get(written)
      if (earlier !== undefined) return earlier
      const answer = worked(written)
      if (answered.size >= mostAnswered) answered.clear()
      answered.set(written, answer)
      return answer
    },
  }

  function worked(written: string): readonly Reading[] {
    const word = nameWord(written)
    if (words.has(word)) return [{ word, slips: 0, ordinary: false }]
    if (word.length < 4 || word.length > longest || !/^[a-z]+$/.test(word)) return []
    const near = new Set<string>()
    for (const form of withLettersLeftOut(word, mostSlips(word.length + 1))) {
      for (const known of formsOf.get(form) ?? []) near.add(known)
    }
    const ordinary = isOrdinary(written) || isOrdinary(word)
    return [...near]
      .map((known) => ({ word: known, slips: slipsBetween(word, known), ordinary }))
      .filter((reading) => reading.slips <= mostSlips(reading.word.length))
      .filter((reading) => isLikely(word, reading))
      .sort((a, b) => a.slips - b.slips)
  }
}

/** The word itself too. */
function* withLettersLeftOut(word: string, most: number): Generator<string> {
  yield word
  if (most === 0 || word.length < 3) return
  for (let at = 0; at < word.length; at += 1) {
    yield* withLettersLeftOut(word.slice(0, at) + word.slice(at + 1), most - 1)
  }
}

/** The first letter is seldom wrong; in a short word one letter seldom stands for another that sounds otherwise. */
function isLikely(written: string, { word, slips }: Reading): boolean {
  const [first = '', second = ''] = written
  const sameStart = first === word[0] || (first === word[1] && second === word[0])
  if (!sameStart) return word.length >= 8 && slips === 1
  if (word.length > 5 || written.length !== word.length) return true
  const differing = Array.from(written, (letter, at) => (letter === word[at] ? -1 : at)).filter(
    (at) => at >= 0,
  )
  return differing.length !== 1 || differing.every((at) => soundsLike(written[at], word[at]))
}

const alike = ['aeiouy', 'cksqg', 'szx', 'fvw', 'bp', 'dt', 'mn', 'gj']

function soundsLike(a = '', b = ''): boolean {
  return alike.some((letters) => letters.includes(a) && letters.includes(b))
}

/** Letters missing, added, changed, or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : changed
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
