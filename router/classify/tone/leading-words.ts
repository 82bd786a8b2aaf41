/** The words that spoke most for one class of a model and against the others. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/knowledge.ts'
import type { Features } from './features.ts'

/** At most so many words are marked for the reader. */
const mostMarked = 5

/** In the order of the text. `mask`: as in scores. */
export function leadingWords(features: Features, model: LinearModel, row: number, mask = -1): Span[] {
  const share = features.wordStarts.map(() => 0)
  for (let at = 0; at < features.buckets.length; at += 1) {
    const word = features.words[at] ?? -1
    if (word < 0) continue
    const weight = againstOthers(model, row, (features.buckets[at] ?? 0) & mask)
    share[word] = (share[word] ?? 0) + weight * (features.values[at] ?? 0)
  }
  return share
    .map((weight, word) => ({
      weight,
      start: features.wordStarts[word] ?? 0,
      end: features.wordEnds[word] ?? 0,
    }))
    .filter(({ weight }) => weight > 0.02)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostMarked)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
}

/** "Was" and "she" weigh too, but tell a reader nothing; where there is nothing else they stand. */
export function telling(words: readonly Span[]): readonly Span[] {
  const longer = words.filter(({ start, end }) => end - start > 3)
  return longer.length > 0 ? longer : words
}

function againstOthers({ weights }: LinearModel, row: number, bucket: number): number {
  let others = 0
  for (const each of weights) others += each[bucket] ?? 0
  const own = weights[row]?.[bucket] ?? 0
  return own - (others - own) / (weights.length - 1)
}
