/** No expression by which the router reads, written in its code or in its rules, may take more than linear time. */
import { describe, expect, it } from 'vitest'
import { phrases } from '../../shared/text/phrases.ts'
import { sourceFiles } from '../architecture/source-files.ts'
import { builtExpressions, literalsIn, slowLiterals, slowness } from '../support/expressions.ts'
import { graded } from '../support/reading.ts'
import { rulePatterns } from '../support/rule-patterns.ts'

const files = sourceFiles(['.ts'], ['router', 'rules', 'shared'])
const built = await builtExpressions(files, () => {
  phrases(rulePatterns)
  graded('The ward sister was rude to my mother, and I waited for four hours.')
})

describe('the expressions of the router', () => {
  it('are found: those of every rule, and those of the code', () => {
    expect(new Set(built.map(({ source }) => source)).size).toBeGreaterThan(rulePatterns.length)
    expect(files.flatMap(literalsIn).length).toBeGreaterThan(50)
  })

  it.each([
    ['(?:a+)+b', 'Self'],
    ['a+a+b', 'Trade'],
    ['\\s+$', 'Move'],
  ])('would be named if they were slow, as %s is', (source, type) => {
    expect(slowness({ source, flags: '' })).toContain(type)
  })

  it('take linear time where the code spells them out', () => {
    expect(slowLiterals(files)).toEqual([])
  })

  it('take linear time where they are built, from the rules or in the code', () => {
    expect(built.flatMap((each) => slowness(each) ?? [])).toEqual([])
  })
})
