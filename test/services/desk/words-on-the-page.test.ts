/** How the desk puts things: marked words, days left, safe names, bytes as text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readable } from '../../../services/desk/raw-page.ts'
import { markedText } from '../../../services/desk/marked-text.ts'
import { daysLeft, shortDay, urgencyOf } from '../../../services/desk/short-dates.ts'
import { safeName } from '../../../shared/text/file-name.ts'

const spans = fc.array(
  fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) }),
)

describe('marked words', () => {
  it('never change the text, wherever the spans lie', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), spans, (text, marks) => {
        expect(
          markedText(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('are exactly the characters that some span covers, each piece as long as it can be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), spans, (text, marks) => {
        const pieces = markedText(text, marks)
        const marked = pieces.flatMap(({ text: words, isMarked }) =>
          Array.from({ length: words.length }, () => isMarked),
        )
        const covered = Array.from({ length: text.length }, (_, i) =>
          marks.some(({ start, end }) => start <= i && i < end),
        )
        expect(marked).toEqual(covered)
        expect(pieces.every(({ isMarked }, i) => isMarked !== pieces[i - 1]?.isMarked)).toBe(true)
      }),
    )
  })
})

describe('what is left of a time', () => {
  it.each([
    ['2026-11-26', { key: 'desk:due.left', params: { count: 4 } }, 'later', 'Thu 26 Nov'],
    ['2026-11-24', { key: 'desk:due.left', params: { count: 2 } }, 'soon', 'Tue 24 Nov'],
    ['2026-11-22', { key: 'desk:due.today' }, 'today', 'Sun 22 Nov'],
    ['2026-11-21', { key: 'desk:due.late', params: { count: 1 } }, 'late', 'Sat 21 Nov'],
    ['2027-03-28', { key: 'desk:due.left', params: { count: 126 } }, 'later', 'Sun 28 Mar'],
    ['2019-03-05', { key: 'desk:due.late', params: { count: 2819 } }, 'late', '5 Mar 2019'],
  ])('due %s, seen on 22 November 2026', (due, left, urgency, short) => {
    expect([daysLeft(due, '2026-11-22'), urgencyOf(due, '2026-11-22'), shortDay(due, '2026-11-22')]).toEqual([
      left,
      urgency,
      short,
    ])
  })
})

it('makes a file name of anything, without a path and without what changes how it reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name)
      expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}"<>:|?*]|^\.|^\s*$/u)
      expect(safe.length).toBeLessThanOrEqual(100)
      expect(safe.isWellFormed()).toBe(true)
    }),
  )
})

it('shows bytes that are no characters as such, and keeps lines', () => {
  expect(readable(Buffer.from([0x41, 0x0d, 0x0a, 0x09, 0x00, 0xff, 0x1b]))).toBe('A\n\t\ufffd\ufffd\ufffd')
})
