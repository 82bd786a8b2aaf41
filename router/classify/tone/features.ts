/** Turns a text and its question into hashed features: words, pairs and triples, pieces of words, negation, the question. */
import { answerIn } from './answer.ts'
import { hashOf, hashOfStretch, mix } from './hash.ts'
import { aimOf } from './question.ts'
import { beginText, isFirst } from './seen-buckets.ts'

/** Parallel lists: each feature's bucket, its value, and the word it starts at (-1 where it speaks of the whole). */
export interface Features {
  readonly buckets: readonly number[]
  readonly values: readonly number[]
  readonly words: readonly number[]
  /** Places in these lists of the features that are the same whatever was asked. */
  readonly alone: readonly number[]
  /** Where each word stands in the plain text. */
  readonly wordStarts: readonly number[]
  readonly wordEnds: readonly number[]
}

/** Sets features of different sorts apart. */
const sorts = {
  word: 11,
  pair: 23,
  triple: 37,
  piece: 41,
  negated: 53,
  asked: 67,
  aim: 71,
  whole: 83,
  shape: 97,
  first: 101,
  mark: 103,
  last: 107,
  head: 109,
  answer: 113,
}

const negations: ReadonlySet<string> = new Set(
  "no not never nothing none nobody without can't cant couldn't won't wouldn't don't dont didn't didnt doesn't isn't wasn't weren't haven't hasn't hadn't nor neither cannot dim ddim heb nid nad byth neb".split(
    ' ',
  ),
)
/** How many words a "not" reaches. */
const reach = 3
/** Answers of at most so many words are also taken whole. */
const shortAnswer = 4
const headWords = 5
const lastWords = 6
const tokens = /[\p{L}\p{N}']+|[.!?,;:()-]|\p{Extended_Pictographic}/gu

/** The question as the features know it. */
export interface Asked {
  readonly question: number
  readonly aim: number
}

export function askedOf(question: string | null): Asked {
  return {
    question: question === null ? 0 : hashOf(question.toLowerCase().trim(), sorts.asked),
    aim: hashOf(aimOf(question), sorts.aim),
  }
}

/** The text must be plain (shared/text); `buckets` is a power of two. Time linear in the text; the vector has length one. */
export function featuresOf(plain: string, asked: Asked, buckets: number): Features {
  const maker = new Maker(buckets, asked)
  maker.read(plain)
  return maker.features()
}

class Maker {
  readonly #asked: Asked
  readonly #mask: number
  readonly #stamp: number
  readonly #buckets: number[] = []
  readonly #values: number[] = []
  readonly #words: number[] = []
  readonly #alone: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #hashes: number[] = []

  constructor(buckets: number, asked: Asked) {
    this.#mask = buckets - 1
    this.#stamp = beginText(buckets)
    this.#asked = asked
  }

  read(plain: string): void {
    const marks = this.#readTokens(plain)
    const { question, aim } = this.#asked
    this.#addAsked(question, 1, -1)
    this.#addAsked(aim, 1, -1)
    this.#addEnds()
    this.#addAnswer(plain)
    for (const mark of marks) this.#addWithQuestion(mix(sorts.mark, mark), 0.5)
    const length = Math.min(7, Math.ceil(Math.log2(this.#hashes.length + 1)))
    this.#addWithQuestion(mix(sorts.shape, length), 0.5)
  }

  /** Words with their neighbours; gives back which ending marks occur. */
  #readTokens(plain: string): ReadonlySet<number> {
    const marks = new Set<number>()
    let before = 0
    let beforeThat = 0
    let negatedFor = 0
    let opens = true
    for (const match of plain.matchAll(tokens)) {
      const token = match[0]
      if (isMark(token)) {
        if ('.!?'.includes(token)) marks.add(token.charCodeAt(0))
        if (token !== ',' && token !== '-') before = beforeThat = 0
        negatedFor = 0
        opens = true
        continue
      }
      const word = this.#addWord(token, match.index, before, beforeThat, opens)
      if (negatedFor > 0) this.#add(mix(sorts.negated, word), 1, this.#hashes.length - 1)
      negatedFor = negations.has(token) ? reach : negatedFor - 1
      opens = false
      beforeThat = before
      before = word
    }
    return marks
  }

  #addWord(token: string, start: number, before: number, beforeThat: number, opens: boolean): number {
    const at = this.#starts.length
    const { question, aim } = this.#asked
    const word = hashOf(token, sorts.word)
    this.#starts.push(start)
    this.#ends.push(start + token.length)
    this.#hashes.push(word)
    this.#add(word, 1, at)
    this.#addAsked(mix(word, question), 0.6, at)
    this.#addAsked(mix(word, aim), 0.6, at)
    if (before !== 0) this.#add(mix(mix(sorts.pair, before), word), 1, at)
    if (beforeThat !== 0) this.#add(mix(mix(mix(sorts.triple, beforeThat), before), word), 0.7, at)
    if (opens) this.#addWithBoth(mix(sorts.first, word), 0.7, at)
    if (token.length >= 4) this.#addPieces(`<${token}>`, at)
    return word
  }

  /** Pieces of three to five letters, so that a misspelt word still counts. */
  #addPieces(padded: string, at: number): void {
    for (let size = 3; size <= 5; size += 1) {
      for (let from = 0; from + size <= padded.length && from < 20; from += 1) {
        this.#add(hashOfStretch(padded, from, from + size, sorts.piece), 0.25, at)
      }
    }
  }

  /** How it opens and closes. */
  #addEnds(): void {
    const count = this.#hashes.length
    this.#hashes.forEach((word, at) => {
      if (at >= count - lastWords) this.#add(mix(sorts.last, word), 0.4, at)
      if (at >= headWords) return
      this.#add(mix(sorts.head, word), 0.3, at)
      this.#addAsked(mix(mix(sorts.head, word), this.#asked.aim), 0.3, at)
    })
  }

  #addAnswer(plain: string): void {
    const count = this.#hashes.length
    const answer = answerIn(plain)
    if (answer !== null) {
      const hash = mix(sorts.answer, hashOf(answer, 3))
      this.#addWithBoth(hash, 1, -1)
      this.#addAsked(mix(mix(hash, this.#asked.aim), count <= shortAnswer ? 1 : count <= 9 ? 2 : 3), 1, -1)
    }
    if (count > shortAnswer) return
    this.#addWithBoth(this.#hashes.reduce(mix, sorts.whole), 1.5, -1)
  }

  #addWithBoth(hash: number, value: number, at: number): void {
    this.#add(hash, value, at)
    this.#addAsked(mix(hash, this.#asked.question), value, at)
    this.#addAsked(mix(hash, this.#asked.aim), value, at)
  }

  #addWithQuestion(hash: number, value: number): void {
    this.#add(hash, value, -1)
    this.#addAsked(mix(hash, this.#asked.question), value, -1)
  }

  #add(hash: number, value: number, word: number): void {
    if (this.#addAsked(hash, value, word)) this.#alone.push(this.#buckets.length - 1)
  }

  /** A feature that turns on the question. Any counts once, however often it occurs: long texts repeat themselves. */
  #addAsked(hash: number, value: number, word: number): boolean {
    const bucket = (hash ^ (hash >>> 15)) & this.#mask
    if (!isFirst(bucket, this.#stamp)) return false
    this.#buckets.push(bucket)
    this.#values.push(value)
    this.#words.push(word)
    return true
  }

  features(): Features {
    let sum = 0
    for (const value of this.#values) sum += value * value
    const scale = 1 / Math.sqrt(sum || 1)
    return {
      buckets: this.#buckets,
      values: this.#values.map((value) => value * scale),
      words: this.#words,
      alone: this.#alone,
      wordStarts: this.#starts,
      wordEnds: this.#ends,
    }
  }
}

function isMark(token: string): boolean {
  return token.length === 1 && '.!?,;:()-'.includes(token)
}
