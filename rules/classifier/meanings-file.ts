/** The file format of the meanings: one line of JSON, then `dimensions` signed bytes for each bucket. Not packed: it is read quicker so. */
import { z } from 'zod'
import type { Meanings } from '../../shared/classifier-model.ts'

const headerShape = z.object({
  version: z.string().min(1),
  buckets: z.number().int().positive(),
  dimensions: z.number().int().positive(),
  steps: z.array(z.number()),
  middle: z.array(z.number()),
})

/** What the numbers were learned from, which its licence asks to name. */
const source =
  'Learned from the output of Universal Sentence Encoder Lite (Google), Apache License 2.0, http://www.apache.org/licenses/LICENSE-2.0'

/** Throws a plain sentence where the bytes are no such file or are cut short. */
export function decodeMeanings(bytes: Uint8Array): Meanings {
  const end = bytes.indexOf(10)
  const header = headerShape.parse(
    JSON.parse(Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString('utf8')),
  )
  const length = header.buckets * header.dimensions
  if (bytes.length !== end + 1 + length) {
    throw new Error('The meanings are cut short: make them again with npm run train-meanings')
  }
  return { ...header, table: new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, length) }
}

export function encodeMeanings({ table, ...header }: Meanings): Uint8Array {
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ source, ...header })}\n`),
    new Uint8Array(table.buffer, table.byteOffset, table.byteLength),
  ])
}
