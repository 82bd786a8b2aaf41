/** Finds the entries of a code set that a text speaks of, with the words that led to each. */
import { reason, type Finding, type Span } from '../../shared/finding.ts'
import type { CodeSetEntry } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'

/** Words of one entry, each with its place in the plain text. */
export interface CodeHit {
  readonly code: string
  readonly spans: readonly Span[]
}

interface Entry {
  readonly code: string
  readonly phrases: Phrases
}

const entriesOf = onceFor((set: readonly CodeSetEntry[]): readonly Entry[] =>
  set.map(({ code, patterns }) => ({ code, phrases: phrases(patterns) })),
)

export function codeHits(plain: string, set: readonly CodeSetEntry[]): readonly CodeHit[] {
  return entriesOf(set)
    .map(({ code, phrases: words }) => ({ code, spans: words.find(plain) }))
    .filter(({ spans }) => spans.length > 0)
}

/** Those within one stretch of the plain text, the most spoken of first. */
export function codesWithin(hits: readonly CodeHit[], within: Span, text: PlainText): Finding<string>[] {
  return hits
    .map(({ code, spans }) => ({
      code,
      spans: spans.filter(({ start, end }) => start >= within.start && end <= within.end),
    }))
    .filter(({ spans }) => spans.length > 0)
    .sort((a, b) => b.spans.length - a.spans.length || lettersIn(b.spans) - lettersIn(a.spans))
    .map(({ code, spans }) => ({
      value: code,
      because: [
        reason(
          'router:subject.words',
          { code },
          spans.map((span) => text.toOriginal(span)),
        ),
      ],
      confidence: Math.min(0.9, 0.4 + 0.2 * spans.length),
    }))
}

/** Longer words say more than short ones. */
function lettersIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
