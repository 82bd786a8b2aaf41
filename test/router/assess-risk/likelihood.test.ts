/** What came up before counts where it is the same matter: the same care service and the same subject. */
import { describe, expect, it, test } from 'vitest'
import { rateLikelihood } from '../../../router/assess-risk/rate-likelihood.ts'
import { classify } from '../../../router/classify/classify.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { graded, readingKnowledge } from '../../support/reading.ts'

const said = 'The nurse was rude to me.'
const classification = classify(submissionOf({ channel: 'web-form', text: said }), readingKnowledge)
const rated = (earlier: ReadonlyMap<string, number>) =>
  rateLikelihood(plainText(said), classification, earlier).value

test('what came without a care service or a subject says nothing of how often this happens', () => {
  expect(classification.issues.every(({ careService }) => careService === null)).toBe(true)
  const alone = rated(new Map())
  const subjects = classification.issues.flatMap(({ subjects: found }) => found.map(({ value }) => value))
  expect(subjects.length).toBeGreaterThan(0)
  expect(rated(new Map([['|', 12], ...subjects.map((subject) => [`|${subject}`, 12] as const)]))).toBe(alone)
})

describe('what happened again', () => {
  it.each([
    'You have lost my blood sample. AGAIN.',
    'The pharmacy keep leaving her tablets out of the box.',
    'It has been wrong four weeks running.',
    'Same as last week, no carer came.',
    'This is the third winter the heating has failed.',
  ])('is likely to happen again: %s', (text) => {
    expect(graded(text).likelihood.value).toBe('Likely')
  })

  it.each([
    'They put the fees up and I have asked for the contract three times.',
    'The ward was dirty. I rang the desk four times.',
    'The nurse was rude and I have emailed on several occasions.',
  ])('is not how often somebody asked: %s', (text) => {
    expect(graded(text).likelihood.value).toBe('Unlikely')
  })
})
