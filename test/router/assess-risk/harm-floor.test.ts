/** Harm put down to care or to somebody's act is never graded below its floor; a bare mention only raises attention. */
import { describe, expect, it } from 'vitest'
import { graded } from '../../support/reading.ts'

describe('harm that is attributed', () => {
  it.each([
    ['death', 'My father died because nobody checked his oxygen all night.'],
    ['death', 'MY HUSBAND DIED AFTER THE DOCTOR FAILED TO CALL THE CONSULTANT'],
    [
      'death',
      'The porter was lovely and the tea was hot. Mum passed away. She was left for nine hours on a trolley.',
    ],
    ['death', 'You killed my sister.'],
    ['death', 'An avoidable death, and still no letter.'],
    ['death', 'Bu farw fy nhad oherwydd na ddaeth neb.'],
    ['abuse', 'A carer slapped my gran across the face.'],
    ['abuse', 'He was found lying in his own urine every morning.'],
    ['abuse', 'The residents are being neglected.'],
    ['abuse', 'the residants are being negelcted every nite'],
    ['abuse', 'Mae mam yn cael ei cham-drin yno, esgeulustod yw hyn.'],
    ['crime', 'I was assualted by a porter in the lift.'],
    ['crime', 'Her rings were stolen from the locker.'],
    ['crime', 'One of the night staff groped me.'],
    ['crime', 'Somebody was raped by another patient on that ward.'],
    ['misconduct', 'The doctor was drunk when he came to see us.'],
    ['misconduct', 'The manager has falsified the records.'],
    ['misconduct', 'The night nurse drinks on nights, we can smell it.'],
    ['misconduct', 'They signed the drug chart and the tablets were still in the pot by his bed.'],
    ['crime', 'The carer hit his head with a shoe.'],
    ['crime', 'The carer shoved dad and he hit his head.'],
    [
      'death',
      'I rang the delivery suite four times. My daughter was stillborn. I want to know why nobody asked me to come in.',
    ],
    ['abuse', 'The night nurse told my father “just go in the bed, we’ll change you later”.'],
    ['death', 'My wife died of sepsis at 51 because the ambulance took 4 hours.'],
  ])('%s is Extreme, once is enough: %s', (_, text) => {
    expect(graded(text).level.value).toBe('Extreme')
  })

  it.each([
    'She has brain damage because the delay was too long.',
    'The wrong dose caused a cardiac arrest.',
    'He broke his hip because no one answered the bell.',
    'Sepsis was missed twice and now he has kidney failure.',
    'Ambulance took 3hrs 40. Nan on the floor with a broken hip the whole time.',
    'He hit his head and they didn’t call an ambulance until the morning. He has a bleed on the brain.',
    'They said take gaviscon and on Sunday I was blue lighted in with a heart attack.',
    'The GP told me my cough was post viral. It is stage 4 lung cancer.',
    'It is ovarian cancer. If he had sent me for a scan it would have been seen.',
    'The smear was misread and I now have cervical cancer.',
    'Syrthiodd hi nos Iau ac ni chafodd neb wybod. Mae hi wedi torri ei chlun.',
  ])('serious harm is at least High: %s', (text) => {
    expect(['High', 'Extreme']).toContain(graded(text).level.value)
  })
})

describe('harm that is only mentioned', () => {
  it.each([
    'My late mother was treated wonderfully.',
    'My dad died in the spring. The hospice nurses were so kind to us all.',
    'Thank you for looking after my wife after her heart attack.',
    'He passed away peacefully and with dignity.',
    'I had sepsis and they saved my life.',
    'I came in after a stroke and could not have asked for better care.',
    'She made me laugh so much I nearly died! Keep her.',
    'Thank you all for my breast cancer care, it was superb.',
  ])('does not raise the level: %s', (text) => {
    expect(graded(text).level.value).toBe('Low')
  })

  it('asks for attention', () => {
    const { attention, level } = graded('My late mother died in March. The car park sign is hard to read.')
    expect(level.value).not.toBe('Extreme')
    expect(attention.map(({ key }) => key)).toContain('router:risk.attention.mention.death')
    expect(attention.map(({ key }) => key)).toContain('router:risk.attention.bereavement')
  })
})

describe('a death of one relative and care that another did not get', () => {
  const floors = (text: string) =>
    graded(text).level.because.filter(({ key }) => key === 'router:risk.floor.death')

  it.each([
    'My husband died last week. Nobody gave my mother her tablets.',
    'We lost my dad in June. Nobody checked my brother’s blood pressure.',
    'My wife died in March. My son’s appointment was cancelled twice and nobody rang.',
    'My mother died in spring. My dad was left waiting for hours at the clinic.',
  ])('are two matters: %s', (text) => {
    expect(floors(text)).toEqual([])
    expect(graded(text).attention.map(({ key }) => key)).toContain('router:risk.attention.mention.death')
  })

  it.each([
    'My husband died. Nobody gave him his tablets.',
    'My mother died. Nobody gave mum her insulin.',
    'Nobody gave my mother her tablets. My mother died.',
    'Mum died. The ward ignored us.',
    'My husband died because my ward was short staffed.',
    'My husband died because nobody gave my mother the right number to ring.',
    'My father passed away. My mum asked three times for a doctor and nobody came.',
    'My father died. Nobody listened to my mum when she said he was blue.',
    'My dad died. My mum’s calls were ignored.',
    'My wife died. My daughter was sent away when she begged for help.',
    'My baby died. Nobody checked my wife all night.',
  ])('are one where the other only tells of it, or is the same: %s', (text) => {
    expect(floors(text)).toHaveLength(1)
  })
})

describe('what only sounds like harm', () => {
  it.each([
    ['death', 'I found an empty bed. Nobody rang me. I thought she had died.'],
    ['death', 'I have waited seven weeks. My father died of bowel cancer at 51. I am 50.'],
    ['crime', 'The third time he hit his head. Nobody came.'],
    ['crime', 'He had a fall at home last year and hit his head. The clinic has been slow.'],
    ['gross-misconduct', 'I signed for my tablets at the chemist and they were not in the bag.'],
    ['gross-misconduct', 'The ward sister had a glass of wine at her leaving do.'],
    ['serious-harm', 'I have breast cancer and the receptionist made a mistake with my permit.'],
  ])('is no %s: %s', (code, text) => {
    const { seriousness, attention } = graded(text)
    const keys = [...seriousness.because, ...attention].map(({ key }) => key)
    expect(keys.filter((key) => key.endsWith(`.${code}`))).toEqual([])
  })

  it('is no bereavement either', () => {
    const bereaved = (text: string) =>
      graded(text).attention.some(({ key }) => key === 'router:risk.attention.bereavement')
    expect(bereaved('They lost my dad’s glasses on the ward.')).toBe(false)
    expect(bereaved('I thought she had died.')).toBe(false)
    expect(bereaved('I would like to thank the bereavement office.')).toBe(false)
    expect(bereaved('I had a miscarriage in May.')).toBe(true)
    expect(bereaved('We lost my dad in May.')).toBe(true)
  })
})

describe('a wish to see somebody struck off', () => {
  it.each(['The nurse who did this should be struck off.', 'That dentist ought to have been struck off.'])(
    'asks for attention and raises no level by itself: %s',
    (text) => {
      const { attention, level } = graded(text)
      expect(['Low', 'Moderate']).toContain(level.value)
      expect(attention.map(({ key }) => key)).toContain('router:risk.attention.mention.gross-misconduct')
    },
  )

  it('leaves the level of what was done as it is', () => {
    expect(graded('He slapped my mother and should be struck off.').level.value).toBe('Extreme')
  })

  it('is something else than a doctor who was', () => {
    expect(graded('The doctor who treated me has since been struck off.').level.value).toBe('Extreme')
    expect(graded('I was struck off the list of my surgery.').attention).toEqual([])
  })
})

describe('a level raised by the floor', () => {
  it('says so beside the cell of the matrix, and marks the harm and its cause', () => {
    const text = 'My father died because nobody checked on him.'
    const { level } = graded(text)
    expect(level.because.map(({ key }) => key)).toEqual(['router:risk.matrix', 'router:risk.floor.death'])
    const words = level.because
      .flatMap(({ spans }) => spans ?? [])
      .map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['died', 'because nobody'])
  })
})

describe('harm that heals', () => {
  it.each([
    'She was sent home alone and broke her wrist that night.',
    'He was sent home alone and fell twice that night.',
  ])('counts as the guide’s example of it: %s', (text) => {
    const keys = graded(text).seriousness.because.map(({ key }) => key)
    expect(keys).toContain('router:risk.example.moderate-harm')
  })
})
