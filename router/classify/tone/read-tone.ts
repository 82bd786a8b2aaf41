/** How the words sound: what the model makes of the whole and of its parts, and which words weighed most. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel, Model, ToneModel } from '../../../shared/knowledge.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { evidenceOf } from './evidence.ts'
import { askedOf, featuresOf, type Asked, type Features } from './features.ts'
import { hiddenOf, judgedScores } from './judge.ts'
import { chancesOf, scoresOf } from './scores.ts'

export type Chances = Readonly<Record<Tone, number>>

export interface ToneReading {
  readonly tone: Tone
  readonly chances: Chances
  /** Places in the plain text. */
  readonly leading: readonly Span[]
  /** One for each part handed in. */
  readonly parts: readonly Chances[]
}

export interface ToneInput {
  readonly plain: string
  /** The stretches the plain text is made of. */
  readonly parts: readonly Span[]
  readonly question: string | null
  /** 1 (very poor) to 5 (very good). */
  readonly rating: number | null
}

/** At most so many words are marked for the reader. */
const mostMarked = 5
/** Parts beyond these are not scored on their own, so that a long letter stays quick. */
const mostParts = 150

export function readTone({ plain, parts, question, rating }: ToneInput, models: Model): ToneReading {
  const model = question === null ? (models.unasked ?? models) : models
  const asked = askedOf(question)
  const features = featuresOf(plain, asked, model.tone.buckets)
  const whole = scoresOf(features, model.tone)
  const each =
    parts.length === 1
      ? [whole]
      : parts.slice(0, mostParts).map((part) => partScores(plain, part, asked, model.tone))
  const scores = judged(whole, each, { question, letters: plain.length }, model)
  const chances = named(chancesOf(scores.map((score, row) => score + ratingLean(tones[row], rating))))
  const tone = likeliest(chances)
  return {
    tone,
    chances,
    leading: leadingWords(features, model.tone, tone),
    parts: each.map((part) => named(chancesOf(part))),
  }
}

function partScores(plain: string, { start, end }: Span, asked: Asked, model: LinearModel): number[] {
  return scoresOf(featuresOf(plain.slice(start, end), asked, model.buckets), model)
}

function judged(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
  { question, letters }: { readonly question: string | null; readonly letters: number },
  { judge }: ToneModel,
): readonly number[] {
  if (judge === null) return whole
  const evidence = evidenceOf(whole, parts, question, letters)
  return judgedScores(evidence, hiddenOf(evidence, judge), judge)
}

const perStar = 1.4

/** What a star or a face adds, in log odds: clear, but outweighed by clear words. */
function ratingLean(tone: Tone | undefined, rating: number | null): number {
  if (rating === null) return 0
  if (tone === 'positive') return (rating - 3) * perStar
  return tone === 'negative' ? (3 - rating) * perStar : 0
}

function named(chances: readonly number[]): Chances {
  const [positive = 0, neutral = 0, negative = 0] = chances
  return { positive, neutral, negative }
}

/** Even chances are no opinion. */
export function likeliest(chances: Chances): Tone {
  if (chances.positive > chances.neutral && chances.positive > chances.negative) return 'positive'
  return chances.negative > chances.neutral ? 'negative' : 'neutral'
}

/** The words that spoke most for this tone and against the others. */
function leadingWords(features: Features, model: LinearModel, tone: Tone): Span[] {
  const row = tones.indexOf(tone)
  const share = features.wordStarts.map(() => 0)
  for (let at = 0; at < features.buckets.length; at += 1) {
    const word = features.words[at] ?? -1
    if (word < 0) continue
    const weight = againstOthers(model, row, features.buckets[at] ?? 0)
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

function againstOthers({ weights }: LinearModel, row: number, bucket: number): number {
  let others = 0
  for (const each of weights) others += each[bucket] ?? 0
  const own = weights[row]?.[bucket] ?? 0
  return own - (others - own) / 2
}
