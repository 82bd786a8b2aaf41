/** What words are about, as a few numbers: texts that mean alike stand near each other, even where no word is the same. */
import type { Meanings } from '../../../shared/classifier-model.ts'
import type { Features } from './features.ts'

/** A number for each dimension. Whatever was asked, the same words give the same numbers. */
export function meaningOf({ buckets, values, alone }: Features, meanings: Meanings): number[] {
  const { dimensions, table, steps, middle } = meanings
  const mask = meanings.buckets - 1
  const sums = new Float64Array(dimensions)
  let squares = 0
  for (const place of alone) {
    const value = values[place] ?? 0
    squares += value * value
    const from = ((buckets[place] ?? 0) & mask) * dimensions
    for (let at = 0; at < dimensions; at += 1) sums[at] = (sums[at] ?? 0) + (table[from + at] ?? 0) * value
  }
  const scale = 1 / Math.sqrt(squares || 1)
  return Array.from(sums, (sum, at) => (middle[at] ?? 0) + sum * scale * (steps[at] ?? 0))
}
