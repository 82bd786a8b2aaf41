/** A text cut where the words begin and end that led to a conclusion. */
import type { Span } from '../../shared/finding.ts'

export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Overlapping and touching spans become one mark; what lies outside the text is left out. Joined, the pieces are the text. */
export function markedText(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of joined(spans, text.length)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}

function joined(spans: readonly Span[], length: number): readonly Span[] {
  const inside = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const result: Span[] = []
  for (const span of inside) {
    const last = result.at(-1)
    if (last === undefined || span.start > last.end) result.push(span)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return result
}
