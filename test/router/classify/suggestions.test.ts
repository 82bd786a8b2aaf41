/** Language, wanted outcomes, exclusions and lateness: suggestions with reasons, for a person to decide. */
import { describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { classified, readingKnowledge } from '../../support/reading.ts'

const words = loadWords()

describe('the language of a message', () => {
  it.each([
    ['en', 'The nurses were very kind to my mother and I want to thank them.'],
    ['cy', 'Roedd y nyrsys yn garedig iawn ac rydw i eisiau diolch iddyn nhw.'],
    ['cy', 'Dim digon o staff, rhy hir yn aros am y meddyg'],
    ['other', 'Pielęgniarki były bardzo miłe, dziękuję za wszystko co dla mnie zrobiły, nie jest źle'],
    ['other', 'الممرضات كن لطيفات جدا شكرا لكم'],
    ['other', '护士们非常好，谢谢你们'],
    ['other', 'Il personale era scortese e ho aspettato nove ore'],
    ['other', 'Isbitaalku wuu wasakh badnaa cidna ima caawin'],
    ['other', 'Hastane cok kirliydi ve kimse bana yardim etmedi'],
    ['en', 'Poor communication between departments regarding medication changes'],
    ['en', 'can sumone com quick nan as fell n she aint talkin'],
    ['en', 'want 2 die rn'],
    ['cy', "Rwy'n mynd â'r achos at dwrnai"],
    ['other', 'Sestra na odjelu je bila jako ljubazna i pomogla mi je'],
    ['other', 'Kada mogu da dobijem rezultate'],
    ['other', 'Pielegniarka byla bardzo niemila i krzyczala na moja mame'],
    ['other', 'Prosze o tlumacza na nastepna wizyte'],
    ['other', 'On a perdu les lunettes de mon mari'],
    ['other', 'L’ambulance n’est jamais arrivee'],
    ['cy', 'mae e am yrru oddi ar y clogwyn'],
    ['cy', 'Mi dorra i ei wddf o'],
    ['cy', 'Bron i mi farw o chwerthin'],
    ['en', 'Every single war fought on US soil'],
    ['en', 'On a trolley in A&E'],
  ])('%s: %s', (language, text) => {
    expect(classified(text).language.value).toBe(language)
  })

  it('is that of the form where the words are too few', () => {
    expect(classified('👍', { language: 'cy' }).language.value).toBe('cy')
  })
})

describe('what the person wants', () => {
  it.each([
    ['I just want an appointment with the physio', 'service'],
    ['I do not want this to happen to anyone else', 'better-procedures'],
    ['I would like an explanation and an apology', 'explanation-or-apology'],
    ['She should be struck off', 'discipline'],
    ['I expect compensation for my lost earnings', 'compensation'],
    ['I would like the cost of the hearing aids back', 'compensation'],
    ['Dwi isio fy mhres yn ôl', 'compensation'],
    ['Please make sure the district nurses are told next time', 'better-procedures'],
    ['I want to see a dentist', 'service'],
    ['Could someone ring me about it', 'service'],
    ['He would like the check to be done again properly', 'service'],
    ['Hoffwn gael eglurhad', 'explanation-or-apology'],
    ['Dweud wrthym beth ddigwyddodd', 'explanation-or-apology'],
    ['Nobody has apologised to us', 'explanation-or-apology'],
    ['I require a full written response', 'explanation-or-apology'],
    ['I want confirmation of what will change', 'better-procedures'],
  ])('%s: %s', (text, outcome) => {
    expect(classified(text).wants.map(({ value }) => value)).toContain(outcome)
  })

  it.each([
    'Thank you for your letter. Mrs Reid accepts your apology and does not wish to take it further.',
    'A bit of a wait but the nurse apologised and explained everything.',
    'The doctor gave us a clear explanation of the scan.',
    'They refunded me straight away.',
    'Apologies for the long message.',
    'You need to know that the lift is out.',
  ])('is not what was given already: %s', (text) => {
    const { wants, kind } = classified(text)
    expect(wants).toEqual([])
    expect(kind.value).not.toBe('complaint')
  })

  it('comes with an honest note on what we can give', () => {
    const [want] = classified('I expect compensation').wants
    expect(want?.because.map(({ key }) => key)).toContain('router:want.note.compensation')
  })

  it.each([
    ['I just want an appointment with the physio', 'NHS 111', 'GIG 111'],
    ['I do not want this to happen to anyone else', 'Care Quality Commission', 'Comisiwn Ansawdd Gofal'],
    ['I would like an explanation and an apology', 'Ombudsman', 'Ombwdsmon'],
    ['She should be struck off', 'General Medical Council', 'Cyngor Meddygol Cyffredinol'],
    ['I expect compensation for my lost earnings', 'solicitor', 'gyfreithiwr'],
  ])('names who else to go to, in both languages: %s', (text, inEnglish, inWelsh) => {
    const notes = classified(text).wants.flatMap(({ because }) => because)
    const said = (language: 'en' | 'cy') => notes.map((note) => words.say(note, language)).join(' ')
    expect(said('en')).toContain(inEnglish)
    expect(said('cy')).toContain(inWelsh)
  })
})

describe('what the regulations may leave out', () => {
  it.each([
    ['My line manager has refused my annual leave', 'employment'],
    ['You never answered my freedom of information request', 'freedom-of-information'],
    ['My NHS pension statement is wrong', 'superannuation'],
    ['The ombudsman has already investigated this', 'ombudsman'],
    ['I have already had your final response', 'already-investigated'],
    ['I work on Beech Ward as a HCA and want to put in a grievance', 'employment'],
    ['I am not being paid right for my nights', 'employment'],
  ])('%s: suggests %s', (text, code) => {
    expect(classified(text).exclusions.map(({ value }) => value)).toContain(code)
  })

  it('names every ground of regulation 8(1) that a person may choose', () => {
    const grounds = seedRules.exclusions.map(({ regulation }) => regulation)
    expect(grounds).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `8(1)(${letter})`))
  })

  it('is never suggested for an ordinary complaint', () => {
    expect(classified('The doctor was rude and the ward was cold.').exclusions).toEqual([])
  })
})

describe('twelve months', () => {
  const about = (happenedOn: string | null, knownSince: string | null) => ({
    about: { ...submissionOf({ channel: 'email', text: '' }).about, happenedOn, knownSince },
  })

  const received = { ...readingKnowledge, today: '2026-11-16' }

  it.each([
    ['the last day is in time', '2025-11-16', null, '2026-11-16', false],
    ['the day after is late', '2025-11-15', null, '2026-11-15', true],
    ['they run from knowledge where that is later', '2019-01-01', '2026-10-01', '2027-10-01', false],
    ['knowledge more than a year ago is late as well', '2019-01-01', '2025-11-15', '2026-11-15', true],
    ['knowledge on its last day', '2019-01-01', '2025-11-16', '2026-11-16', false],
    ['a knowledge before the event shortens nothing', '2026-02-01', '2019-01-01', '2027-02-01', false],
    ['knowledge without a day of the event', null, '2025-11-15', '2026-11-15', true],
    ['a leap day ends with the next February', '2024-02-29', null, '2025-02-28', true],
  ])('%s', (_, happenedOn, knownSince, last, late) => {
    const { outOfTime } = classified('It went wrong.', about(happenedOn, knownSince), received)
    expect(outOfTime.value).toBe(late)
    expect(outOfTime.because[0].params?.['last']).toBe(last)
  })

  it.each([
    ['2019-01-01', '2026-10-01', 'in-time-known'],
    ['2019-01-01', '2025-11-15', 'out-of-time-known'],
    [null, '2025-11-15', 'out-of-time-known'],
    ['2026-02-01', '2019-01-01', 'in-time'],
    ['2019-01-01', '2019-01-01', 'out-of-time'],
    ['2019-01-01', null, 'out-of-time'],
  ])('of %s, known on %s, say from which of the two they run: %s', (happenedOn, knownSince, key) => {
    const { outOfTime } = classified('It went wrong.', about(happenedOn, knownSince), received)
    expect(outOfTime.because[0].key).toBe(`router:exclusion.${key}`)
  })

  it.each([
    ['2025-02-28', false],
    ['2025-03-01', true],
  ])('after a leap day, received on %s', (today, late) => {
    const knowledge = { ...readingKnowledge, today }
    expect(classified('It went wrong.', about('2024-02-29', null), knowledge).outOfTime.value).toBe(late)
  })

  const late = (text: string) => classified(text, {}, received).outOfTime

  it.each([
    'Three years ago the surgeon was rude to me.',
    'In January 2025 the surgeon was rude to me and nobody has answered.',
    'The carer was rough with my dad on 3rd of March 2025.',
    'Eighteen months ago the dentist pulled the wrong tooth.',
    'Over a year ago your receptionist lost my forms and was rude.',
    'I want to complain about my appointment of 12/03/2024. The doctor was rude.',
    'Roedd y meddyg yn anghwrtais dair blynedd yn ôl.',
  ])('are doubted, with the words marked: %s', (text) => {
    const { value, because } = late(text)
    expect(value).toBe(true)
    expect(because[0].spans).not.toEqual([])
  })

  it.each([
    'Last week the surgeon was rude to me.',
    'A year ago the surgeon was rude to me.',
    'Nearly two months ago the surgeon was rude to me.',
    'In December 2025 the surgeon was rude to me.',
    'In 2025 the surgeon was rude to me.',
    'I was born in 1950 and the receptionist was rude.',
    'I have been a patient since 1998 and the new doctor is rude.',
    'I had my hip done in 2019 and it was great. Yesterday the nurse was rude to me.',
    'He was diagnosed with dementia three years ago and the carers come late.',
    'I was referred two years ago and am still waiting. It is a disgrace.',
    'Three years ago you saved my life. Thank you so much, you were wonderful.',
    'The doctor was rude to me on 45/13/2024.',
  ])('are not doubted: %s', (text) => {
    expect(late(text).value).toBe(false)
  })

  it('may run from a later knowledge that the words tell of, which weakens the doubt', () => {
    const text = 'The surgeon left a swab in me in 2019. I only found out when I was sent my notes.'
    const { value, because, confidence } = late(text)
    expect(value).toBe(true)
    expect(because.map(({ key }) => key)).toContain('router:exclusion.found-out-later')
    expect(confidence).toBeLessThan(late('The surgeon left a swab in me in 2019.').confidence)
    const told = classified(
      'I only found out when I was sent his notes.',
      about('2024-01-15', null),
      received,
    )
    expect(told.outOfTime.because.map(({ key }) => key)).toContain('router:exclusion.found-out-later')
  })

  it('are not doubted where they came to know of it lately', () => {
    const { value, because } = late(
      'A swab was left in me in 2019. I only found out last week. It is shocking.',
    )
    expect(value).toBe(false)
    expect(because[0].key).toBe('router:exclusion.found-out-later')
  })
})
