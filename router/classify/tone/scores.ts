/** What the weights make of features: one score per tone, and scores as chances. */
import type { LinearModel } from '../../../shared/classifier-model.ts'
import type { Features } from './features.ts'

export function scoresOf(features: Features, model: LinearModel): number[] {
  const { buckets, values } = features
  return model.weights.map((weights, row) => {
    let units = 0
    for (let at = 0; at < buckets.length; at += 1) {
      units += (weights[bucketIn(model, buckets[at])] ?? 0) * (values[at] ?? 0)
    }
    return (model.bias[row] ?? 0) + units * (model.steps[row] ?? 1)
  })
}

/** Features may be made for more buckets than a model has: it was trained on them so, folded into those that there are. */
export function bucketIn({ buckets }: LinearModel, bucket = 0): number {
  return bucket & (buckets - 1)
}

/** They sum to one. */
export function chancesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
