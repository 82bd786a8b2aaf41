/** What holds of grading for any text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Risk } from '../../../shared/routing.ts'
import { levels, likelihoods, seriousnesses } from '../../../shared/words.ts'
import { graded, readingKnowledge } from '../../support/reading.ts'

const harmless = [
  'The car park was full.',
  'Breakfast came at eight.',
  'The nurse explained everything.',
  'I waited for two hours.',
  'The room was a bit cold.',
  'Thank you for the kind care.',
  'The letter had the wrong date.',
  'Nobody answered the telephone.',
]
const flagged = [
  'A carer hit my mother.',
  'I want to die.',
  'My father died because nobody came.',
  'The child is being abused at home.',
  'They operated on the wrong leg.',
  'My solicitor will write to you.',
]
/** Grave only together, whatever stands between them. */
const harmAlone = 'My father died on the ward.'
const causeAlone = 'Nobody checked on him all night.'
/** Many times longer than any window somebody might read through. */
const long = fc.array(fc.constantFrom(...harmless, ...flagged), { minLength: 1, maxLength: 40 })
const rankOf = (risk?: Risk) => (risk === undefined ? -1 : levels.indexOf(risk.level.value))
const flagsOf = (risk?: Risk) => risk?.flags.map(({ value }) => value) ?? []

describe('grading', () => {
  it('never falls when a sentence with a red flag is added, and is as grave as that sentence wherever it stands', () => {
    fc.assert(
      fc.property(long, fc.constantFrom(...flagged), fc.nat(), (said, flag, at) => {
        const place = at % (said.length + 1)
        const more = [...said.slice(0, place), flag, ...said.slice(place)]
        const [before, alone, after] = [said.join(' '), flag, more.join(' ')].map((text) => graded(text))
        expect(rankOf(after)).toBeGreaterThanOrEqual(Math.max(rankOf(before), rankOf(alone)))
        const raised = flagsOf(after)
        for (const one of [...flagsOf(before), ...flagsOf(alone)]) expect(raised).toContain(one)
      }),
      { numRuns: 150 },
    )
  })

  it('reads a red flag after any number of harmless sentences, and each is grave or flagged by itself', () => {
    for (const flag of flagged) {
      const alone = graded(flag)
      expect(rankOf(alone) > 1 || flagsOf(alone).length > 0).toBe(true)
      for (const times of [1, 10, 100]) {
        const after = graded(`${harmless.join(' ').repeat(times)} ${flag}`)
        expect([flag, times, rankOf(after) >= rankOf(alone)]).toEqual([flag, times, true])
        expect(flagsOf(after)).toEqual(expect.arrayContaining([...flagsOf(alone)]))
      }
    }
  })

  it('puts a death down to care whatever stands between the two, and whichever comes first', () => {
    const between = fc.array(fc.constantFrom(...harmless, ...flagged, 'It was a Tuesday.'), { maxLength: 12 })
    fc.assert(
      fc.property(between, fc.boolean(), (said, causeFirst) => {
        const [first, last] = causeFirst ? [causeAlone, harmAlone] : [harmAlone, causeAlone]
        expect(graded([first, ...said, last].join(' ')).level.value).toBe('Extreme')
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of unrelated sentences', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...harmless, 'A carer hit my mother.'], { minLength: 2 }),
        fc.integer(),
        (said, seed) => {
          const other =
            fc.sample(fc.shuffledSubarray(said, { minLength: said.length }), { seed, numRuns: 1 })[0] ?? said
          expect(graded(other.join(' ')).level.value).toBe(graded(said.join(' ')).level.value)
          expect(flagsOf(graded(other.join(' ')))).toEqual(flagsOf(graded(said.join(' '))))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('gives any text a seriousness, a likelihood and a level, with reasons and spans inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { seriousness, likelihood, level, flags } = graded(text)
        expect(seriousnesses).toContain(seriousness.value)
        expect(likelihoods).toContain(likelihood.value)
        expect(levels).toContain(level.value)
        const spans = [seriousness, likelihood, level, ...flags]
          .flatMap(({ because }): readonly { spans?: readonly { start: number; end: number }[] }[] => because)
          .flatMap(({ spans: marked }) => marked ?? [])
        expect(spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('does not fall as the same is raised more often', () => {
    const text = 'I waited five hours in the emergency department and nobody told me why.'
    const ranks = [0, 1, 3, 6, 40].map((count) => {
      const every = new Map(anyService(count))
      return levels.indexOf(graded(text, {}, { ...readingKnowledge, earlierCounts: every }).level.value)
    })
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(ranks.at(-1)).toBeGreaterThan(ranks[0] ?? 0)
  })
})

function anyService(count: number): [string, number][] {
  return readingKnowledge.directory.careServices.map(({ id }) => [`${id}|waiting-times`, count])
}
