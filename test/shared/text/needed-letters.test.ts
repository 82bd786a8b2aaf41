/** A pattern is passed over only where nothing it could find stands in the text: held for every pattern of the rules. */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayOccur, neededStretches, stretchesIn } from '../../../shared/text/needed-letters.ts'
import { phrases } from '../../../shared/text/phrases.ts'
import { rulePatterns } from '../../support/rule-patterns.ts'

/** The pattern without what takes up no room, such as word edges: most texts of this shape hold what it finds. */
function withoutAssertions(pattern: string): string {
  const cuts: { start: number; end: number }[] = []
  visitRegExpAST(new RegExpParser().parsePattern(pattern, 0, pattern.length), {
    onAssertionEnter: ({ start, end }) => void cuts.push({ start, end }),
  })
  const isWithin = (one: { start: number; end: number }) =>
    cuts.some((other) => other !== one && other.start <= one.start && other.end >= one.end)
  return cuts
    .filter((cut) => !isWithin(cut))
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(end)}`, pattern)
}

test('the rules hold patterns', () => {
  expect(rulePatterns.length).toBeGreaterThan(200)
})

test('whatever a pattern of the rules finds something in is not passed over', () => {
  let holding = 0
  for (const pattern of rulePatterns) {
    const expression = new RegExp(pattern)
    const needed = neededStretches(pattern)
    const shaped = fc.stringMatching(new RegExp(`^(?:${withoutAssertions(pattern)})$`))
    const around = fc.tuple(
      fc.constantFrom('', ' ', 'they ', "'", '(', 'é'),
      shaped,
      fc.constantFrom('', '.', ' too', "'s"),
    )
    fc.assert(
      fc.property(around, (parts) => {
        const text = parts.join('')
        if (!expression.test(text)) return
        holding += 1
        expect(mayOccur(needed, stretchesIn(text))).toBe(true)
      }),
      { numRuns: 25 },
    )
  }
  expect(holding).toBeGreaterThan(rulePatterns.length * 15)
})

describe('a pattern is not tried', () => {
  test.each([
    ['\\bfell (?:twice|again)\\b', 'i fell asleep', false],
    ['\\bfell (?:twice|again)\\b', 'she fell twice', true],
    ['\\b(?:broke|broken) (?:wrist|leg)\\b', 'the lift is broken', false],
    ['\\b(?:broke|broken) (?:wrist|leg)\\b', 'a broken wrist', true],
    ['\\b(?:gps?|doctors?)\\b', 'the pgp key', false],
    ['\\b(?:gps?|doctors?)\\b', 'gp', true],
    ['\\b(?:gps?|doctors?)\\b', 'my gp, or', true],
    ['\\bgp\\b', 'my gps', false],
    ['ell(?!ing)', 'my fellow', true],
    ['neglect(?:ed)?', 'they were kind', false],
    ['(?:abc|de)', 'nothing of it', true],
    ['[a-z]+', 'nothing of it', true],
  ])('%s on "%s": may occur %s', (pattern, text, may) => {
    expect(mayOccur(neededStretches(pattern), stretchesIn(text))).toBe(may)
  })
})

test('a text that was looked at before by other rules is found in as well', () => {
  const texts = ['one fell', 'two fell', 'three fell', 'four fell', 'five fell', 'six fell']
  const rules = phrases(['\\bfell\\b'])
  for (const text of [...texts, ...texts]) expect(rules.find(text)).toHaveLength(1)
})
