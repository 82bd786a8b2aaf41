/** Learns the weights of the tone model from labelled examples; the same examples always give the same weights. */
import type { LinearModel } from '../../../shared/knowledge.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { featuresOf } from './features.ts'

export interface Example {
  readonly text: string
  readonly question: string | null
  readonly tone: Tone
  /** How much this example counts; 1 is the common measure. */
  readonly weight: number
}

export interface Training {
  /** A power of two. */
  readonly buckets: number
  readonly epochs: number
  readonly rate: number
  /** How strongly weights are drawn to zero. */
  readonly decay: number
}

export const usualTraining: Training = { buckets: 1 << 17, epochs: 15, rate: 0.3, decay: 1e-4 }

interface Row {
  readonly buckets: Int32Array
  readonly values: Float32Array
  readonly answer: number
  readonly weight: number
}

/** Multinomial logistic regression by AdaGrad. Minutes at most for tens of thousands of examples. */
export function trainTone(examples: readonly Example[], training: Training = usualTraining): LinearModel {
  const rows = examples.map((example) => rowOf(example, training.buckets))
  const learner = new Learner(training)
  const order = rows.map((_, at) => at)
  const next = randomFrom(20261122)
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, next)
    for (const at of order) {
      const row = rows[at]
      if (row !== undefined) learner.learn(row)
    }
  }
  return learner.model()
}

function rowOf({ text, question, tone, weight }: Example, buckets: number): Row {
  const features = featuresOf(plainText(text).text, question, buckets)
  return {
    buckets: Int32Array.from(features.buckets),
    values: Float32Array.from(features.values),
    answer: tones.indexOf(tone),
    weight,
  }
}

class Learner {
  readonly #training: Training
  readonly #bias = tones.map(() => 0)
  readonly #weights: readonly Float32Array[]
  readonly #squares: readonly Float32Array[]

  constructor(training: Training) {
    this.#training = training
    this.#weights = tones.map(() => new Float32Array(training.buckets))
    this.#squares = tones.map(() => new Float32Array(training.buckets).fill(1e-6))
  }

  learn(row: Row): void {
    const chances = this.#chances(row)
    for (let tone = 0; tone < tones.length; tone += 1) {
      const error = ((chances[tone] ?? 0) - (tone === row.answer ? 1 : 0)) * row.weight
      if (Math.abs(error) > 1e-4) this.#step(tone, error, row)
    }
  }

  #chances(row: Row): number[] {
    const scores = this.#weights.map((weights, tone) => {
      let score = this.#bias[tone] ?? 0
      for (let at = 0; at < row.buckets.length; at += 1) {
        score += (weights[row.buckets[at] ?? 0] ?? 0) * (row.values[at] ?? 0)
      }
      return score
    })
    const highest = Math.max(...scores)
    const powers = scores.map((score) => Math.exp(score - highest))
    const sum = powers.reduce((total, power) => total + power, 0)
    return powers.map((power) => power / sum)
  }

  #step(tone: number, error: number, row: Row): void {
    const { rate, decay } = this.#training
    this.#bias[tone] = (this.#bias[tone] ?? 0) - 0.02 * error
    const weights = this.#weights[tone]
    const squares = this.#squares[tone]
    if (weights === undefined || squares === undefined) return
    for (let at = 0; at < row.buckets.length; at += 1) {
      const bucket = row.buckets[at] ?? 0
      const weight = weights[bucket] ?? 0
      const slope = error * (row.values[at] ?? 0) + decay * weight
      const square = (squares[bucket] ?? 0) + slope * slope
      squares[bucket] = square
      weights[bucket] = weight - (rate * slope) / Math.sqrt(square)
    }
  }

  model(): LinearModel {
    const { buckets } = this.#training
    return { classes: [...tones], buckets, bias: this.#bias, weights: this.#weights }
  }
}

/** Mulberry32: small, seeded, the same everywhere. Numbers from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
}
