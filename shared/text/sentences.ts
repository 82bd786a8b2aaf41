/** Cuts a text into its sentences, as places in the text. */
import type { Span } from '../finding.ts'

/** Ends at . ! ? or a line break that closes a line, and not after the number of a list; blank stretches are left out. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(
    /(?<!(?:^|[.!?:]\s|\n)\d{1,2})[.!?]{1,9}["')]{0,3}(?=\s|$)|[!?]{1,9}|\n+/g,
  )) {
    push(spans, text, start, match.index + match[0].length)
    start = match.index + match[0].length
  }
  push(spans, text, start, text.length)
  return spans
}

/** Trimmed; nothing is added where only blanks stand. */
function push(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to)
  const trimmed = piece.trim()
  if (trimmed === '') return
  const start = from + piece.indexOf(trimmed)
  spans.push({ start, end: start + trimmed.length })
}
