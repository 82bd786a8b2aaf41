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
    ['safeguarding-adult', 'My carer took my money'],
    ['safeguarding-adult', 'A nurse stood at the pay machine and took my money'],
    ['safeguarding-adult', 'he hit her head'],
    ['safeguarding-adult', 'The night sister reeks of gin and sleeps in the store'],
    ['safeguarding-adult', 'I have an injunction against my ex and the surgery gave him my new address'],
    ['safeguarding-adult', 'You posted the letter with the refuge address to my ex husband'],
    ['safeguarding-adult', 'They wedge the table against her so she can’t get up'],
    ['self-harm', 'I cut myself again last night'],
    ['self-harm', 'I have saved up all my tablets for tonight'],
    ['safeguarding-adult', 'They tied her to the chair by her hair'],
    ['safeguarding-adult', 'The carer locked me out of the house'],
    ['safeguarding-child', 'Our daughter was bitten and locked in by her stepdad'],
    ['self-harm', 'I’d rather leave this world'],
    ['self-harm', 'dim yn gweld pwynt cario ymlaen'],
    ['safeguarding-adult', 'The clinic was told never to phone me at home, and he picked up'],
    ['safeguarding-adult', 'They flick the residents’ ears to wake them'],
    ['safeguarding-child', 'The boy comes in on his own and asks if there is any food'],
    ['safeguarding-child', 'Her uncle films her in the shower'],
    ['immediate-danger', 'The toddler has swallowed a button battery ten minutes ago'],
    ['threat', 'He keeps a machete at home for the next nurse'],
    ['self-harm', 'I sit on the kitchen floor with the scissors most nights'],
    ['safeguarding-adult', 'I was assaulted by the cafe manager'],
    ['safeguarding-adult', 'Mae hi wedi gweld y gofalwr yn taro mam'],
    ['safeguarding-adult', 'The carer sits on her legs so that she can’t get up'],
    ['safeguarding-adult', 'Nan’s good coat turned up at the carer’s house'],
    ['safeguarding-adult', 'They tell an old man he stinks and should be put down'],
    ['safeguarding-adult', 'The lodger is now down as her next of kin'],
    ['self-harm', 'Mae o wedi sgwennu llythyr ffarwel i’r plant'],
    ['self-harm', 'Wish I had not woken up after the operation'],
    ['immediate-danger', 'He is kicking the door in'],
    ['immediate-danger', 'Dwi’n methu ei deffro hi'],
    ['safeguarding-child', 'The baby next door has bruises and is left alone all night'],
    [
      'safeguarding-child',
      'A little boy on the ward told me he is scared of his dad, and the child is not safe',
    ],
    ['threat', 'I will stab the receptionist if I see her again'],
    ['threat', 'I know where you live'],
    ['duty-of-candour', 'They operated on the wrong knee'],
    ['duty-of-candour', 'The hospital covered it up'],
    ['duty-of-candour', 'The medication chart was signed but dad was not given his tablets'],
    ['duty-of-candour', 'They sign the drug round as done while the tablets are still in the pot'],
    ['duty-of-candour', 'Llofnodwyd am y tabledi ond chafodd mam ddim un'],
    ['duty-of-candour', 'The log says visited at eight but the door camera shows that nobody came'],
    ['duty-of-candour', 'They gave dad a double dose and begged me to keep it to myself'],
    ['whistleblowing', 'We were told to move the body before the family came'],
    ['legal-or-media', 'My solicitor will be in touch'],
    ['legal-or-media', 'Legal action will be taken if I do not hear from you'],
    ['legal-or-media', 'I will take the council to court'],
    ['legal-or-media', 'It is with my solicitor and you will be sued'],
    ['legal-or-media', 'The hospital knows I am taking them to court'],
    ['legal-or-media', 'A letter from my solicitor will tell you what you owe me'],
    ['legal-or-media', 'Legal action will follow unless the fees are refunded'],
    ['threat', 'Someone will get hurt at your door tonight, I swear I will burn it down'],
    ['self-harm', 'He said he would kill himself to make you listen'],
    ['legal-or-media', 'I am going to the papers'],
    ['whistleblowing', 'I work there and staff are afraid to say that it is unsafe, I am a whistleblower'],
    ['discrimination', 'He refused to see me because I am deaf'],
    ['discrimination', 'The racist remarks must stop'],
    ['discrimination', 'I was told at 82 I’m not worth operating on'],
    ['discrimination', 'They put a DNACPR on my brother because he has Down’s syndrome, nobody asked us'],
    ['discrimination', 'They won’t do my hip because I am ninety'],
    ['discrimination', 'She snapped at him to speak English'],
    ['discrimination', 'He told me people from my country never tell the truth'],
    ['discrimination', 'I was taken off the list when I put down that my partner is a woman'],
    ['discrimination', 'My son is autistic and there was a DNACPR on his file nobody told us about'],
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
    'The machine at Northfield General took my money and gave me no ticket',
    'The car park app charged my card twice',
    'Felt robbed by the parking prices',
    'I have power of attorney for my aunt and am her attorney for health too',
    'The solicitor dealing with dad’s will needs his date of admission',
    'He hit his head',
    'Nan hit her head on the door of the minibus, only a graze',
    'Letter from the council: you will be prosecuted if you do not pay',
    'The council keep threatening to take my mum to court over the care charges',
    'They sent a final notice saying legal action will be taken if the invoice isn’t paid',
    'I was asked by my nan to write this',
    'My mother asked me to write this as she has no email',
    'I was DNA’d and discharged',
    'I’d rather leave it, please withdraw my complaint',
    'I had to cut myself short as the doctor was called away',
    'Dw i’n methu gweld y rhif ar y drws',
    'Mae hi wedi mynd adref heddiw',
    'My waters broke in the lift and the porter ran for a midwife',
    'My grandson was terrified of the needle',
    'If the ice isn’t gritted someone will fall and get hurt',
    'Can I bring my dog and my brother to visit',
    'Your payment line took the money twice',
    'My mobile is about to die so text instead',
    'She tied her laces for her, a lovely touch',
    'Your portal has locked me out again',
    'My grandson bit the dentist',
    'Our daughter locked herself in the loo and the porter freed her',
    'Helpwch fi i lenwi’r holiadur',
    'I have saved up old tablets, where do I hand them in',
    'The wrong blood form was printed',
    'I take ten tablets every evening',
    'I would never dream of legal action',
    'He keeps beating me at dominoes',
    'I was assaulted by the smell of bleach in the loo',
    'The manager told us to fill in the survey',
    'The toddler opposite bit my lad and both mums laughed',
    'Discharged as a no show though I was upstairs in X ray',
    'The nurses are killing themselves trying to keep up',
    'The physio tortures me weekly and I thank her for it',
    'My solicitor nephew dropped me at the door',
    'Please tell the press office your poster has a typo',
    'The delivery driver signed for my medication but I have not received it',
    'My ex husband’s letters come here, please send them to his address',
  ])('%s', (text) => {
    expect(flagsIn(text)).toEqual([])
    expect(['Low', 'Moderate']).toContain(graded(text).level.value)
  })
})
