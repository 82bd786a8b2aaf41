/** The file format of the classifier's weights: one line of JSON, then one signed byte per class and bucket, gzipped. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Judge, Model } from '../../shared/knowledge.ts'

const headerShape = z.object({
  version: z.string().min(1),
  classes: z.array(z.string()).min(2),
  buckets: z.number().int().positive(),
  bias: z.array(z.number()),
  /** What one step of a byte is worth, for each class. */
  steps: z.array(z.number()),
  judge: z
    .object({
      hidden: z.array(z.array(z.number())),
      output: z.array(z.array(z.number())),
      direct: z.array(z.array(z.number())),
    })
    .nullable(),
})

/** Throws a plain sentence where the bytes are no weights file or are cut short. */
export function decodeModel(file: Uint8Array): Model {
  const bytes = gunzipSync(file)
  const end = bytes.indexOf(10)
  const header = headerShape.parse(JSON.parse(bytes.toString('utf8', 0, end)))
  const { version, classes, buckets, bias, steps, judge } = header
  if (bytes.length !== end + 1 + classes.length * buckets) {
    throw new Error('The classifier weights are cut short: train them again with npm run train')
  }
  const weights = classes.map((_, row) => {
    const from = end + 1 + row * buckets
    return Float32Array.from(
      new Int8Array(bytes.subarray(from, from + buckets)),
      (step) => step * (steps[row] ?? 0),
    )
  })
  return { version, tone: { classes, buckets, bias, weights }, judge: judge && asRows(judge) }
}

export function encodeModel({
  version,
  tone: { classes, buckets, bias, weights },
  judge,
}: Model): Uint8Array {
  const steps = weights.map(
    (row) => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127,
  )
  const header = JSON.stringify({ version, classes, buckets, bias, steps, judge: judge && asNumbers(judge) })
  const rows = weights.map((row, at) =>
    Int8Array.from(row, (weight) => Math.round(weight / (steps[at] ?? 1))),
  )
  return gzipSync(
    Buffer.concat([Buffer.from(`${header}\n`), ...rows.map(({ buffer }) => new Uint8Array(buffer))]),
    {
      level: 9,
    },
  )
}

function asRows(judge: Readonly<Record<keyof Judge, readonly (readonly number[])[]>>): Judge {
  const rows = (table: readonly (readonly number[])[]) => table.map((row) => Float32Array.from(row))
  return { hidden: rows(judge.hidden), output: rows(judge.output), direct: rows(judge.direct) }
}

/** Five digits are more than the evidence is worth. */
function asNumbers(judge: Judge): Record<keyof Judge, number[][]> {
  const rows = (table: readonly Float32Array[]) =>
    table.map((row) => Array.from(row, (value) => Number(value.toPrecision(5))))
  return { hidden: rows(judge.hidden), output: rows(judge.output), direct: rows(judge.direct) }
}
