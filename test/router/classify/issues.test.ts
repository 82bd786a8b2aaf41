/** Mixed messages are split into matters, each with its own kind, words, organisation and care service. */
import { describe, expect, it } from 'vitest'
import { asId } from '../../../shared/ids.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { classified } from '../../support/reading.ts'

const mixed =
  'The midwives were wonderful and so kind to us. The food was cold every day and I had to wait four hours for a scan.'

describe('a mixed message', () => {
  it('has an issue of praise and one of blame', () => {
    const { issues } = classified(mixed)
    expect(issues.map(({ tone }) => tone)).toEqual(['positive', 'negative'])
    expect(issues.map(({ kind }) => kind)).toEqual(['compliment', 'concern'])
  })

  it('cuts the text where the talk turns', () => {
    const { issues } = classified(mixed)
    expect(issues.map(({ start, end }) => mixed.slice(start, end))).toEqual([
      'The midwives were wonderful and so kind to us.',
      'The food was cold every day and I had to wait four hours for a scan.',
    ])
  })

  it('turns within a sentence too', () => {
    const text = 'The nurses were lovely and caring but the waiting room was filthy and cold'
    expect(classified(text).issues.map(({ tone }) => tone)).toEqual(['positive', 'negative'])
  })

  it('is a concern in all, though praise comes first', () => {
    expect(classified(mixed).kind.value).toBe('concern')
  })

  it('keeps praise of one piece in one issue', () => {
    expect(classified('Lovely staff. Good food. Clean room. Thank you all.').issues).toHaveLength(1)
  })

  it('never has more issues than a person can take in', () => {
    const turns = 'The nurses were lovely and caring. The toilets were filthy and disgusting. '
    expect(classified(turns.repeat(30)).issues.length).toBeLessThanOrEqual(8)
  })
})

describe('subjects', () => {
  it.each([
    ['The consultant was rude and dismissive', 'values-and-behaviours'],
    ['My appointment was cancelled twice', 'appointments'],
    ['I was given the wrong tablets', 'prescribing'],
    ['The ward was dirty and the toilets smelt', 'facilities'],
    ['We waited nine hours', 'waiting-times'],
    ['He was sent home at two in the morning', 'admissions-and-discharge'],
    ['There were not enough nurses', 'staffing'],
    ['They did it without my consent', 'consent'],
    ['Dim digon o staff ar y ward', 'staffing'],
  ])('of “%s” include %s', (text, code) => {
    expect(classified(text).issues[0].subjects.map(({ value }) => value)).toContain(code)
  })

  it('mark the words that led to them', () => {
    const text = 'Nobody explained the dose of my tablets.'
    const found = classified(text).issues[0].subjects.find(({ value }) => value === 'prescribing')
    const words = found?.because[0].spans?.map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['dose', 'tablets'])
  })
})

describe('organisations and care services', () => {
  it.each([
    ['I was at Aldermouth General on Sunday', 'aldermouth-hospitals'],
    ['i was at aldermouth genral on sunday', 'aldermouth-hospitals'],
    ['AGH sent me away', 'aldermouth-hospitals'],
    ['the carers at larch house are kind', 'larch-house'],
    ['Stonemere Road Surgery never answers', 'stonemere-surgery'],
  ])('are known by name, alias or misspelling: %s', (text, prefix) => {
    const ids = classified(text).organisations.map(({ value }) => value)
    expect(ids.some((id) => id.startsWith(prefix.slice(0, 9)))).toBe(true)
  })

  it('marks the name, and gives it to the issue that names it', () => {
    const text =
      'Larch House was spotless and friendly. The ambulance took five hours and nobody told us why.'
    const { issues } = classified(text)
    expect(issues).toHaveLength(2)
    expect(issues[0].organisation).not.toBeNull()
    expect(issues[1]?.organisation).not.toBe(issues[0].organisation)
  })

  it('takes what the person chose as certain', () => {
    const about = {
      ...submissionOf({ channel: 'email', text: '' }).about,
      organisation: asId<'organisation'>('larch-house'),
    }
    const { organisations, issues } = classified('It was cold.', { about })
    expect(organisations[0]).toMatchObject({ value: 'larch-house', confidence: 1 })
    expect(issues[0].organisation).toBe('larch-house')
  })
})

describe('an ambulance', () => {
  const ambulance = 'aldershire-ambulance'
  const hospital = 'aldermouth-hospitals'

  it.each<[string, string | null]>([
    // Being carried home is how a stay in hospital ends.
    ['He was sent home by ambulance from Aldermouth Hospital at 3am without his tablets.', hospital],
    ['Sent home by ambulance in her nightie at 2am.', null],
    ['They sent him home at 3am in an ambulance with no coat.', null],
    ['They discharged dad by ambulance in the middle of the night and nobody told us.', null],
    ['I was taken by ambulance and then waited nine hours in A&E.', hospital],
    ['She was sent home in an ambulance and the driver was rude.', ambulance],
    ['We waited six hours to be taken home by ambulance.', ambulance],
    ['The ambulance took him home and left him on the doorstep.', ambulance],
    ['We waited four hours for an ambulance.', ambulance],
    ['The ambulance crew took mum to A and E, brilliant people.', ambulance],
  ])('%s', (text, organisation) => {
    expect(classified(text).issues[0].organisation).toBe(organisation)
  })
})
