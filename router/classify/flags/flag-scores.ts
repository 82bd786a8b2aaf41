/** What the weights make of a stretch: a score for each flag, and how likely a score makes it. */
import type { FlagModel } from '../../../shared/classifier-model.ts'
import type { FlagFeatures } from './flag-features.ts'

/** In the order of the model's flags. */
export function flagScores(
  { buckets, values }: Pick<FlagFeatures, 'buckets' | 'values'>,
  { bias, steps, weights }: Pick<FlagModel, 'bias' | 'steps' | 'weights'>,
): number[] {
  const units = bias.map(() => 0)
  for (let at = 0; at < buckets.length; at += 1) {
    const from = (buckets[at] ?? 0) * units.length
    const value = values[at] ?? 0
    for (let row = 0; row < units.length; row += 1)
      units[row] = (units[row] ?? 0) + (weights[from + row] ?? 0) * value
  }
  return units.map((each, row) => (bias[row] ?? 0) + each * (steps[row] ?? 1))
}

/** 0 to 1. */
export function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

export function scoreOf(chance: number): number {
  return Math.log(chance / (1 - chance))
}
