/** What words are about, as numbers: like meanings stand near each other, and training finds such numbers. */
import { describe, expect, it } from 'vitest'
import { askedOf, featuresOf } from '../../../router/classify/tone/features.ts'
import { meaningOf } from '../../../router/classify/tone/meaning.ts'
import { lessonRow, trainMeanings } from '../../../router/classify/tone/train-meanings.ts'
import { exchangeableWords, variedTexts } from '../../../router/classify/tone/vary-texts.ts'
import { loadMeanings } from '../../../rules/classifier/load-model.ts'
import { decodeMeanings, encodeMeanings } from '../../../rules/classifier/meanings-file.ts'
import type { Meanings } from '../../../shared/classifier-model.ts'

const shipped = loadMeanings()
const buckets = 1 << 18

function meaning(text: string, question: string | null = null, meanings: Meanings = shipped): number[] {
  return meaningOf(featuresOf(text, askedOf(question), buckets), meanings)
}

function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

describe('the meaning of words', () => {
  it.each([
    ['the doctor was rude to me', 'a consultant who had no manners', 'the car park is too small'],
    ['we waited for hours', 'we were kept waiting a very long time', 'the food was tasty'],
    ['superb care from the nurses', 'marvellous nursing', 'the lift was broken again'],
    ['nobody answers the phone', 'no one picks up when i ring', 'the ward was spotless'],
  ])('of "%s" is nearer to that of "%s" than to that of "%s"', (text, alike, unlike) => {
    expect(likeness(meaning(text), meaning(alike))).toBeGreaterThan(
      likeness(meaning(text), meaning(unlike)) + 0.1,
    )
  })

  it('is the same whatever was asked', () => {
    const text = 'the porter sang to my mother all the way to theatre'
    const alone = meaning(text)
    meaning(text, 'What could we do better?').forEach((value, at) => {
      expect(value).toBeCloseTo(alone[at] ?? 0, 1)
    })
  })
})

describe('the file of meanings', () => {
  it('is written back as it was read, table and all', () => {
    expect(decodeMeanings(encodeMeanings(shipped))).toEqual(shipped)
  })

  it('says when it is cut short, and what to do', () => {
    expect(() => decodeMeanings(encodeMeanings(shipped).subarray(0, 5000))).toThrow('npm run train-meanings')
  })
})

describe('training meanings', () => {
  const words = ['kind', 'slow', 'ward', 'phone', 'pain', 'food']
  const placeOf = (text: string) =>
    Float32Array.from([0, 1], (shift) =>
      text.split(' ').reduce((sum, word) => sum + ((words.indexOf(word) + shift) % 3) - 1, 0),
    )

  it('finds where texts that it never saw stand, from words that it did', () => {
    const texts = words.flatMap((one) => words.map((other) => `${one} ${other}`))
    const unseen = 'ward phone'
    const lessons = texts
      .filter((text) => text !== unseen)
      .map((text) => ({ row: lessonRow(text), meaning: placeOf(text) }))
    const taught = trainMeanings(lessons, { buckets: 1 << 14, ridge: 0.01, rounds: 60 })
    const [x = 0, y = 0] = meaning(unseen, null, { ...taught, version: 'test' })
    const [wantedX = 0, wantedY = 0] = placeOf(unseen)
    expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(0.5)
  })
})

describe('variants of texts', () => {
  const texts = ['The ward was cold, but the nurses were kind.', 'Nobody rang me back']
  const near = new Map([['cold', ['chilly', 'freezing']]])

  it('hold every text and each of its clauses', () => {
    expect(variedTexts(texts, near)).toEqual(
      expect.arrayContaining([...texts, 'The ward was cold', 'but the nurses were kind.']),
    )
  })

  it('exchange a word only for those near it, and are the same each time', () => {
    const varied = variedTexts(texts, near)
    expect(varied).toEqual(variedTexts(texts, near))
    const known = new Set(`${texts.join(' ')} chilly freezing`.toLowerCase().match(/[a-z]+/g))
    const forms = new Set(['very', 'staff', 'not', 'too', 'more', 'service', 'no', 'nothing', 'and'])
    const strange = varied
      .flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? [])
      .filter((word) => !known.has(word) && !forms.has(word))
    expect(strange).toEqual([])
    expect(varied.some((text) => text.includes('chilly'))).toBe(true)
  })

  it('leave alone the words that hold a sentence together', () => {
    expect(exchangeableWords(texts)).toEqual(['back', 'cold', 'kind', 'nurses', 'rang', 'ward'])
  })
})
