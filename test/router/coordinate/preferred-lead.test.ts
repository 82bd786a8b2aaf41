/** From whom the person would like their answer: said in so many words, or not said at all. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isWantedToAnswer } from '../../../router/coordinate/preferred-lead.ts'
import { asId } from '../../../shared/ids.ts'
import { knowledgeOf } from '../../support/findings.ts'

const council = asId<'organisation'>('aldershire-council')
const ambulance = asId<'organisation'>('aldershire-ambulance')
const knowledge = knowledgeOf({})

describe('the council', () => {
  test.each([
    ['I would like the council to answer.', true],
    ['I’d prefer Aldershire County Council (example) to respond to me.', true],
    ['I want the council to take the lead.', true],
    ['I would like the ambulance service to answer.', false],
    ['The council would like me to answer.', false],
    ['I would like the council to mend the road.', false],
    ['Nobody from the council wanted to answer.', false],
  ])('"%s" is wanted: %s', (text, wanted) => {
    expect(isWantedToAnswer(text, council, knowledge)).toBe(wanted)
  })
})

it('is never read out of words that do not name it', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const text = `I would like the ambulance service to answer. ${words.replaceAll(/council|cyngor|acc|social/gi, '')}`
      expect(isWantedToAnswer(text, council, knowledge)).toBe(false)
      expect(isWantedToAnswer(text, ambulance, knowledge)).toBe(true)
    }),
  )
})
