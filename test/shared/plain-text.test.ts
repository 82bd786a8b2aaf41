/** The text as the rules read it, and the way back to what the person wrote. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrases } from '../../shared/text/phrases.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'
import { spellingOf, wordsIn } from '../../shared/text/spelling.ts'

const spelling = spellingOf(['suicidal', 'safeguarding', 'assaulted', 'complaint'])

describe('plain text', () => {
  it.each([
    ['THE Nurse', 'the nurse'],
    ['don’t', "don't"],
    ['café ŵyl', 'cafe wyl'],
    ['one \n  two', 'one two'],
    ['hurt\u200bing', 'hurt ing'],
    ['Ｈｅｌｐ', 'help'],
  ])('of “%s” is “%s”', (original, plain) => {
    expect(plainText(original).text).toBe(plain)
  })

  it('leads back to the words of the original, respelt words whole', () => {
    const original = 'I   feel  SUCIDAL, they said'
    const plain = plainText(original, spelling)
    const start = plain.text.indexOf('suicidal')
    const back = plain.toOriginal({ start, end: start + 'suicidal'.length })
    expect(original.slice(back.start, back.end)).toBe('SUCIDAL')
    const said = plain.text.indexOf('said')
    const word = plain.toOriginal({ start: said, end: said + 4 })
    expect(original.slice(word.start, word.end)).toBe('said')
  })

  it('never leads out of the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (original, a, b) => {
        const plain = plainText(original, spelling)
        const [start, end] = [Math.min(a, b) % (plain.text.length + 1), plain.text.length]
        const back = plain.toOriginal({ start: Math.min(start, end), end })
        expect(back.start).toBeGreaterThanOrEqual(0)
        expect(back.end).toBeLessThanOrEqual(original.length)
        expect(back.start).toBeLessThanOrEqual(back.end)
      }),
    )
  })

  it('keeps the ends of short lines, and not those of wrapped mail', () => {
    expect(plainText('Staff great\nFood awful').lines).toBe('staff great\nfood awful')
    const wrapped = 'This line of a letter was wrapped by the mail program at\nsome seventy letters'
    expect(plainText(wrapped).lines).not.toContain('\n')
  })
})

describe('spelling', () => {
  it.each([
    ['sucidal', 'suicidal'],
    ['suiicidal', 'suicidal'],
    ['suicidel', 'suicidal'],
    ['safegaurding', 'safeguarding'],
    ['assualted', 'assaulted'],
  ])('takes %s for %s', (slip, word) => {
    expect(spelling.correct(slip)).toBe(word)
  })

  it.each(['compliant', 'homicidal', 'complaints', 'nurse', 'insulted'])('leaves %s alone', (word) => {
    expect(spelling.correct(word)).toBe(word)
  })

  it('knows the whole words of a pattern and not its stems', () => {
    expect(wordsIn(['\\b(?:suicide|assaulted|restrain(?:ed|t)|hit)\\b'])).toEqual(['suicide', 'assaulted'])
  })
})

describe('phrases', () => {
  it('leaves out what stands inside a false alarm', () => {
    const alarmed = phrases(['\\bdied\\b'], ['\\bdied laughing\\b'])
    expect(alarmed.find('he died laughing and then he died')).toEqual([{ start: 29, end: 33 }])
  })

  it('finds the same however often it is asked', () => {
    const words = phrases(['\\bthe ward\\b'])
    expect(words.occurIn('at last the ward')).toBe(true)
    expect(words.find('the ward')).toEqual([{ start: 0, end: 8 }])
  })

  it('refuses a pattern that cannot be read, with a sentence', () => {
    expect(() => phrases(['(unclosed'])).toThrow('cannot be read')
  })
})

describe('sentences', () => {
  it('end at their marks, at line ends, and not inside numbers', () => {
    const text = 'We waited 2.5 hours. Why?! No idea\nThe end'
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'We waited 2.5 hours.',
      'Why?!',
      'No idea',
      'The end',
    ])
  })
})
