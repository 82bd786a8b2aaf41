/** The file format of the classifier's weights: one line of JSON, then one signed byte per class and bucket, gzipped. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Judge, Model, ToneModel } from '../../shared/knowledge.ts'

const table = z.array(z.array(z.number()))
const partShape = z.object({
  classes: z.array(z.string()).min(2),
  buckets: z.number().int().positive(),
  bias: z.array(z.number()),
  /** What one step of a byte is worth, for each class. */
  steps: z.array(z.number()),
  judge: z.object({ hidden: table, output: table, direct: table }).nullable(),
})
type Part = z.infer<typeof partShape>
/** The model for answers, then perhaps the one for words that answer no question. */
const headerShape = z.object({ version: z.string().min(1), parts: z.array(partShape).min(1).max(2) })

/** Throws a plain sentence where the bytes are no weights file or are cut short. */
export function decodeModel(file: Uint8Array): Model {
  const bytes = gunzipSync(file)
  const end = bytes.indexOf(10)
  const { version, parts } = headerShape.parse(JSON.parse(bytes.toString('utf8', 0, end)))
  const lengths = parts.map(({ classes, buckets }) => classes.length * buckets)
  if (bytes.length !== lengths.reduce((sum, length) => sum + length, end + 1)) {
    throw new Error('The classifier weights are cut short: train them again with npm run train')
  }
  const [answers, ...others] = parts.map((part, at) => {
    const from = lengths.slice(0, at).reduce((sum, length) => sum + length, end + 1)
    return decodePart(part, bytes.subarray(from, from + (lengths[at] ?? 0)))
  })
  if (answers === undefined)
    throw new Error('The classifier weights are empty: train them with npm run train')
  return { version, ...answers, unasked: others[0] ?? null }
}

function decodePart({ classes, buckets, bias, steps, judge }: Part, bytes: Uint8Array): ToneModel {
  const weights = classes.map((_, row) => {
    const signed = new Int8Array(bytes.subarray(row * buckets, (row + 1) * buckets))
    const step = steps[row] ?? 0
    const plain = new Float32Array(buckets)
    for (let at = 0; at < buckets; at += 1) plain[at] = (signed[at] ?? 0) * step
    return plain
  })
  return { tone: { classes, buckets, bias, weights }, judge: judge && asRows(judge) }
}

export function encodeModel({ version, unasked, ...answers }: Model): Uint8Array {
  const parts = [answers, ...(unasked === null ? [] : [unasked])].map(encodePart)
  const header = JSON.stringify({ version, parts: parts.map(({ part }) => part) })
  return gzipSync(Buffer.concat([Buffer.from(`${header}\n`), ...parts.flatMap(({ rows }) => rows)]), {
    level: 9,
  })
}

function encodePart({ tone: { classes, buckets, bias, weights }, judge }: ToneModel): {
  readonly part: Part
  readonly rows: readonly Uint8Array[]
} {
  const steps = weights.map(
    (row) => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127,
  )
  const rows = weights.map((row, at) => {
    const signed = Int8Array.from(row, (weight) => Math.round(weight / (steps[at] ?? 1)))
    return new Uint8Array(signed.buffer)
  })
  const part = { classes: [...classes], buckets, bias: [...bias], steps, judge: judge && asNumbers(judge) }
  return { part, rows }
}

function asRows(judge: Readonly<Record<keyof Judge, readonly (readonly number[])[]>>): Judge {
  const rows = (numbers: readonly (readonly number[])[]) => numbers.map((row) => Float32Array.from(row))
  return { hidden: rows(judge.hidden), output: rows(judge.output), direct: rows(judge.direct) }
}

/** Five digits are more than the evidence is worth. */
function asNumbers(judge: Judge): Record<keyof Judge, number[][]> {
  const rows = (floats: readonly Float32Array[]) =>
    floats.map((row) => Array.from(row, (value) => Number(value.toPrecision(5))))
  return { hidden: rows(judge.hidden), output: rows(judge.output), direct: rows(judge.direct) }
}
