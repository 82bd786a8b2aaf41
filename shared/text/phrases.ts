/** Looks for the phrases of a rule in a plain text, leaving out those that stand inside a known false alarm. */
import type { Span } from '../finding.ts'

export interface Phrases {
  /** In the order of the text; never overlapping. */
  find(plain: string): readonly Span[]
  /** Cheaper than find, where only the fact matters. */
  occurIn(plain: string): boolean
}

/**
 * Patterns are in lower case, as the plain text is, and need no flags: that reads several times faster than ignoring case.
 * Throws a plain sentence where a pattern is no regular expression, so that a wrong rule is refused when it is saved.
 */
export function phrases(patterns: readonly string[], unless: readonly string[] = []): Phrases {
  const wanted = together(patterns)
  const alarms = together(unless)
  return {
    find: (plain) => {
      if (wanted === null) return []
      const found = spansOf(wanted, plain)
      if (found.length === 0 || alarms === null) return found
      const falseAlarms = spansOf(alarms, plain)
      return found.filter(
        (span) => !falseAlarms.some((alarm) => alarm.start <= span.start && alarm.end >= span.end),
      )
    },
    occurIn(plain) {
      if (wanted === null) return false
      if (alarms !== null) return this.find(plain).length > 0
      return plain.search(wanted) >= 0
    },
  }
}

function together(patterns: readonly string[]): RegExp | null {
  if (patterns.length === 0) return null
  for (const pattern of patterns) checked(pattern)
  return new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'g')
}

function checked(pattern: string): void {
  try {
    new RegExp(pattern)
  } catch (error) {
    throw new Error(`This pattern of a rule cannot be read, please correct it: ${pattern}`, { cause: error })
  }
}

function spansOf(expression: RegExp, plain: string): Span[] {
  const spans: Span[] = []
  for (const match of plain.matchAll(expression)) {
    if (match[0].length > 0) spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}
