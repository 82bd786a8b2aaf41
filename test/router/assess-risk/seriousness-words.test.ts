/** What the guide calls Medium or High is known by the words people tell it in, and not by words that deny it. */
import { describe, expect, it } from 'vitest'
import { graded } from '../../support/reading.ts'

const examplesIn = (text: string) =>
  graded(text).seriousness.because.map(({ key }) => key.replace('router:risk.example.', ''))

describe('an example of the guide', () => {
  it.each([
    ['medical-error', 'The pharmacy gave me my neighbour’s tablets in my bag.'],
    ['medical-error', 'Roedd y gofalwyr yn hwyr ac ni chafodd nhad ei dabledi.'],
    ['medical-error', 'A student nurse gave my daughter an adult dose. It was frightening.'],
    ['unmet-need', 'I am deaf. They keep ringing and leaving voicemails.'],
    ['unmet-need', 'After my miscarriage I was made to wait with pregnant women and newborn babies.'],
    ['unmet-need', 'He was still in his pyjamas at half past two.'],
    [
      'unmet-need',
      'It was awful. Her lunch was on the table stone cold and she can’t, you know, she can’t reach it.',
    ],
    ['unmet-need', 'Carer no show this morning, dad waited for nothing.'],
    ['unmet-need', 'The nurse won’t give me my pregabalin.'],
    ['misinformation', 'A nurse at the walk in told my boss where I live and what I have.'],
    ['staff-attitude', 'The call handler hung up on me.'],
    ['denial-of-rights', 'We found a DNACPR form. Nobody had ever spoken to us or to him.'],
  ])('%s is told of by “%s”', (code, text) => {
    expect(examplesIn(text)).toContain(code)
  })

  it('is none where it is denied', () => {
    expect(examplesIn('The queue was awful, but there was no crying from my lad at all.')).not.toContain(
      'unmet-need',
    )
  })
})
