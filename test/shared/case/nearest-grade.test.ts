/** The place in the matrix that a level alone points to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixA } from '../../../rules/matrix.ts'
import { nearestGrade } from '../../../shared/case/nearest-grade.ts'
import { levels, likelihoods, seriousnesses } from '../../../shared/words.ts'

describe('the nearest place of a level in the matrix', () => {
  it.each([
    ['Medium', 'Rare', 'High', 'High', 'Rare'],
    ['Medium', 'Possible', 'High', 'Medium', 'Likely'],
    ['High', 'Unlikely', 'Moderate', 'Medium', 'Unlikely'],
    ['Low', 'Rare', 'Extreme', 'High', 'Likely'],
    ['Low', 'Possible', 'Moderate', 'Low', 'Likely'],
  ] as const)('%s × %s to %s', (seriousness, likelihood, level, nearest, asLikely) => {
    expect(nearestGrade({ seriousness, likelihood }, level, matrixA.cells)).toEqual({
      seriousness: nearest,
      likelihood: asLikely,
    })
  })

  it('has the level asked for, whatever it starts from, and stays where that is the level already', () => {
    const anywhere = fc.record({
      seriousness: fc.constantFrom(...seriousnesses),
      likelihood: fc.constantFrom(...likelihoods),
    })
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...levels), (from, level) => {
        const found = nearestGrade(from, level, matrixA.cells)
        const was = matrixA.cells[from.seriousness][from.likelihood]
        expect(found === null ? null : matrixA.cells[found.seriousness][found.likelihood]).toBe(level)
        if (was === level) expect(found).toEqual(from)
      }),
    )
  })
})
