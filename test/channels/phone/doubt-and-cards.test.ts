/** What the transcriber was unsure of is marked; what opens somebody's account is hidden. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCardNumber, maskCardNumbers } from '../../../channels/phone/card-numbers.ts'
import { readTranscript } from '../../../channels/phone/transcripts/read-transcript.ts'

function submissionIn(transcript: string) {
  const reading = readTranscript({ raw: Buffer.from(transcript) })
  if (reading.outcome !== 'submission') throw new Error(`It was read as ${JSON.stringify(reading)}`)
  return reading.submission
}

describe('doubtful passages', () => {
  test('are marked where the words have a low score, several in a row by one mark', () => {
    const score = (Content: string, Confidence: string) => ({ Content, Confidence })
    const { text, remarks } = submissionIn(
      JSON.stringify({
        Transcript: [
          {
            ParticipantRole: 'CUSTOMER',
            Content: 'Dr Evans at the clinic, was rude.',
            Items: [
              ...[score('Dr', '0.9'), score('Evans', '0.3'), score('at', '0.4'), score('the', '0.9')],
              ...[score('clinic', '0.95'), score(',', '0.0'), score('was', '0.9'), score('rude', '0.2')],
            ],
          },
        ],
      }),
    )
    expect(text).toBe('Dr [Evans at?] the clinic, was [rude?].')
    expect(remarks).toEqual([
      {
        key: 'phone:remark.doubtful',
        params: { count: 2 },
        spans: [
          { start: 3, end: 14 },
          { start: 31, end: 38 },
        ],
      },
    ])
  })

  test.each([
    ['a whole turn', '{"Transcript":[{"Content":"It was Tuesday.","Confidence":0.2}]}', '[It was Tuesday.?]'],
    [
      'a caption',
      'WEBVTT\n\nNOTE Confidence: 0.31\n\n00:01.000 --> 00:02.000\nIt was Tuesday.\n',
      '[It was Tuesday.?]',
    ],
    [
      'a typist’s tags',
      'Caller: It was <UNSURE>Tuesday</UNSURE> <UNIN/> or so.',
      'It was [Tuesday?] [?] or so.',
    ],
    ['a tag in JSON', '{"Transcript":[{"Content":"Ward <UNSURE>six</UNSURE>."}]}', 'Ward [six?].'],
    ['a typist’s brackets', 'Caller: It was [inaudible] or so.', 'It was [inaudible] or so.'],
  ])('are marked and counted where %s is doubted', (_, transcript, text) => {
    const submission = submissionIn(transcript)
    expect(submission.text).toBe(text)
    expect(submission.remarks.map((remark) => remark.key)).toEqual(['phone:remark.doubtful'])
  })

  test('are none where every score is high', () => {
    expect(submissionIn('{"Transcript":[{"Content":"Clear.","Confidence":0.9}]}').remarks).toEqual([])
  })
})

describe('card numbers', () => {
  // Numbers that the card schemes publish for tests.
  test.each([
    ['in groups', 'It is 4111 1111 1111 1111, yes.', 'It is •••• •••• •••• 1111, yes.'],
    ['in one', 'card 5555555555554444.', 'card ••••••••••••4444.'],
    ['of fifteen digits', '3782-822463-10005', '••••-••••••-•0005'],
    [
      'spoken',
      'four one one one, one one one one, one one one one and one one one one',
      '• • • •, • • • •, • • • • and 1 1 1 1',
    ],
    ['with doubles', 'four one double one um double one double one 1111 1111', '• • •• um •• •• •••• 1111'],
  ])('are masked %s', (_, said, shown) => {
    expect(maskCardNumbers([said])).toEqual({ texts: [shown], found: 1 })
  })

  test('are masked over the turns of one speaker, whatever the other says between', () => {
    const { text, originalText, remarks } = submissionIn(
      'Agent: Your number?\nCaller: It is 4111 1111\nAgent: Yes.\nCaller: 1111 1111, is that all?',
    )
    expect(text).toBe('It is •••• ••••\n•••• 1111, is that all?')
    expect(originalText).not.toMatch(/4111/)
    expect(remarks).toEqual([{ key: 'phone:remark.cardMasked', params: { count: 1 } }])
  })

  test.each([
    ['a telephone number', 'Ring 07700 900123 or 020 7946 0000.'],
    ['an NHS number', 'It is 943 476 5919.'],
    ['a number whose check digit is wrong', '4111 1111 1111 1112'],
    ['dates and times', 'From 12 10 2026 to 13 10 2026 at 10 30 and 11 45'],
    ['numbers in a sentence', 'One nurse, two doctors and three of us waited for four hours.'],
  ])('are not seen in %s', (_, said) => {
    expect(maskCardNumbers([said])).toEqual({ texts: [said], found: 0 })
  })

  test('are never shown, however they are grouped, and nothing else is hidden', () => {
    const card = fc
      .tuple(
        fc.constantFrom('4', '51', '37', '2221'),
        fc.stringMatching(/^\d{14}$/),
        fc.constantFrom(15, 16, 19),
      )
      .map(([start, rest, length]) => withCheckDigit((start + rest + rest).slice(0, length - 1)))
    const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(card, cuts, fc.constantFrom(' ', '-', ', '), (number, lengths, separator) => {
        const { texts, found } = maskCardNumbers([`before ${grouped(number, lengths).join(separator)} after`])
        const shown = texts[0] ?? ''
        expect(found).toBe(1)
        expect(shown.replace(/\D/g, '')).toBe(number.slice(-4))
        expect(shown).toMatch(/^before .* after$/)
      }),
    )
  })
})

function withCheckDigit(digits: string): string {
  const last = Array.from('0123456789').find((digit) => isCardNumber(digits + digit))
  return digits + (last ?? '')
}

function grouped(digits: string, lengths: readonly number[]): readonly string[] {
  const groups: string[] = []
  let from = 0
  for (const length of lengths) {
    if (from < digits.length) groups.push(digits.slice(from, from + length))
    from += length
  }
  return groups
}
