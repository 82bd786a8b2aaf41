/** Learns to tell from the features of a text where an encoder of sentences would place it: ridge regression by conjugate gradients. */
import type { Meanings } from '../../../shared/classifier-model.ts'
import type { Row } from './examples.ts'
import { askedOf, featuresOf } from './features.ts'
import { wordTraining } from './train-words.ts'

/** Features on one side, the numbers of the encoder on the other. */
export interface MeaningLesson {
  /** Length one. */
  readonly row: Row
  readonly meaning: Float32Array
}

export interface MeaningsTraining {
  /** A power of two. */
  readonly buckets: number
  /** How strongly weights are drawn to zero. */
  readonly ridge: number
  readonly rounds: number
}

export const meaningsTraining: MeaningsTraining = { buckets: 1 << 16, ridge: 1, rounds: 40 }

/** All lessons have the same number of dimensions. `onRound` hears how many rounds are done. */
export function trainMeanings(
  lessons: readonly MeaningLesson[],
  { buckets, ridge, rounds }: MeaningsTraining = meaningsTraining,
  onRound: (done: number) => void = () => undefined,
): Omit<Meanings, 'version'> {
  const dimensions = lessons[0]?.meaning.length ?? 0
  const middle = Array.from(
    { length: dimensions },
    (_, at) => lessons.reduce((sum, { meaning }) => sum + (meaning[at] ?? 0), 0) / (lessons.length || 1),
  )
  const folded = lessons.map(({ row }) => ({
    buckets: row.buckets.map((bucket) => bucket & (buckets - 1)),
    values: row.values,
  }))
  const answers = lessons.map(({ meaning }) => meaning.map((value, at) => value - (middle[at] ?? 0)))
  const weights = solve(folded, answers, { buckets, dimensions, ridge, rounds }, onRound)
  return { buckets, dimensions, middle, ...asBytes(weights, dimensions) }
}

interface Size {
  readonly buckets: number
  readonly dimensions: number
  readonly ridge: number
  readonly rounds: number
}

/** Minimises |XW - Y|² + ridge·|W|², all dimensions side by side. */
function solve(
  rows: readonly Row[],
  answers: readonly Float32Array[],
  { buckets, dimensions, ridge, rounds }: Size,
  onRound: (done: number) => void,
): Float32Array {
  const weights = new Float32Array(buckets * dimensions)
  const rest = back(rows, answers, buckets, dimensions)
  const direction = rest.slice()
  let before = dots(rest, rest, dimensions)
  for (let round = 1; round <= rounds; round += 1) {
    const bent = back(rows, forth(rows, direction, dimensions), buckets, dimensions)
    for (let at = 0; at < bent.length; at += 1) bent[at] = (bent[at] ?? 0) + ridge * (direction[at] ?? 0)
    const steps = ratios(before, dots(direction, bent, dimensions))
    addScaled(weights, direction, steps, 1)
    addScaled(rest, bent, steps, -1)
    const now = dots(rest, rest, dimensions)
    turn(direction, rest, ratios(now, before))
    before = now
    onRound(round)
  }
  return weights
}

/** X·W, a vector for each row. */
function forth(rows: readonly Row[], weights: Float32Array, dimensions: number): Float32Array[] {
  return rows.map(({ buckets, values }) => {
    const sums = new Float32Array(dimensions)
    for (let place = 0; place < buckets.length; place += 1) {
      const from = (buckets[place] ?? 0) * dimensions
      const value = values[place] ?? 0
      for (let at = 0; at < dimensions; at += 1)
        sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0) * value
    }
    return sums
  })
}

/** Xᵀ·V. */
function back(
  rows: readonly Row[],
  vectors: readonly Float32Array[],
  buckets: number,
  dimensions: number,
): Float32Array {
  const sums = new Float32Array(buckets * dimensions)
  rows.forEach((row, index) => {
    const vector = vectors[index] ?? new Float32Array(dimensions)
    for (let place = 0; place < row.buckets.length; place += 1) {
      const from = (row.buckets[place] ?? 0) * dimensions
      const value = row.values[place] ?? 0
      for (let at = 0; at < dimensions; at += 1)
        sums[from + at] = (sums[from + at] ?? 0) + (vector[at] ?? 0) * value
    }
  })
  return sums
}

function dots(a: Float32Array, b: Float32Array, dimensions: number): Float64Array {
  const sums = new Float64Array(dimensions)
  for (let at = 0; at < a.length; at += 1) {
    const dimension = at % dimensions
    sums[dimension] = (sums[dimension] ?? 0) + (a[at] ?? 0) * (b[at] ?? 0)
  }
  return sums
}

function ratios(above: Float64Array, below: Float64Array): Float64Array {
  return above.map((value, at) => (below[at] === 0 ? 0 : value / (below[at] ?? 1)))
}

function addScaled(to: Float32Array, from: Float32Array, scales: Float64Array, sign: number): void {
  for (let at = 0; at < to.length; at += 1) {
    to[at] = (to[at] ?? 0) + sign * (scales[at % scales.length] ?? 0) * (from[at] ?? 0)
  }
}

function turn(direction: Float32Array, rest: Float32Array, scales: Float64Array): void {
  for (let at = 0; at < direction.length; at += 1) {
    direction[at] = (rest[at] ?? 0) + (scales[at % scales.length] ?? 0) * (direction[at] ?? 0)
  }
}

/** Each dimension has a step of its own. */
function asBytes(weights: Float32Array, dimensions: number): Pick<Meanings, 'table' | 'steps'> {
  const largest = new Float32Array(dimensions)
  weights.forEach((weight, at) => {
    const dimension = at % dimensions
    largest[dimension] = Math.max(largest[dimension] ?? 0, Math.abs(weight))
  })
  const steps = Array.from(largest, (most) => most / 127 || 1)
  return {
    steps,
    table: Int8Array.from(weights, (weight, at) => Math.round(weight / (steps[at % dimensions] ?? 1))),
  }
}

/** The features that meanings are told from, for a text in its plain form; length one. */
export function lessonRow(plain: string): Row {
  const { buckets, values, alone } = featuresOf(plain, askedOf(null), wordTraining.buckets)
  const length = Math.sqrt(alone.reduce((sum, place) => sum + (values[place] ?? 0) ** 2, 0)) || 1
  return {
    buckets: Int32Array.from(alone, (place) => buckets[place] ?? 0),
    values: Float32Array.from(alone, (place) => (values[place] ?? 0) / length),
  }
}
