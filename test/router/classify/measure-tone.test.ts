/** The yardsticks of training: what counts as right, and the two simple ways of telling that a model has to beat. */
import { describe, expect, it } from 'vitest'
import { naiveBayes, plainRegression } from '../../../router/classify/tone/baselines.ts'
import type { Example } from '../../../router/classify/tone/examples.ts'
import { measureTone } from '../../../router/classify/tone/measure-tone.ts'
import type { Tone } from '../../../shared/words.ts'

const example = (text: string, tone: Tone, given: Partial<Example> = {}): Example => ({
  text,
  tone,
  question: null,
  severe: false,
  disputed: false,
  ...given,
})

const seen = [
  example('kind nurses', 'positive'),
  example('lovely kind staff', 'positive'),
  example('dirty ward', 'negative'),
  example('rude and dirty', 'negative'),
  example('I came by bus', 'neutral'),
  example('the bus was at ten', 'neutral'),
]

describe('naive Bayes and plain regression', () => {
  it.each([
    ['naive Bayes', naiveBayes],
    ['plain regression', plainRegression],
  ])('%s tells words it has seen', (_, train) => {
    const tell = train(seen)
    expect(tell(example('kind staff', 'neutral'))).toBe('positive')
    expect(tell(example('dirty', 'neutral'))).toBe('negative')
    expect(tell(example('by bus', 'positive'))).toBe('neutral')
  })

  it('of the two only plain regression hears the question', () => {
    const answers = [
      ...Array.from({ length: 6 }, () =>
        example('nothing', 'positive', { question: 'What could be better?' }),
      ),
      ...Array.from({ length: 6 }, () => example('nothing', 'negative', { question: 'What was good?' })),
    ]
    const asked = ['What could be better?', 'What was good?'].map((question) =>
      example('nothing', 'neutral', { question }),
    )
    expect(asked.map(plainRegression(answers))).toEqual(['positive', 'negative'])
    expect(new Set(asked.map(naiveBayes(answers))).size).toBe(1)
  })
})

describe('the measure', () => {
  it('counts what was told rightly, how folds differ, and the severe taken for praise', () => {
    const severe = { severe: true }
    const measure = measureTone([
      { example: example('a', 'positive'), told: 'positive', fold: 0 },
      { example: example('b', 'positive'), told: 'positive', fold: 0 },
      { example: example('c', 'negative', severe), told: 'positive', fold: 1 },
      { example: example('d', 'negative', severe), told: 'negative', fold: 1 },
    ])
    expect(measure).toMatchObject({ examples: 4, accuracy: 0.75, spread: 0.25, severeTakenForPraise: 0.5 })
    expect(measure.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2)
  })
})
