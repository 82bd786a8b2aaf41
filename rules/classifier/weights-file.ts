/** The file format of the classifier's weights: one line of JSON, then one signed byte per class and bucket, gzipped. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { FlagModel, Judge, LinearModel, Model } from '../../shared/classifier-model.ts'
import { flags } from '../../shared/words.ts'

const table = z.array(z.array(z.number()))
const wordsShape = z.object({
  classes: z.array(z.string()).min(2),
  buckets: z.number().int().positive(),
  bias: z.array(z.number()),
  /** What one step of a byte is worth, for each class. */
  steps: z.array(z.number()),
})
const judgeShape = z.object({ hidden: table, output: table, direct: table })
const partShape = wordsShape.extend({
  judge: judgeShape.nullable(),
  sense: judgeShape.nullable(),
})
const flagsShape = wordsShape.omit({ classes: true }).extend({ flags: z.array(z.enum(flags)).min(1) })
type Words = z.infer<typeof wordsShape>
/** The model for answers, then perhaps the one for words that answer no question; last, perhaps, those for harm, for danger and for the other red flags. */
const headerShape = z.object({
  version: z.string().min(1),
  /** The version of the meanings that the judges were taught with. */
  meanings: z.string().min(1).nullable(),
  parts: z.array(partShape).min(1).max(2),
  grave: wordsShape.nullable(),
  danger: wordsShape.nullable(),
  flags: flagsShape.nullable(),
})

/** A model but for the meanings, which are a file of their own: their version is named. */
export type WeightsInFile = Omit<Model, 'meanings'> & { readonly meanings: string | null }

/** More than a file unpacks to: in one piece it is twice as quick. */
const atOnce = 4 << 20

/** Throws a plain sentence where the bytes are no weights file or are cut short. */
export function decodeModel(file: Uint8Array): WeightsInFile {
  const bytes = gunzipSync(file, { chunkSize: atOnce })
  const end = bytes.indexOf(10)
  const {
    version,
    meanings,
    parts,
    grave,
    danger,
    flags: flagged,
  } = headerShape.parse(JSON.parse(bytes.toString('utf8', 0, end)))
  const all: readonly Words[] = [...parts, ...[grave, danger].filter((net) => net !== null)]
  const lengths = [
    ...all.map(({ classes, buckets }) => classes.length * buckets),
    ...(flagged === null ? [] : [flagged.flags.length * flagged.buckets]),
  ]
  if (bytes.length !== lengths.reduce((sum, length) => sum + length, end + 1)) {
    throw new Error('The classifier weights are cut short: train them again with npm run train')
  }
  const bytesAt = (at: number) => {
    const from = lengths.slice(0, at).reduce((sum, length) => sum + length, end + 1)
    return bytes.subarray(from, from + (lengths[at] ?? 0))
  }
  const wordsAt = (words: Words, at: number) => decodeWords(words, bytesAt(at))
  const [answers, ...others] = parts.map((part, at) => ({
    tone: wordsAt(part, at),
    judge: part.judge && asRows(part.judge),
    sense: part.sense && asRows(part.sense),
  }))
  if (answers === undefined)
    throw new Error('The classifier weights are empty: train them with npm run train')
  return {
    version,
    meanings,
    ...answers,
    unasked: others[0] ?? null,
    grave: grave && wordsAt(grave, parts.length),
    danger: danger && wordsAt(danger, all.length - 1),
    flags: flagged && { ...flagged, weights: signed(bytesAt(all.length)) },
  }
}

function decodeWords({ classes, buckets, bias, steps }: Words, bytes: Uint8Array): LinearModel {
  const weights = classes.map((_, row) => signed(bytes.subarray(row * buckets, (row + 1) * buckets)))
  return { classes, buckets, bias, weights, steps }
}

function signed({ buffer, byteOffset, length }: Uint8Array): Int8Array {
  return new Int8Array(buffer, byteOffset, length)
}

export function encodeModel({
  version,
  meanings,
  unasked,
  grave,
  danger,
  flags: flagged,
  ...answers
}: WeightsInFile): Uint8Array {
  const models = [answers, ...(unasked === null ? [] : [unasked])]
  const parts = models.map(({ tone, judge, sense }) => ({
    ...encodeWords(tone),
    judge: judge && asNumbers(judge),
    sense: sense && asNumbers(sense),
  }))
  const nets = {
    grave: grave && encodeWords(grave),
    danger: danger && encodeWords(danger),
    flags: flagged && encodeFlags(flagged),
  }
  const header = JSON.stringify({
    version,
    meanings,
    parts: parts.map(({ words, judge, sense }) => ({ ...words, judge, sense })),
    grave: nets.grave && nets.grave.words,
    danger: nets.danger && nets.danger.words,
    flags: nets.flags && nets.flags.words,
  })
  const rows = [...parts, ...Object.values(nets).filter((net) => net !== null)].flatMap((each) => each.rows)
  return gzipSync(Buffer.concat([Buffer.from(`${header}\n`), ...rows]), { level: 9 })
}

function encodeWords({ classes, buckets, bias, weights, steps }: LinearModel): {
  readonly words: Words
  readonly rows: readonly Uint8Array[]
} {
  // In units of the row.
  const unitsOfStep = weights.map((row) => {
    let most = 1e-9
    for (const weight of row) most = Math.max(most, Math.abs(weight))
    return most / 127
  })
  const rows = weights.map((row, at) => {
    const signed = Int8Array.from(row, (weight) => Math.round(weight / (unitsOfStep[at] ?? 1)))
    return new Uint8Array(signed.buffer)
  })
  const worth = unitsOfStep.map((units, at) => units * (steps[at] ?? 1))
  return { words: { classes: [...classes], buckets, bias: [...bias], steps: worth }, rows }
}

/** Each flag in units of its own, as the rows of the others. */
function encodeFlags({ flags: told, buckets, bias, weights, steps }: FlagModel) {
  const most = told.map(() => 1e-9)
  weights.forEach((weight, at) => {
    const row = at % told.length
    most[row] = Math.max(most[row] ?? 0, Math.abs(weight))
  })
  const units = most.map((each) => each / 127)
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (units[at % told.length] ?? 1)))
  const worth = units.map((each, row) => each * (steps[row] ?? 1))
  return {
    words: { flags: [...told], buckets, bias: [...bias], steps: worth },
    rows: [new Uint8Array(bytes.buffer)],
  }
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
