/** Keys into words: in the language that is asked for, with dates as people write them. */
import { describe, expect, test } from 'vitest'
import { dayInWords, momentInWords } from '../../../services/pages/dates-in-words.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { reason } from '../../../shared/finding.ts'

const words = loadWords()

describe('words', () => {
  test('say a reason with its parameters in either language', () => {
    const tooLong = reason('form:problem.tooLong', { limit: 5, length: 7 })
    expect(words.say(tooLong, 'en')).toBe('Shorten your text to 5 characters or fewer. It now has 7')
    expect(words.say(tooLong, 'cy')).toContain('5 o nodau')
  })

  test('fall back to English where Welsh has none yet', () => {
    const [key = ''] = words.untranslated('cy')
    expect(key).not.toBe('')
    expect(words.translate(key, {}, 'cy')).toBe(words.translate(key, {}, 'en'))
  })

  test('lack nothing in English', () => {
    expect(words.untranslated('en')).toEqual([])
  })

  test('know a key from a mistake', () => {
    expect(words.knows('page:skip')).toBe(true)
    expect(words.knows('page:skp')).toBe(false)
  })

  test('write a date of a parameter out in the reader’s language', () => {
    expect(words.translate('page:day', { date: '2026-11-26' }, 'en')).toBe('Thursday 26 November 2026')
    expect(words.translate('page:day', { date: '2026-11-26' }, 'cy')).toBe('dydd Iau 26 Tachwedd 2026')
  })

  test('do not follow what a person wrote as if it were ours', () => {
    const hostile = '$t(page:skip) {{limit}} <b>'
    expect(words.translate('form:place.serviceLegend', { organisation: hostile }, 'en')).toBe(
      `Which service of ${hostile}?`,
    )
  })
})

describe('dates in words', () => {
  test.each([
    ['2026-03-29', 'Sunday 29 March 2026'],
    ['2026-10-25', 'Sunday 25 October 2026'],
    ['2024-02-29', 'Thursday 29 February 2024'],
  ])('%s is %s, whatever the clocks did that day', (date, expected) => {
    expect(dayInWords(date, 'en')).toBe(expected)
  })

  test('an instant is told in London time', () => {
    expect(momentInWords('2026-06-30T23:30:00Z', 'en')).toBe('1 July 2026 at 00:30')
    expect(momentInWords(new Date('2026-12-31T23:30:00Z'), 'en')).toBe('31 December 2026 at 23:30')
  })
})
