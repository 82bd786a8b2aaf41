/** Where in the matrix a level stands nearest to how a case is graded: for whoever says only that the level is another. */
import type { RiskMatrix } from '../knowledge.ts'
import { likelihoods, seriousnesses, type Level, type Likelihood, type Seriousness } from '../words.ts'

export interface Cell {
  readonly seriousness: Seriousness
  readonly likelihood: Likelihood
}

/** Fewest steps on both scales together; of two as near, the one that leaves the seriousness as it is. Null: the matrix has no such level. */
export function nearestGrade(from: Cell, level: Level, cells: RiskMatrix['cells']): Cell | null {
  const found = seriousnesses.flatMap((seriousness) =>
    likelihoods
      .filter((likelihood) => cells[seriousness][likelihood] === level)
      .map((likelihood) => ({ seriousness, likelihood })),
  )
  return found.toSorted((one, other) => distance(from, one) - distance(from, other))[0] ?? null
}

/** A step in seriousness weighs a little more than one in likelihood. */
function distance(from: Cell, to: Cell): number {
  const serious = Math.abs(seriousnesses.indexOf(from.seriousness) - seriousnesses.indexOf(to.seriousness))
  const likely = Math.abs(likelihoods.indexOf(from.likelihood) - likelihoods.indexOf(to.likelihood))
  return serious * 1.01 + likely
}
