/** What the model is measured against, trained on the same examples: naive Bayes on words, and plain logistic regression. */
import { plainText } from '../../../shared/text/plain-text.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import type { Example, Row } from './examples.ts'
import { hashOf } from './hash.ts'
import { rowScores, trainWords, wordTraining } from './train-words.ts'

type Teller = (example: Example) => Tone

/** Multinomial, each word counted once, smoothed by one; the question is not seen. */
export function naiveBayes(examples: readonly Example[]): Teller {
  const counts = tones.map(() => new Map<string, number>())
  const known = new Set<string>()
  for (const example of examples) {
    const count = counts[tones.indexOf(example.tone)]
    for (const word of wordsOf(example.text)) {
      known.add(word)
      count?.set(word, (count.get(word) ?? 0) + 1)
    }
  }
  const totals = counts.map((count) => [...count.values()].reduce((sum, each) => sum + each, known.size))
  const priors = tones.map((tone) => examples.filter((example) => example.tone === tone).length + 1)
  return ({ text }) => {
    const words = [...wordsOf(text)].filter((word) => known.has(word))
    return highest(
      priors.map((prior, row) => {
        const chance = (word: string) => ((counts[row]?.get(word) ?? 0) + 1) / (totals[row] ?? 1)
        return words.reduce((sum, word) => sum + Math.log(chance(word)), Math.log(prior))
      }),
    )
  }
}

/** On words, words with the question, pairs of words, pieces of three to five letters and the question, every example counting alike. */
export function plainRegression(examples: readonly Example[]): Teller {
  const rows = examples.map((example) => ({
    whole: plainRow(example),
    answer: tones.map((tone) => (tone === example.tone ? 1 : 0)),
    weight: 1,
  }))
  const model = trainWords(rows, wordTraining)
  return (example) => highest(rowScores(plainRow(example), model))
}

function plainRow({ text, question }: Example): Row {
  const words = [...wordsOf(text)]
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
  const pieces = words.flatMap((word) =>
    [3, 4, 5].flatMap((size) =>
      Array.from({ length: Math.max(0, word.length + 3 - size) }, (_, at) =>
        `<${word}>`.slice(at, at + size),
      ),
    ),
  )
  const asked = `asked: ${question ?? ''}`
  const afterQuestion = words.map((word) => `${asked} ${word}`)
  const features = new Set([...words, ...afterQuestion, ...pairs, ...pieces, asked])
  const buckets = new Set([...features].map((feature) => bucketOf(feature)))
  const value = 1 / Math.sqrt(buckets.size)
  return { buckets: Int32Array.from(buckets), values: new Float32Array(buckets.size).fill(value) }
}

function bucketOf(feature: string): number {
  const hash = hashOf(feature, 17)
  return (hash ^ (hash >>> 15)) & (wordTraining.buckets - 1)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(plainText(text).text.match(/[\p{L}\p{N}']+/gu) ?? [])
}

function highest(scores: readonly number[]): Tone {
  return tones[scores.indexOf(Math.max(...scores))] ?? 'neutral'
}
