/** What holds of grading for any text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
const sentences = fc.uniqueArray(fc.constantFrom(...harmless), { minLength: 1, maxLength: 6 })

describe('grading', () => {
  it('never falls when a sentence with a red flag is added', () => {
    fc.assert(
      fc.property(sentences, fc.constantFrom(...flagged), fc.nat(), (said, flag, at) => {
        const place = at % (said.length + 1)
        const more = [...said.slice(0, place), flag, ...said.slice(place)]
        const before = levels.indexOf(graded(said.join(' ')).level.value)
        expect(levels.indexOf(graded(more.join(' ')).level.value)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 150 },
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
          const flagsOf = (text: string) => graded(text).flags.map(({ value }) => value)
          expect(graded(other.join(' ')).level.value).toBe(graded(said.join(' ')).level.value)
          expect(flagsOf(other.join(' '))).toEqual(flagsOf(said.join(' ')))
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
