/** Learns the weights of words from whole texts: multinomial logistic regression by AdaGrad. */
import type { LinearModel } from '../../../shared/classifier-model.ts'
import { tones } from '../../../shared/words.ts'
import type { Prepared, Row } from './examples.ts'
import { randomFrom, shuffle } from './random.ts'
import { chancesOf } from './scores.ts'

export interface WordTraining {
  /** A power of two. */
  readonly buckets: number
  readonly epochs: number
  readonly rate: number
  /** How strongly weights are drawn to zero. */
  readonly decay: number
}

export const wordTraining: WordTraining = { buckets: 1 << 18, epochs: 10, rate: 0.15, decay: 1e-5 }

/** What of an example the words are learned from; its answer has a number for each class. */
export type Lesson = Pick<Prepared, 'whole' | 'answer' | 'weight'>

export function trainWords(
  examples: readonly Lesson[],
  training: WordTraining,
  classes: readonly string[] = tones,
): LinearModel {
  const learner = new Learner(training, classes)
  const order = [...examples]
  const next = randomFrom(20261122)
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, next)
    for (const example of order) learner.learn(example)
  }
  return learner.model()
}

/** The scores of a row as it stands in training. */
export function rowScores(
  { buckets, values }: Row,
  { bias, weights, steps }: Pick<LinearModel, 'bias' | 'weights' | 'steps'>,
): number[] {
  return weights.map((row, tone) => {
    let units = 0
    for (let at = 0; at < buckets.length; at += 1) units += (row[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0)
    return (bias[tone] ?? 0) + units * (steps[tone] ?? 1)
  })
}

class Learner {
  readonly #training: WordTraining
  readonly #classes: readonly string[]
  readonly #bias: number[]
  readonly #weights: readonly Float32Array[]
  readonly #steps: readonly number[]
  readonly #squares: readonly Float32Array[]

  constructor(training: WordTraining, classes: readonly string[]) {
    this.#training = training
    this.#classes = classes
    this.#bias = classes.map(() => 0)
    this.#steps = classes.map(() => 1)
    this.#weights = classes.map(() => new Float32Array(training.buckets))
    this.#squares = classes.map(() => new Float32Array(training.buckets).fill(1e-6))
  }

  learn({ whole, answer, weight }: Lesson): void {
    const chances = chancesOf(
      rowScores(whole, { bias: this.#bias, weights: this.#weights, steps: this.#steps }),
    )
    chances.forEach((chance, tone) => {
      const error = (chance - (answer[tone] ?? 0)) * weight
      if (Math.abs(error) > 1e-4) this.#step(tone, error, whole)
    })
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
    return {
      classes: [...this.#classes],
      buckets: this.#training.buckets,
      bias: this.#bias,
      weights: this.#weights,
      steps: this.#steps,
    }
  }
}
