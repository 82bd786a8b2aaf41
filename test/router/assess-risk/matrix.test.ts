/** The fifteen cells, in each of the three readings of the guide. */
import { describe, expect, it } from 'vitest'
import { matrices, matrixA, matrixB, matrixC } from '../../../rules/matrix.ts'
import type { RiskMatrix } from '../../../shared/knowledge.ts'
import { levels, likelihoods, seriousnesses } from '../../../shared/words.ts'

const letters = (matrix: RiskMatrix) =>
  seriousnesses.map((row) => likelihoods.map((column) => matrix.cells[row][column].charAt(0)).join(' '))

describe('the risk matrix', () => {
  it.each([
    ['A steps up at Likely', matrixA, ['L L L M M', 'M M M H H', 'H H H E E']],
    ['B steps up at Possible', matrixB, ['L L M M M', 'M M H H H', 'H H E E E']],
    ['C runs along the diagonal', matrixC, ['L L L M M', 'L M M H H', 'M H H E E']],
  ])('%s, cell by cell', (_, matrix, expected) => {
    expect(letters(matrix)).toEqual(expected)
  })

  it.each(matrices.map((matrix) => [matrix.version, matrix] as const))(
    '%s never falls as seriousness or likelihood rises',
    (_, { cells }) => {
      const rank = (row: number, column: number) => {
        const [seriousness, likelihood] = [seriousnesses[row], likelihoods[column]]
        if (seriousness === undefined || likelihood === undefined) throw new RangeError('no such cell')
        return levels.indexOf(cells[seriousness][likelihood])
      }
      for (let row = 0; row < 3; row += 1) {
        for (let column = 0; column < 5; column += 1) {
          if (row > 0) expect(rank(row, column)).toBeGreaterThanOrEqual(rank(row - 1, column))
          if (column > 0) expect(rank(row, column)).toBeGreaterThanOrEqual(rank(row, column - 1))
        }
      }
    },
  )

  it.each(matrices.map((matrix) => [matrix.version, matrix] as const))(
    '%s has the corners the guide fixes',
    (_, { cells }) => {
      expect(cells.Low.Rare).toBe('Low')
      expect(cells.High['Almost certain']).toBe('Extreme')
    },
  )
})
