/** Sentences whose tone turns on a small word, a question, a face or a twist: our own, none of them a collected comment. */
import { describe, expect, it } from 'vitest'
import type { Tone } from '../../../shared/words.ts'
import { classified } from '../../support/reading.ts'

describe('a message without a question', () => {
  it.each<[Tone, string]>([
    ['positive', 'I have not got a bad word to say'],
    ['positive', 'Nothing but praise for the team'],
    ['positive', 'No complaints from me'],
    ['positive', 'Nothing was too much trouble for the porters'],
    ['positive', "It wasn't as frightening as I expected, they were so gentle"],
    ['negative', 'Another marvellous ten-hour wait'],
    ['negative', 'Great, they cancelled my scan again'],
    ['negative', 'Thanks for nothing, again'],
    ['negative', 'Lovely to be ignored for four hours'],
    ['negative', 'Fantastic service if you enjoy sitting in a corridor all night'],
    ['negative', 'The cleaner was lovely but nobody gave dad his insulin'],
    ['negative', 'Lovely staff but I was left in pain for six hours and nobody came'],
    ['negative', 'STAFF WERE DISGUSTING TO US'],
    ['positive', 'THE STAFF WERE AMAZING!!!'],
    ['positive', 'Exelent servise, verry freindly staf'],
    ['positive', 'Everyone was ace 👏'],
    ['negative', 'Nobody rang back 👎'],
    ['negative', '😡'],
    ['positive', '❤️❤️❤️'],
    ['positive', 'Roedd popeth yn fendigedig 😊'],
    ['positive', 'Gwych'],
    ['negative', 'Mae hyn yn warthus'],
    ['negative', 'Anobeithiol, neb yn ateb y ffôn'],
    ['negative', 'Dydy fy nhad ddim yn hapus yn y cartref'],
    ['negative', 'Doedd y meddygon ddim yn garedig wrthi'],
    ['positive', 'Allai neb fod wedi bod yn fwy caredig wrthi'],
    ['neutral', 'Please could someone send me a form'],
    ['neutral', 'It was OK, nothing special'],
  ])('sounds %s: %s', (tone, text) => {
    expect(classified(text).tone.value).toBe(tone)
  })
})

describe('an answer that its question turns round', () => {
  it.each<[Tone, string, string]>([
    ['negative', 'Nothing about it was any good', 'What was good?'],
    ['negative', 'Nothing. My calls went unanswered for a week', 'What was good?'],
    ['negative', 'Not much, I was left to get on with it', 'What was good?'],
    ['negative', 'I did not find anything good in it', 'What did you like?'],
    ['positive', 'Nothing was too difficult for them', 'What was good?'],
    ['positive', 'Nothing springs to mind, all was lovely', 'What could be improved?'],
    ['negative', 'All of it, it was a disgrace', 'What could be improved?'],
  ])('sounds %s: %s after “%s”', (tone, text, question) => {
    expect(classified(text, { question }).tone.value).toBe(tone)
  })
})

describe('a short answer', () => {
  it.each<[Tone, string, string]>([
    ['positive', 'Nothing at all', 'What could we do better?'],
    ['negative', 'Absolutely nothing', 'What did we do well?'],
    ['negative', 'None of it', 'What was good?'],
    ['positive', 'No', 'Is there anything we could improve?'],
    ['positive', 'n/a everything was perfect', 'What could we do better?'],
    ['positive', 'The staff', 'What was good?'],
    ['negative', 'Parking', 'What could we do better?'],
    ['negative', 'Shorter waits', 'How could we improve?'],
    ['neutral', "Don't know", 'What was good?'],
  ])('sounds %s: %s after “%s”', (tone, text, question) => {
    expect(classified(text, { question }).tone.value).toBe(tone)
  })
})

describe('the words marked for how a message sounds', () => {
  it.each<[string, string[]]>([
    ['The nurse was rude and the food was cold', ['nurse', 'rude', 'food', 'cold']],
    ['Roedd y bwyd yn oer a neb yn gofalu', ['bwyd', 'oer', 'neb', 'gofalu']],
  ])('tell a reader something: %s', (text, mayBeMarked) => {
    const marked = classified(text).tone.because.flatMap(({ spans = [] }) =>
      spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(marked).not.toEqual([])
    expect(mayBeMarked).toEqual(expect.arrayContaining(marked))
  })
})
