/** What the classifier knows: weights for tone, meaning, grave harm and red flags, as plain numbers. */
import type { Flag } from './words.ts'

/** The classifier's weights, as plain numbers; made by `npm run train`, never by hand. */
export interface Model {
  readonly version: string
  /** For words that answer a question. */
  readonly tone: LinearModel
  /** Weighs what the whole and its sentences say; null: the whole alone decides. */
  readonly judge: Judge | null
  /** What tone such a meaning has, in scores to add to the judge's; null: words alone are read. */
  readonly sense: Judge | null
  /** For words that answer none, as mail and text messages; null: the one for answers serves. */
  readonly unasked: ToneModel | null
  /** What words are about, for the sense of their tone; null: it was taught without. */
  readonly meanings: Meanings | null
  /** Tells words of grave harm from others; null: the rules alone do. */
  readonly grave: LinearModel | null
  /** Tells words of danger to a life from others, a class for each such flag; null: the rules alone do. */
  readonly danger: LinearModel | null
  /** Tells words of each other red flag from others; null: the rules alone do. */
  readonly flags: FlagModel | null
}

export type ToneModel = Pick<Model, 'tone' | 'judge' | 'sense'>

/** What hashed features mean: for each bucket a few numbers, side by side. Made by `npm run train-meanings`. */
export interface Meanings {
  /** Names this very table: a judge is taught with one and understands no other. */
  readonly version: string
  /** Number of hash buckets, a power of two. */
  readonly buckets: number
  readonly dimensions: number
  /** `dimensions` bytes for each bucket. */
  readonly table: Int8Array
  /** What one unit is worth, for each dimension. */
  readonly steps: readonly number[]
  /** Where a text without words stands. */
  readonly middle: readonly number[]
}

/** A small network with one hidden layer and a direct way past it. Rows end with their constant. */
export interface Judge {
  readonly hidden: readonly Float32Array[]
  readonly output: readonly Float32Array[]
  readonly direct: readonly Float32Array[]
}

/** Multinomial logistic regression over hashed features. */
export interface LinearModel {
  readonly classes: readonly string[]
  /** Number of hash buckets, a power of two. */
  readonly buckets: number
  readonly bias: readonly number[]
  /** Row per class, `buckets` weights each: as bytes where they were loaded, as floats where they are being learned. */
  readonly weights: readonly (Int8Array | Float32Array)[]
  /** What one unit of a row is worth. */
  readonly steps: readonly number[]
}

/** A logistic regression for each of several red flags over hashed features, all in one table. */
export interface FlagModel {
  readonly flags: readonly Flag[]
  /** Number of hash buckets, a power of two. */
  readonly buckets: number
  readonly bias: readonly number[]
  /** The weights of each bucket side by side, one for each flag, so that one look into memory finds them all. */
  readonly weights: Int8Array | Float32Array
  /** What one unit of a flag's weights is worth. */
  readonly steps: readonly number[]
}
