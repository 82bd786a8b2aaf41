/** Where the words of a finding stand, and whether two stretches of a text have words in common. */
import type { Finding, Span } from '../../shared/finding.ts'

export function spansOf({ because }: Finding<string>): readonly Span[] {
  return because.flatMap(({ spans }) => spans ?? [])
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** What marks no words may be said anywhere. */
export function maySay(stretch: Span, finding: Finding<string>): boolean {
  const spans = spansOf(finding)
  return spans.length === 0 || spans.some((span) => overlap(span, stretch))
}
