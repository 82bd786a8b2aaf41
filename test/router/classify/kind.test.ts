/** Which of the four Cs: what the person chose, what they say, and only then how it reads. */
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../shared/words.ts'
import { classified, marked } from '../../support/reading.ts'

const keysOf = (text: string, kindChosen: Kind) =>
  classified(text, { kindChosen }).kind.because.map(({ key }) => key)

describe('the kind a person chose', () => {
  it('wins, whatever the words', () => {
    const { kind } = classified('The food was cold and nobody came.', { kindChosen: 'compliment' })
    expect(kind.value).toBe('compliment')
    expect(kind.confidence).toBe(1)
  })

  it('is shown to disagree with a message that blames', () => {
    expect(keysOf('The food was cold, the ward was filthy and nobody came.', 'compliment')).toContain(
      'router:kind.disagrees',
    )
    expect(keysOf('Wonderful care from everybody, thank you so much.', 'complaint')).toContain(
      'router:kind.disagrees',
    )
  })

  it('is shown to disagree with a fall it describes, and the words are marked', () => {
    const text = 'All very friendly when my husband fell out of bed.'
    expect(keysOf(text, 'compliment')).toContain('router:kind.describes-incident')
    expect(marked(text, classified(text, { kindChosen: 'compliment' }).kind)).toContain('fell')
  })

  it('is not doubted where it agrees', () => {
    expect(keysOf('Wonderful care from everybody, thank you so much.', 'compliment')).toEqual([
      'router:kind.chosen',
    ])
    expect(keysOf('I was left waiting for six hours and nobody told me why.', 'complaint')).toEqual([
      'router:kind.chosen',
    ])
  })
})

describe('a text that names no care', () => {
  it.each<[Kind, string]>([
    ['compliment', 'thank you so much you are all stars'],
    ['compliment', 'ur all stars thx'],
    ['compliment', 'You were all so kind to us'],
    ['compliment', 'thanks for everything you guys rock'],
    ['compliment', 'A very big thank you, no fuss at all'],
    ['comment', 'Thank you so much you are all stars, three hours late again'],
    ['concern', 'oh thank you so much you are all stars for losing my notes'],
    ['comment', 'thanks mate see you at 7 you are a star'],
  ])('is a %s: %s', (kind, text) => {
    expect(classified(text, { channel: 'sms' }).kind.value).toBe(kind)
  })
})

describe('the kind the words say', () => {
  it.each<[Kind, string]>([
    ['complaint', 'I want to make a formal complaint about the ward.'],
    ['complaint', 'I WISH TO COMPLAIN about how my mother was treated'],
    ['complaint', 'Please take this as a complaint. The nurses were kind though.'],
    ['complaint', 'Hoffwn wneud cwyn ffurfiol am y ward'],
    ['complaint', 'Mae fy nhad wedi cael ei adael ar y ward. Rwyf am wneud cwyn.'],
    ['complaint', "Rwy'n cwyno am y gofal a gafodd fy mam"],
    ['complaint', 'Dw i isio cwyno, mi arhosais i naw awr'],
    ['complaint', 'Mae gen i gŵyn am y maes parcio'],
    ['concern', 'Nid wyf am gwyno, dim ond dweud bod y bwyd yn oer'],
    ['concern', 'I am worried about how rarely the carers come to see Dad, it is getting worse.'],
    ['compliment', 'Please pass on my thanks to everyone in the eye clinic.'],
    ['compliment', "I can't fault the care I had on the ward."],
    ['compliment', 'Diolch yn fawr i bawb ar y ward'],
    ['comment', 'It would be good if there were more signs in the hospital corridor.'],
  ])('%s: %s', (kind, text) => {
    expect(classified(text).kind.value).toBe(kind)
  })

  it('does not find a complaint in "no complaints"', () => {
    expect(classified('No complaints at all, the staff were great.').kind.value).toBe('compliment')
  })

  it('reads the subject line of a mail as well', () => {
    const given = { subject: 'Formal complaint' }
    expect(classified('See what happened on the ward on Monday.', given).kind.value).toBe('complaint')
  })

  it('calls strong blame a complaint though the word is not used', () => {
    const text = 'The nurse was appallingly rude. It is disgraceful and I want an apology.'
    expect(classified(text).kind.value).toBe('complaint')
  })
})

describe('a text message that blames without naming care', () => {
  it.each([
    'Charged me twice for parking',
    'nobody came and she fell',
    'Three phone calls, no call back',
    'Lights left on all night so nobody slept',
  ])('is a concern: %s', (text) => {
    expect(classified(text, { channel: 'sms' }).kind.value).toBe('concern')
  })
})

describe('words that decide the kind beside the tone', () => {
  it.each<[Kind, string]>([
    ['complaint', 'Please investigate why my aunt was given the wrong tablets'],
    ['complaint', 'I have already complained twice and heard nothing'],
    ['complaint', 'I am not satisfied with your response and will go to the ombudsman'],
    ['complaint', 'I want compensation for my broken glasses'],
    ['concern', "I'm worried that nobody looks in on the old man next door since he came home from hospital"],
    ['comment', 'Why not put a bench by the entrance'],
    ['comment', 'I think the menus should be available in large print'],
    ['compliment', 'The woman on the tea trolley deserves a pay rise'],
    ['concern', 'Staff lovely, food inedible'],
  ])('%s: %s', (kind, text) => {
    expect(classified(text).kind.value).toBe(kind)
  })

  it('takes no fall for a suggestion, though one is made as well', () => {
    const text =
      'My husband fell in the shower and lay there for an hour. Perhaps the floor could be less slippery.'
    expect(classified(text).kind.value).toBe('concern')
  })
})

describe('what the hub cannot read', () => {
  it.each([
    ['\uFFFD\uFFFD\uFFFD \uFFFDa\uFFFD \uFFFD\uFFFD'],
    ['PK\u0003\u0004\u0001\u0002\u0000\u0001'],
    ['QmFzZTY0IG9mIHNvbWV0aGluZyBuYW1lZCBieSBub2JvZHkgYXQgYWxs'],
    ['þÿ×ÑøéÃ¨ ÛÝÞ'],
    ['??? ... !!!'],
    [''],
  ])('is a comment it is not sure of: %j', (text) => {
    const { kind } = classified(text)
    expect(kind.value).toBe('comment')
    expect(kind.confidence).toBeLessThan(0.6)
    expect(kind.because[0].key).toBe('router:kind.no-words')
  })

  it('is judged by a person where it is in another language', () => {
    const { kind } = classified('Bardzo dziękuję za opiekę, pani doktor była bardzo miła dla mnie')
    expect(kind.confidence).toBeLessThan(0.6)
    expect(kind.because[0].key).toBe('router:kind.other-language')
  })

  it.each(['👍', 'ok', '10/10', 'n/a', 'Gwych', 'See https://example.org/a/b?c=d for the photos'])(
    'does not include %s',
    (text) => {
      expect(classified(text).kind.because.map(({ key }) => key)).not.toContain('router:kind.no-words')
    },
  )
})

describe('everyday talk', () => {
  it.each([
    'ok see you at 8 then',
    'lol i hate mondays',
    'Happy birthday love, hope you are well x',
    'u free tonite?',
  ])('is a comment when it comes as a text message: %s', (text) => {
    expect(classified(text, { channel: 'sms' }).kind.value).toBe('comment')
  })
})

describe('the same word after different questions', () => {
  it.each([
    ['Nothing', 'What was good about your visit?', 'negative'],
    ['Nothing', 'What could we do better?', 'positive'],
    ['Everything', 'What was good about your visit?', 'positive'],
    ['Everything', 'What could we do better?', 'negative'],
  ])('%s after “%s” sounds %s', (text, question, tone) => {
    expect(classified(text, { question }).tone.value).toBe(tone)
  })

  it('names the question among the reasons', () => {
    const { tone } = classified('Nothing', { question: 'What could we do better?' })
    expect(tone.because.map(({ key }) => key)).toContain('router:tone.question')
  })
})

describe('a rating', () => {
  it('tips what the words leave open', () => {
    const text = 'I saw the consultant in the new building.'
    expect(classified(text, { rating: 1 }).tone.value).toBe('negative')
    expect(classified(text, { rating: 5 }).tone.value).toBe('positive')
  })
})

describe('words that hold somebody to account', () => {
  it('are marked', () => {
    const text = 'The hearing aids went missing. I would like an apology and the cost of them back.'
    const { kind } = classified(text)
    const words = kind.because
      .filter(({ key }) => key === 'router:kind.outrage')
      .flatMap(({ spans }) => spans ?? [])
      .map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['apology', 'cost of them back'])
  })
})

describe('what is hardly praise', () => {
  it.each([
    ['comment', 'N/A', 'What could we improve?'],
    [
      'concern',
      'The dentist told me to go private if I wanted it done this year. £1,150. I am on Universal Credit.',
      null,
    ],
  ])('is a %s: %s', (kind, text, question) => {
    expect(classified(text, { question, channel: 'kiosk' }).kind.value).toBe(kind)
  })
})
