/** Turns a text and its question into hashed features: words, pairs and triples, pieces of words, negation, the question. */
import { aimOf } from './question.ts'

/** Parallel lists: each feature's bucket, its value, and the word it starts at (-1 where it speaks of the whole). */
export interface Features {
  readonly buckets: readonly number[]
  readonly values: readonly number[]
  readonly words: readonly number[]
  /** Where each word stands in the plain text. */
  readonly wordStarts: readonly number[]
  readonly wordEnds: readonly number[]
}

const seeds = {
  word: 11,
  pair: 23,
  triple: 37,
  piece: 41,
  negated: 53,
  asked: 67,
  aim: 71,
  answer: 83,
  shape: 97,
}
const negations: ReadonlySet<string> = new Set(
  "no not never nothing none nobody without can't cant couldn't won't wouldn't don't dont didn't didnt doesn't isn't wasn't weren't haven't hasn't hadn't nor neither cannot dim heb".split(
    ' ',
  ),
)
/** How many words a "not" reaches. */
const reach = 3
/** Answers of at most so many words are also taken whole. */
const shortAnswer = 4

/** The text must be plain (shared/text). Time linear in the text; the vector has length one. */
export function featuresOf(plain: string, question: string | null, buckets: number): Features {
  const made = new Maker(buckets - 1)
  const asked = question === null ? 0 : hashOf(question.toLowerCase().trim(), seeds.asked)
  const aim = hashOf(aimOf(question), seeds.aim)
  made.whole(asked, 1)
  made.whole(aim, 1)
  made.words(plain, asked, aim)
  return made.features()
}

class Maker {
  readonly #mask: number
  readonly #buckets: number[] = []
  readonly #values: number[] = []
  readonly #words: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #seen = new Map<number, number>()

  constructor(mask: number) {
    this.#mask = mask
  }

  /** A feature counts once, however often it occurs: long texts repeat themselves. */
  #add(hash: number, value: number, word: number): void {
    const bucket = (hash ^ (hash >>> 15)) & this.#mask
    if (this.#seen.has(bucket)) return
    this.#seen.set(bucket, 1)
    this.#buckets.push(bucket)
    this.#values.push(value)
    this.#words.push(word)
  }

  whole(hash: number, value: number): void {
    this.#add(hash, value, -1)
  }

  words(plain: string, asked: number, aim: number): void {
    let before = 0
    let beforeThat = 0
    let negatedFor = 0
    let whole = seeds.answer
    for (const match of plain.matchAll(/[\p{L}\p{N}']+|[.!?,;:()-]|\p{Extended_Pictographic}/gu)) {
      const token = match[0]
      const at = this.#starts.length
      if (/^[.?,;:()-]$/.test(token)) {
        if (token !== ',' && token !== '-') before = beforeThat = 0
        negatedFor = 0
        continue
      }
      this.#starts.push(match.index)
      this.#ends.push(match.index + token.length)
      const word = hashOf(token, seeds.word)
      whole = mix(whole, word)
      this.#add(word, 1, at)
      this.#add(mix(word, asked), 0.6, at)
      this.#add(mix(word, aim), 0.6, at)
      if (before !== 0) this.#add(mix(mix(seeds.pair, before), word), 1, at)
      if (beforeThat !== 0) this.#add(mix(mix(mix(seeds.triple, beforeThat), before), word), 0.7, at)
      if (negatedFor > 0) this.#add(mix(seeds.negated, word), 1, at)
      negatedFor = negations.has(token) ? reach : negatedFor - 1
      this.#pieces(token, at)
      beforeThat = before
      before = word
    }
    if (this.#starts.length <= shortAnswer) {
      this.whole(whole, 1.5)
      this.whole(mix(whole, asked), 1.5)
      this.whole(mix(whole, aim), 1.5)
    }
    const length = Math.min(7, Math.ceil(Math.log2(this.#starts.length + 1)))
    this.whole(mix(seeds.shape, length), 0.5)
    this.whole(mix(mix(seeds.shape, length), asked), 0.5)
  }

  /** Pieces of three to five letters, so that a misspelt word still counts. */
  #pieces(token: string, at: number): void {
    if (token.length < 4) return
    const padded = `<${token}>`
    for (let size = 3; size <= 5; size += 1) {
      for (let from = 0; from + size <= padded.length && from < 20; from += 1) {
        this.#add(hashOf(padded.slice(from, from + size), seeds.piece), 0.35, at)
      }
    }
  }

  features(): Features {
    let sum = 0
    for (const value of this.#values) sum += value * value
    const scale = 1 / Math.sqrt(sum || 1)
    return {
      buckets: this.#buckets,
      values: this.#values.map((value) => value * scale),
      words: this.#words,
      wordStarts: this.#starts,
      wordEnds: this.#ends,
    }
  }
}

/** FNV-1a over code units, 32 bits. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function mix(a: number, b: number): number {
  return Math.imul((a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2))) >>> 0, 0x85ebca6b) >>> 0
}
