/** What a text costs is known before it is sent, and our own wordings stay within one segment. */
import cy from '../../../services/pages/languages/cy/sms.json' with { type: 'json' }
import en from '../../../services/pages/languages/en/sms.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { segmentsOf } from '../../../channels/sms/segments.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { wordsOfTextReceipt } from '../../../services/pipeline/text-receipt.ts'
import { languages } from '../../../shared/words.ts'

describe('the segment count', () => {
  test.each([
    ['a'.repeat(160), 1, 'GSM-7'],
    ['a'.repeat(161), 2, 'GSM-7'],
    ['€'.repeat(80), 1, 'GSM-7'],
    ['€'.repeat(81), 2, 'GSM-7'],
    ['Mae’n ddrwg – iawn', 1, 'GSM-7'],
    [`T${'ŷ'.repeat(69)}`, 1, 'UCS-2'],
    [`T${'ŷ'.repeat(70)}`, 2, 'UCS-2'],
    ['😀'.repeat(36), 2, 'UCS-2'],
  ])('of %s is %i', (text, count, encoding) => {
    expect(segmentsOf(text)).toMatchObject({ count, encoding })
  })
})

describe('the receipt by text', () => {
  const words = loadWords()
  const wordings = languages.flatMap((language) =>
    ['Example Trust', 'The Example Partnership for Health and Care in the Whole of a Long County'].flatMap(
      (organisation) =>
        ([null, 'which-service', 'may-we-ring'] as const).flatMap((question) =>
          [false, true].map((inDanger) => ({ language, organisation, question, inDanger })),
        ),
    ),
  )

  test.each(wordings)(
    'is one segment of plain letters with the reference: $language, $organisation, $question, danger $inDanger',
    ({ question, ...given }) => {
      const text = wordsOfTextReceipt(words, { ...given, reference: 'FB-7K3M-9QX2-T' }, question)
      expect(segmentsOf(text)).toMatchObject({ count: 1, encoding: 'GSM-7' })
      expect(text).toContain('FB-7K3M-9QX2-T')
      expect(text.split('?').length - 1).toBeLessThanOrEqual(given.inDanger ? 2 : 1)
    },
  )

  test('names 999 and nothing to answer where somebody may be in danger', () => {
    const given = { reference: 'FB-7K3M-9QX2-T', organisation: 'Example Trust', language: 'en' } as const
    expect(wordsOfTextReceipt(words, { ...given, inDanger: true }, 'which-service')).toMatch(/999.*116 123/)
  })
})

test.each([en.help, cy.help])('What HELP is answered with is one segment: %s', (words) => {
  expect(segmentsOf(words).count).toBe(1)
})
