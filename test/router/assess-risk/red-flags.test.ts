/** Red flags in English and Welsh, misspelt, in capitals and buried in praise; and what must not raise one. */
import { describe, expect, it } from 'vitest'
import type { Flag } from '../../../shared/words.ts'
import { graded } from '../../support/reading.ts'

const flagsIn = (text: string) => graded(text).flags.map(({ value }) => value)

describe('a red flag is raised', () => {
  it.each<[Flag, string]>([
    ['immediate-danger', 'Please send help, my neighbour is not breathing'],
    ['immediate-danger', 'I am in immediate danger'],
    ['immediate-danger', 'She has just taken all her tablets'],
    ['self-harm', 'I want to die and nobody rings back'],
    ['self-harm', 'i feel sucidal since they stopped my treatment'],
    ['self-harm', 'Teulu: mae hi wedi sôn am hunanladdiad'],
    ['self-harm', "Everyone was lovely. I can't go on though."],
    ['safeguarding-adult', 'THE CARER HIT MY MOTHER'],
    ['safeguarding-adult', 'Dad is covered in bruises again'],
    ['safeguarding-adult', 'This is a safegaurding matter'],
    ['safeguarding-adult', 'Her carer has been taking money from her purse'],
    ['safeguarding-adult', 'Mae hi’n cael ei hesgeuluso yno, esgeulustod llwyr'],
    ['safeguarding-child', 'The baby next door has bruises and is left alone all night'],
    [
      'safeguarding-child',
      'A little boy on the ward told me he is scared of his dad, and the child is not safe',
    ],
    ['threat', 'I will stab the receptionist if I see her again'],
    ['threat', 'I know where you live'],
    ['duty-of-candour', 'They operated on the wrong knee'],
    ['duty-of-candour', 'The hospital covered it up'],
    ['legal-or-media', 'My solicitor will be in touch'],
    ['legal-or-media', 'I am going to the papers'],
    ['whistleblowing', 'I work there and staff are afraid to say that it is unsafe, I am a whistleblower'],
    ['discrimination', 'He refused to see me because I am deaf'],
    ['discrimination', 'The racist remarks must stop'],
  ])('%s: %s', (flag, text) => {
    expect(flagsIn(text)).toContain(flag)
  })

  it('wherever it stands in a long text', () => {
    const padding = 'The tea was warm and the window was clean. '.repeat(400)
    const text = `${padding}The carer hit my mother. ${padding}`
    const [flag] = graded(text).flags
    const [span] = flag?.because[0].spans ?? []
    expect(flag?.value).toBe('safeguarding-adult')
    expect(text.slice(span?.start, span?.end)).toBe('carer hit my mother')
  })

  it('though line breaks stand between its words', () => {
    expect(flagsIn('the carer\nhit my\nmother')).toContain('safeguarding-adult')
  })

  it.each([
    ['the subject line', { subject: 'I want to die' }],
    ['the wish', { wantedOutcome: 'I just want to die' }],
  ])('though it stands in %s alone, where nothing can be marked', (_, given) => {
    const [flag] = graded('Please ring me back.', given).flags
    expect(flag?.value).toBe('self-harm')
    expect(flag?.because[0].spans).toBeUndefined()
  })

  it('and its hours are told', () => {
    expect(graded('I want to die').flags[0]?.because[0].params).toEqual({ count: 1 })
  })

  it('and a grave one is never graded low, whatever the tone', () => {
    const { level } = graded('Best ward ever, thank you all! By the way a carer hit my mother.')
    expect(level.value).toBe('Extreme')
  })
})

describe('a false alarm is left alone', () => {
  it.each([
    'We nearly died laughing with the nurses',
    'Just killing time before my appointment',
    'My feet are killing me after that walk from the car park',
    'The cake was to die for',
    'My phone died so I could not ring you',
    'My late mother was treated wonderfully',
    'I was dying to meet the midwife again, she is dead nice',
    'That bath bomb smells great, dead good',
    'The leaflet on suicide prevention is very clear',
    'The play area is good, my children loved it',
    'Could murder a cup of tea, thank you to the staff',
    'They took blood pressure and a photo of my passport',
    'She took the time to explain it, I felt safe',
    'I was really touched by how the nurse spoke to my son',
    'There was no discrimination of any kind',
    'He hit it off with the physio straight away',
    'Please send the appointment to my new address',
  ])('%s', (text) => {
    expect(flagsIn(text)).toEqual([])
    expect(['Low', 'Moderate']).toContain(graded(text).level.value)
  })
})
