/** How the words sound: what the model makes of them, and which words weighed most. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/knowledge.ts'
import type { Tone } from '../../../shared/words.ts'
import { featuresOf, type Features } from './features.ts'

export interface ToneReading {
  readonly tone: Tone
  readonly chances: Readonly<Record<Tone, number>>
  /** Places in the plain text. */
  readonly leading: readonly Span[]
}

/** At most so many words are marked for the reader. */
const mostMarked = 5

/** `rating` is 1 (very poor) to 5 (very good). */
export function readTone(
  plain: string,
  question: string | null,
  rating: number | null,
  model: LinearModel,
): ToneReading {
  const features = featuresOf(plain, question, model.buckets)
  const chances = softened(scores(features, model), model, rating)
  const tone = likeliest(chances)
  return { tone, chances, leading: leadingWords(features, model, tone) }
}

function scores(features: Features, model: LinearModel): number[] {
  return model.weights.map((weights, row) => {
    let score = model.bias[row] ?? 0
    for (let at = 0; at < features.buckets.length; at += 1) {
      score += (weights[features.buckets[at] ?? 0] ?? 0) * (features.values[at] ?? 0)
    }
    return score
  })
}

/** What a star or a face adds, in log odds: clear, but outweighed by clear words. */
function ratingLean(label: string, rating: number | null): number {
  if (rating === null) return 0
  if (label === 'positive') return (rating - 3) * 0.8
  return label === 'negative' ? (3 - rating) * 0.8 : 0
}

function softened(raw: readonly number[], model: LinearModel, rating: number | null): Record<Tone, number> {
  const leaned = raw.map((score, row) => score + ratingLean(model.classes[row] ?? '', rating))
  const highest = Math.max(...leaned)
  const powers = leaned.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  const chanceOf = (tone: Tone) => (powers[model.classes.indexOf(tone)] ?? 0) / sum
  return { positive: chanceOf('positive'), neutral: chanceOf('neutral'), negative: chanceOf('negative') }
}

/** Even chances are no opinion. */
function likeliest(chances: Readonly<Record<Tone, number>>): Tone {
  if (chances.positive > chances.neutral && chances.positive > chances.negative) return 'positive'
  return chances.negative > chances.neutral ? 'negative' : 'neutral'
}

/** The words that spoke most for this tone and against the others. */
function leadingWords(features: Features, model: LinearModel, tone: Tone): Span[] {
  const row = model.classes.indexOf(tone)
  const share = features.wordStarts.map(() => 0)
  for (let at = 0; at < features.buckets.length; at += 1) {
    const word = features.words[at] ?? -1
    if (word < 0) continue
    const bucket = features.buckets[at] ?? 0
    let others = 0
    for (const weights of model.weights) others += weights[bucket] ?? 0
    const own = model.weights[row]?.[bucket] ?? 0
    share[word] = (share[word] ?? 0) + (own - (others - own) / 2) * (features.values[at] ?? 0)
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
