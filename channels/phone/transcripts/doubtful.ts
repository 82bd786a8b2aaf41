/** Passages that the transcriber was not sure of, marked the way typists do: [chemist?], [?]. */
import type { Span } from '../../../shared/finding.ts'

/** Below it, a transcriber is as likely wrong as right about a word. */
export const doubtfulBelow = 0.5

export function markDoubtful(words: string): string {
  const bare = words.trim()
  return bare === '' ? '[?]' : words.replace(bare, () => `[${bare}?]`)
}

/** Tags for what the typist was unsure of or could not hear, as research transcripts carry them. */
export function markTagged(text: string): string {
  return text
    .replace(/<UNSURE>([^<]*)<\/UNSURE>/gi, (_, words: string) => markDoubtful(words))
    .replace(/<(?:UNIN|UNINTELLIGIBLE|INAUDIBLE)\s*\/?>/gi, '[?]')
}

const marked = /\[[^\][\n]{0,400}\?\]|\[(?:inaudible|unclear|indistinct|crosstalk)[^\][\n]{0,60}\]/gi

/** Where they stand, our marks and a typist's own alike. */
export function doubtfulPassages(text: string): readonly Span[] {
  return [...text.matchAll(marked)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
