/** The risk matrix, seriousness by likelihood, in three readings of the guide; which one holds is a setting. */
import type { RiskMatrix } from '../shared/knowledge.ts'
import type { Level, Likelihood, Seriousness } from '../shared/words.ts'

/**
 * No published copy of the fifteen cells was found: the guide prints each level once, two to a row,
 * and the column where a row steps up is inferred. The page of the original should be checked by eye.
 */
const guide = {
  source: 'Department of Health, Listening, responding, improving (2009), p.19, cells inferred',
  sureness: 'unconfirmed',
} as const

type Row = readonly [Level, Level, Level, Level, Level]

function rowOf([rare, unlikely, possible, likely, almostCertain]: Row): Readonly<Record<Likelihood, Level>> {
  return {
    Rare: rare,
    Unlikely: unlikely,
    Possible: possible,
    Likely: likely,
    'Almost certain': almostCertain,
  }
}

function matrix(version: string, rows: Readonly<Record<Seriousness, Row>>): RiskMatrix {
  return {
    ...guide,
    version,
    cells: { Low: rowOf(rows.Low), Medium: rowOf(rows.Medium), High: rowOf(rows.High) },
  }
}

/** Default. Steps up at the fourth column, because the guide grades two like complaints on one day as Low. */
export const matrixA = matrix('guide-2009-a', {
  Low: ['Low', 'Low', 'Low', 'Moderate', 'Moderate'],
  Medium: ['Moderate', 'Moderate', 'Moderate', 'High', 'High'],
  High: ['High', 'High', 'High', 'Extreme', 'Extreme'],
})

/** Steps up one column earlier. */
export const matrixB = matrix('guide-2009-b', {
  Low: ['Low', 'Low', 'Moderate', 'Moderate', 'Moderate'],
  Medium: ['Moderate', 'Moderate', 'High', 'High', 'High'],
  High: ['High', 'High', 'Extreme', 'Extreme', 'Extreme'],
})

/** The diagonal reading, nearer to the five-by-five matrices of incident systems. */
export const matrixC = matrix('guide-2009-c', {
  Low: ['Low', 'Low', 'Low', 'Moderate', 'Moderate'],
  Medium: ['Low', 'Moderate', 'Moderate', 'High', 'High'],
  High: ['Moderate', 'High', 'High', 'Extreme', 'Extreme'],
})

export const matrices: readonly RiskMatrix[] = [matrixA, matrixB, matrixC]
