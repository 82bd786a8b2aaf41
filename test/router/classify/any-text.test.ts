/** Whatever is written is classified somewhere, always the same, and every mark lies inside the text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds, tones } from '../../../shared/words.ts'
import { classified } from '../../support/reading.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n\n',
    '\u0000',
    '…',
    '😡😡😡',
    'İİİ nurse İ',
    'ﬁve ﬁsh',
    '\ud800',
    '"""',
    '?????!!!!',
  ),
)

describe('any text', () => {
  it('has a kind, a tone and at least one issue within it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { kind, tone, issues } = classified(text)
        expect(kinds).toContain(kind.value)
        expect(tones).toContain(tone.value)
        expect(issues.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is read the same every time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(classified(text)).toEqual(classified(text))
      }),
      { numRuns: 100 },
    )
  })
})
