/** Looks for the phrases of a rule in a plain text, leaving out those that stand inside a known false alarm. */
import type { Span } from '../finding.ts'
import { mayOccur, neededStretches, stretchesIn, type Needed } from './needed-letters.ts'

export interface Phrases {
  /** In the order of the text; never overlapping. */
  find(plain: string): readonly Span[]
  /** Do the words occur, and only inside known false alarms? */
  areOnlyAlarms(plain: string): boolean
  /** Do known false alarms cover each of these places? */
  coverAll(plain: string, places: readonly Span[]): boolean
  /** Cheaper than find, where only the fact matters. */
  occurIn(plain: string): boolean
}

/**
 * Patterns are in lower case, as the plain text is, and need no flags: that reads several times faster than ignoring case.
 * Throws a plain sentence where a pattern is no regular expression, so that a wrong rule is refused when it is saved.
 */
export function phrases(patterns: readonly string[], unless: readonly string[] = []): Phrases {
  const wanted = made(patterns)
  const alarms = made(unless)
  return {
    find: (plain) => {
      const found = spansOfAll(wanted, plain)
      return found.length === 0 ? found : apart(withoutAlarms(found, alarms, plain))
    },
    areOnlyAlarms(plain) {
      if (alarms.length === 0) return false
      const found = spansOfAll(wanted, plain)
      return found.length > 0 && withoutAlarms(found, alarms, plain).length === 0
    },
    coverAll: (plain, places) => withoutAlarms(places, alarms, plain).length === 0,
    occurIn(plain) {
      if (alarms.length > 0) return this.find(plain).length > 0
      const table = tableOf(plain)
      return wanted.some(({ expression, needed }) => mayOccur(needed, table) && plain.search(expression) >= 0)
    },
  }
}

interface Wanted {
  readonly expression: RegExp
  readonly needed: Needed
}

function spansOfAll(wanted: readonly Wanted[], plain: string): readonly Span[] {
  const table = tableOf(plain)
  const found: Span[] = []
  for (const { expression, needed } of wanted) {
    if (mayOccur(needed, table)) found.push(...spansOf(expression, plain))
  }
  return found
}

/** Of the few texts in hand: all rules look at the same ones. */
const tables = new Map<string, Uint32Array>()
const textsInHand = 4

function tableOf(plain: string): Uint32Array {
  const had = tables.get(plain)
  if (had !== undefined) return had
  // The table of the oldest is written over, once there are enough.
  const [oldest = plain] = tables.size < textsInHand ? [] : tables.keys()
  const table = stretchesIn(plain, tables.get(oldest))
  tables.delete(oldest)
  tables.set(plain, table)
  return table
}

/** A false alarm covers the whole of what it calls false. */
function withoutAlarms(found: readonly Span[], alarms: readonly Wanted[], plain: string): readonly Span[] {
  const falseAlarms = spansOfAll(alarms, plain)
  if (falseAlarms.length === 0) return found
  return found.filter(
    (span) => !falseAlarms.some((alarm) => alarm.start <= span.start && alarm.end >= span.end),
  )
}

/** In the order of the text; of two that overlap, the earlier, and of two that start together, the longer. */
function apart(found: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1)
    if (last === undefined || span.start >= last.end) spans.push(span)
  }
  return spans
}

/** One expression for each: joined in one, the engine takes many times longer to make it ready. */
function made(patterns: readonly string[]): readonly Wanted[] {
  for (const pattern of patterns) checked(pattern)
  return patterns.map((pattern) => {
    const source = plainly(forgiving(pattern))
    return { expression: new RegExp(source, 'g'), needed: neededStretches(source) }
  })
}

/** A plain text holds no accents: "ffôn" is looked for as "ffon". */
function plainly(pattern: string): string {
  return pattern.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFKD').charAt(0))
}

/** People leave out apostrophes: "dont", "isnt". One in a character class stays as it is. */
function forgiving(pattern: string): string {
  return pattern.replace(/(?<!\[[^\]]{0,20})'(?![?*+{])/g, "'?")
}

function checked(pattern: string): void {
  try {
    new RegExp(pattern)
  } catch (error) {
    throw new Error(`This pattern of a rule cannot be read, please correct it: ${pattern}`, { cause: error })
  }
}

/** Not matchAll, which makes the whole expression anew for each text. */
function spansOf(expression: RegExp, plain: string): Span[] {
  const spans: Span[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(plain); match !== null; match = expression.exec(plain)) {
    const length = match[0].length
    if (length > 0) spans.push({ start: match.index, end: match.index + length })
    else expression.lastIndex += 1
  }
  return spans
}
