/** Learns which words tell of what each red flag but those of danger is raised for, from sentences labelled by us and from collected comments that tell of nothing of the sort. */
import type { FlagModel } from '../../../shared/classifier-model.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { dangers, flags as all, type Flag } from '../../../shared/words.ts'
import { stretchesOf } from '../split-issues.ts'
import { randomFrom, shuffle } from '../tone/random.ts'
import type { FlagExample } from './flag-example.ts'
import { flagFeatures, type FlagFeatures } from './flag-features.ts'
import { chanceOf, flagScores, scoreOf } from './flag-scores.ts'
import { mayReadFlag } from './flagged-stretches.ts'

/** Danger to a life has a net of its own. */
const flags = all.filter((flag) => !dangers.includes(flag))

const training = { buckets: 1 << 17, epochs: 20, rate: 0.15, decay: 1e-5 }

/**
 * From which chance, as learned, a flag is raised; what is shipped has them all moved to `mayReadFlag`. Found by models that
 * had not seen what they told: of collected comments no more than three in a thousand are raised for any, and of our near
 * misses fewer for a flag that goes to special people than for those where missing one costs most. `npm run train` with
 * --evaluate says so anew.
 */
const raisedFrom: Readonly<Partial<Record<Flag, number>>> = {
  'safeguarding-adult': 0.32,
  'safeguarding-child': 0.36,
  threat: 0.5,
  'duty-of-candour': 0.42,
  'legal-or-media': 0.48,
  whistleblowing: 0.42,
  discrimination: 0.42,
}

interface Lesson {
  readonly features: FlagFeatures
  readonly answers: readonly number[]
  readonly weights: readonly number[]
}

/** A yes or no for each flag, since one sentence may tell of several. The same examples give the same model. */
export function trainFlags(examples: readonly FlagExample[]): FlagModel {
  const lessons = examples.flatMap(lessonsOf)
  const learner = new Learner()
  const next = randomFrom(20261122)
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(lessons, next)
    for (const lesson of lessons) learner.learn(lesson)
  }
  return learner.model()
}

/** As in train-words: people mislabel, so no answer is taken as quite certain. */
const doubt = 0.02

/** What is calm is calm in each of its stretches, as which it is read; what tells of a flag may do so only as a whole. */
function lessonsOf(example: FlagExample): Lesson[] {
  const { text, lines } = plainText(example.text)
  const parts = stretchesOf(lines).map(({ start, end }) => text.slice(start, end))
  const read = example.flags.length === 0 && parts.length > 1 ? [...parts, text] : [text]
  const answers = flags.map((flag) => (example.flags.includes(flag) ? 1 - doubt : doubt / 4))
  const weights = flags.map((flag) => weightOf(flag, example))
  return read.map((plain) => ({ features: flagFeatures(plain, training.buckets), answers, weights }))
}

/** The flagged are few. Who looked only for danger says nothing of other flags. */
function weightOf(flag: Flag, { flags: told, lookedFor }: FlagExample): number {
  if (told.includes(flag)) return 6
  if (told.length > 0) return lookedFor === 'danger' ? 0 : 2
  return lookedFor === 'none' ? 1 : 2
}

/** One logistic regression for each flag, by AdaGrad; the weights of one bucket lie side by side. */
class Learner {
  readonly #bias = flags.map(() => 0)
  readonly #steps = flags.map(() => 1)
  readonly #weights = new Float32Array(training.buckets * flags.length)
  readonly #squares = new Float32Array(training.buckets * flags.length).fill(1e-6)

  learn({ features, answers, weights }: Lesson): void {
    const scores = flagScores(features, { bias: this.#bias, steps: this.#steps, weights: this.#weights })
    scores.forEach((score, row) => {
      const error = (chanceOf(score) - (answers[row] ?? 0)) * (weights[row] ?? 0)
      if (Math.abs(error) > 1e-4) this.#step(row, error, features)
    })
  }

  #step(row: number, error: number, { buckets, values }: FlagFeatures): void {
    const { rate, decay } = training
    this.#bias[row] = (this.#bias[row] ?? 0) - 0.02 * error
    buckets.forEach((bucket, at) => {
      const place = bucket * flags.length + row
      const weight = this.#weights[place] ?? 0
      const slope = error * (values[at] ?? 0) + decay * weight
      const square = (this.#squares[place] ?? 0) + slope * slope
      this.#squares[place] = square
      this.#weights[place] = weight - (rate * slope) / Math.sqrt(square)
    })
  }

  model(): FlagModel {
    return {
      flags,
      buckets: training.buckets,
      bias: this.#bias.map((bias, row) => {
        const from = raisedFrom[flags[row] ?? 'threat'] ?? mayReadFlag
        return bias + scoreOf(mayReadFlag) - scoreOf(from)
      }),
      steps: this.#steps,
      weights: this.#weights,
    }
  }
}
