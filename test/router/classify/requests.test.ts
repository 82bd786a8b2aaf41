/** What is no complaint about care: recognised by its words, with what the law asks, and not by what only sounds like it. */
import { describe, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { classified, marked, readingKnowledge } from '../../support/reading.ts'

const words = loadWords()
const asked = (text: string, given = {}) => classified(text, given).requests.map(({ value }) => value)

describe('what a message asks for', () => {
  it.each([
    [
      'Under the Freedom of Information Act 2000 please send me the number of falls.',
      'freedom-of-information',
    ],
    ['FOI request: please provide the number of complaints since 2020.', 'freedom-of-information'],
    ['Please could you tell me, under FOI, what you spend on agency nurses.', 'freedom-of-information'],
    ['You have not answered my FOI request from March.', 'freedom-of-information'],
    ['Cais rhyddid gwybodaeth: faint o gwynion a gawsoch?', 'freedom-of-information'],
    ['I want a copy of my records.', 'own-records'],
    ['Please can I have a copy of my medical records.', 'own-records'],
    ['I am making a subject access request for all you hold about me.', 'own-records'],
    ['How do I get access to my mother’s notes from her stay?', 'own-records'],
    ['I would like to see my hospital notes.', 'own-records'],
    ['Under the UK GDPR I request copies of all personal data you hold.', 'own-records'],
    ['Could you please send me copies of my late husband’s records.', 'own-records'],
    ['I write on behalf of my constituent Mrs Jones about her care.', 'elected-representative'],
    ['I have been contacted by a constituent who waited nine hours.', 'elected-representative'],
    ['My constituent, Mr Evans, has raised concerns about his discharge.', 'elected-representative'],
    ['As the Member of Parliament for Aldermouth I raise a case.', 'elected-representative'],
    ['I am the local councillor for Northgate and a resident asked me to write.', 'elected-representative'],
    ['I wish to withdraw my complaint.', 'withdrawal'],
    ['Please withdraw my complaint, the matron rang me.', 'withdrawal'],
    ['We have decided to withdraw our complaint.', 'withdrawal'],
    ['I no longer wish to pursue my complaint.', 'withdrawal'],
    ['I do not want to take my complaint any further.', 'withdrawal'],
    ['Hoffwn dynnu fy nghwyn yn ôl.', 'withdrawal'],
  ])('%s', (text, code) => {
    expect(asked(text)).toEqual([code])
  })

  it.each([
    'Nobody gave me any information.',
    'The MP visited the ward and everybody was busy.',
    'I would like the freedom to choose my own doctor.',
    'There was no information about visiting times and no freedom on the ward.',
    'They lost my records and asked me everything again.',
    'The doctor had not read my notes.',
    'I gave them a copy of my notes but nobody looked at them.',
    'I want to know why my notes were missing.',
    'Please correct my records, the address is wrong.',
    'Can I have access to my mother on the ward at night?',
    'I did not ask for a copy of my records.',
    'I have written to my MP about this.',
    'I am a constituent of Jane Smith MP and I have copied her in.',
    'My councillor said to write to you.',
    'I am a councillor for a charity and my mother was on Ward 4.',
    'They withdrew treatment without telling us.',
    'I want to withdraw my consent to the operation.',
    'They told me to withdraw my complaint.',
    'I was asked to withdraw my complaint by the manager.',
    'I will not withdraw my complaint.',
    'I do not want to withdraw my complaint.',
    'You closed my complaint without telling me.',
    'Please don’t ignore my complaint.',
    'I do not want to take this further but you should know.',
  ])('is nothing else in: %s', (text) => {
    expect(asked(text)).toEqual([])
  })

  it('is marked by its words, and read in the subject line as well', () => {
    const text = 'Good morning. I want a copy of my records. Thank you.'
    const [finding] = classified(text).requests
    expect(finding && marked(text, finding)).toEqual(['want a copy of my records'])
    expect(asked('How many patients fell on Ward 4?', { subject: 'FOI request' })).toEqual([
      'freedom-of-information',
    ])
  })

  it.each([
    ['2026-12-18', 'Under the FOI Act please send me figures.', '2027-01-20', 's.10(1)'],
    ['2026-11-16', 'Under the FOI Act please send me figures.', '2026-12-14', 's.10(1)'],
    ['2026-01-31', 'I want a copy of my records.', '2026-02-28', 'art 12(3)'],
    ['2026-11-16', 'I want a copy of my records.', '2026-12-16', 'art 12(3)'],
  ])('says until when the law wants it answered: received on %s, %s', (today, text, by, law) => {
    const [finding] = classified(text, {}, { ...readingKnowledge, today }).requests
    expect(finding?.because[0].params).toMatchObject({ by })
    expect(finding && words.say(finding.because[0], 'en')).toContain(law)
    expect(finding && words.say(finding.because[0], 'cy')).toContain(law)
  })

  it('is not asked of rules that are not in force, or of those of a version before there were any', () => {
    const text = 'I want a copy of my records.'
    const { requests = [], ...older } = readingKnowledge.rules
    const ended = requests.map((rule) => ({ ...rule, until: '2020-01-01' }))
    for (const rules of [older, { ...older, requests: ended }])
      expect(classified(text, {}, { ...readingKnowledge, rules }).requests).toEqual([])
  })
})
