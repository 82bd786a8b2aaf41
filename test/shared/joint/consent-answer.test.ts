/** Which texts are a clear yes or no to sharing; all others are for a person to read. */
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { consentAnswerOf } from '../../../shared/joint/consent-answer.ts'

test.each([
  ['YES', 'yes'],
  ['Yes please.', 'yes'],
  ['IE', 'yes'],
  ['Yes, that’s fine. Thank you', 'yes'],
  ['Yes, of course', 'yes'],
  ['I give my consent', 'yes'],
  ['Cewch, diolch', 'yes'],
  ['No, you may not', 'no'],
  ['I do not consent.\n\nAda Quill', 'no'],
  ['Yes\n\nAda Quill', 'yes'],
  ['No, thank you', 'no'],
  ['NA', 'no'],
  ['no!', 'no'],
  ['STOP SHARING', 'stop'],
  ['Please don’t share this. Thanks, Ada', 'stop'],
  ['No, do not share it', 'stop'],
  ['Peidiwch â rhannu, os gwelwch yn dda', 'stop'],
  ['Rhowch y gorau i rannu', 'stop'],
  ['Stop sharing a ward with men', null],
  ['Do not share my bed with others', null],
  ['Yes, but not the council', null],
  ['No problem', null],
  ['OK', null],
  ['That is fine', null],
  ['Yes, I do mind', null],
  ['Yes and no', null],
  ['I said no to the nurse', null],
  ['Maybe', null],
  ['', null],
] as const)('%j is %s', (text, answer) => {
  expect(consentAnswerOf(text, 'Ada Quill')).toBe(answer)
})

it('takes no text for both, and none that holds anything else for an answer', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), (word) => {
      expect(consentAnswerOf(`yes ${word} except them`, null)).toBeNull()
      expect(consentAnswerOf(`no ${word} unless they ask`, null)).toBeNull()
    }),
  )
})
