/** Turns a stretch of plain text into the hashed features that tell flags: words with their neighbours, and which kinds of words stand near one another. */
import { mix } from '../tone/hash.ts'
import { wordAs, type Kind } from './known-words.ts'
import { beginText, isFirst } from '../tone/seen-buckets.ts'

/** Parallel lists: each feature's bucket, its value, and the word it stands at (-1 where it speaks of the whole). */
export interface FlagFeatures {
  readonly buckets: readonly number[]
  readonly values: readonly number[]
  readonly words: readonly number[]
  /** Where each word stands in the plain text. */
  readonly wordStarts: readonly number[]
  readonly wordEnds: readonly number[]
}

/** Sets features of different sorts apart. */
const sorts = {
  pair: 23,
  triple: 37,
  shape: 97,
  first: 101,
  last: 107,
  head: 109,
}

const tokens = /[\p{L}\p{N}']+|[.!?;:()]/gu
/** So many words apart two kinds still belong together. */
const near = 5
const headWords = 5
const lastWords = 6

/** `buckets` is a power of two. Time linear in the text. */
export function flagFeatures(plain: string, buckets: number): FlagFeatures {
  const maker = new Maker(buckets)
  maker.read(plain)
  return maker.features()
}

class Maker {
  readonly #mask: number
  readonly #stamp: number
  readonly #buckets: number[] = []
  readonly #values: number[] = []
  readonly #words: number[] = []
  readonly #isKind: boolean[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #hashes: number[] = []
  /** Of each word so far. */
  readonly #kinds: (readonly Kind[])[] = []
  /** Squares of the values added so far. */
  #ofWords = 0
  #ofKinds = 0

  constructor(buckets: number) {
    this.#mask = buckets - 1
    this.#stamp = beginText(buckets)
  }

  read(plain: string): void {
    let before = 0
    let beforeThat = 0
    tokens.lastIndex = 0
    for (let match = tokens.exec(plain); match !== null; match = tokens.exec(plain)) {
      const token = match[0]
      if (token.length === 1 && '.!?;:()'.includes(token)) {
        before = beforeThat = 0
        continue
      }
      this.#starts.push(match.index)
      this.#ends.push(match.index + token.length)
      const known = wordAs(token)
      this.#addWord(known.word, known.stem, before, beforeThat)
      this.#addKinds(known.kinds)
      beforeThat = before
      before = known.word
    }
    this.#addEnds()
  }

  #addWord(word: number, stem: number | null, before: number, beforeThat: number): void {
    const at = this.#hashes.length
    this.#hashes.push(word)
    this.#add(word, 1, at)
    if (stem !== null) this.#add(stem, 0.5, at)
    if (before === 0) this.#add(mix(sorts.first, word), 0.7, at)
    else this.#add(mix(mix(sorts.pair, before), word), 1, at)
    if (beforeThat !== 0) this.#add(mix(mix(mix(sorts.triple, beforeThat), before), word), 0.7, at)
  }

  #addKinds(kinds: readonly Kind[]): void {
    const earlier = this.#kinds
    const at = earlier.length
    for (const kind of kinds) {
      this.#add(kind.alone, 1, at, true)
      for (let from = Math.max(0, at - near); from < at; from += 1) {
        for (const other of earlier[from] ?? none)
          if (other !== kind) this.#add(mix(other.first, kind.hash), 0.3, at, true)
      }
    }
    earlier.push(kinds)
  }

  /** How it opens and closes, and how long it is. */
  #addEnds(): void {
    const count = this.#hashes.length
    for (let at = 0; at < count; at += 1) {
      const word = this.#hashes[at] ?? 0
      if (at >= count - lastWords) this.#add(mix(sorts.last, word), 0.4, at)
      if (at < headWords) this.#add(mix(sorts.head, word), 0.3, at)
    }
    this.#add(mix(sorts.shape, Math.min(7, Math.ceil(Math.log2(count + 1)))), 0.5, -1)
  }

  /** A feature counts once, however often it occurs. */
  #add(hash: number, value: number, word: number, isKind = false): void {
    const bucket = (hash ^ (hash >>> 15)) & this.#mask
    if (!isFirst(bucket, this.#stamp)) return
    this.#buckets.push(bucket)
    this.#values.push(value)
    this.#words.push(word)
    this.#isKind.push(isKind)
    if (isKind) this.#ofKinds += value * value
    else this.#ofWords += value * value
  }

  /** Words together are a vector of length one and kinds one of length two: kinds carry over to words never learned. */
  features(): FlagFeatures {
    const words = 1 / Math.sqrt(this.#ofWords || 1)
    const kinds = 2 / Math.sqrt(this.#ofKinds || 1)
    const values = this.#values
    for (let at = 0; at < values.length; at += 1)
      values[at] = (values[at] ?? 0) * (this.#isKind[at] === true ? kinds : words)
    return {
      buckets: this.#buckets,
      values,
      words: this.#words,
      wordStarts: this.#starts,
      wordEnds: this.#ends,
    }
  }
}

const none: readonly Kind[] = []
