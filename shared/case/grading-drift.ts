/** How far a grading moved from receipt to the end of the investigation. */
import {
  likelihoods,
  levels,
  seriousnesses,
  type Level,
  type Likelihood,
  type Seriousness,
} from '../words.ts'

export interface Grade {
  readonly seriousness: Seriousness
  readonly likelihood: Likelihood
  readonly level: Level
}

export const gradeParts = ['seriousness', 'likelihood', 'level'] as const
export type GradePart = (typeof gradeParts)[number]
export type Drift = 'raised' | 'lowered' | 'unchanged'

/** Steps up its own scale; negative where it was lowered. */
export function stepsOf(part: GradePart, before: Grade, after: Grade): number {
  switch (part) {
    case 'seriousness':
      return seriousnesses.indexOf(after.seriousness) - seriousnesses.indexOf(before.seriousness)
    case 'likelihood':
      return likelihoods.indexOf(after.likelihood) - likelihoods.indexOf(before.likelihood)
    case 'level':
      return levels.indexOf(after.level) - levels.indexOf(before.level)
  }
}

export function driftOf(steps: number): Drift {
  if (steps === 0) return 'unchanged'
  return steps > 0 ? 'raised' : 'lowered'
}
