/** What the weights make of features: one score per tone, and scores as chances. */
import type { LinearModel } from '../../../shared/knowledge.ts'
import type { Features } from './features.ts'

/** `mask`: a model that was trained so reads features made for more buckets than it has in those that there are. */
export function scoresOf(features: Features, model: LinearModel, mask = -1): number[] {
  return model.weights.map((weights, row) => {
    let score = model.bias[row] ?? 0
    for (let at = 0; at < features.buckets.length; at += 1) {
      score += (weights[(features.buckets[at] ?? 0) & mask] ?? 0) * (features.values[at] ?? 0)
    }
    return score
  })
}

/** They sum to one. */
export function chancesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
