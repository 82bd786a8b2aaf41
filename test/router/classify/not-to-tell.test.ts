/** Whom people do not want told, in their own words, and what only sounds like it. */
import { describe, expect, it } from 'vitest'
import { classified, marked } from '../../support/reading.ts'

const refused = (text: string, given = {}) => classified(text, given).notToTell.map(({ value }) => value)

describe('whom they do not want told', () => {
  it.each([
    ['I don’t want the council involved.', ['council']],
    ['I dont want you to contact my doctor or social services.', ['gp-practice', 'council']],
    ['Please don’t pass this to the GP.', ['gp-practice']],
    ['Please do not tell Aldershire Council.', ['aldershire-council']],
    ['Please don’t send my complaint on to Stonemere Surgery.', ['stonemere-surgery']],
    ['Please dont let Larch House know.', ['larch-house']],
    ['I do not wish the hospital to know about this.', ['nhs-trust']],
    ['I would rather the surgery did not find out.', ['gp-practice']],
    ['I do not consent to my details being shared with the council.', ['council']],
    ['I am not happy for this to be shared with the council.', ['council']],
    ['You do not have my permission to contact my GP.', ['gp-practice']],
    ['I ask that you do not share this with my GP.', ['gp-practice']],
    ['I’d prefer it if you didn’t speak to the surgery.', ['gp-practice']],
    ['Keep my GP out of this.', ['gp-practice']],
    ['The care home must not know I wrote.', ['care-provider']],
    ['It must not be passed on to the care home.', ['care-provider']],
    ['Please make sure the GP doesn’t find out.', ['gp-practice']],
    ['Mum does not want the council told.', ['council']],
    ['I don’t want anyone at the council to see this.', ['council']],
    [
      'I do not want my information to be shared with the ambulance service, the council or my GP.',
      ['ambulance-trust', 'council', 'gp-practice'],
    ],
    ['Do not share this with anyone.', ['everyone']],
    ['I don’t want anyone else to know.', ['everyone']],
    ['Peidiwch â dweud wrth y cyngor.', ['council']],
  ])('is read from: %s', (text, whom) => {
    expect(refused(text)).toEqual(whom)
  })

  it('is marked by the words that say so', () => {
    const text = 'The carers never came. Please don’t tell the council. Thank you.'
    const [finding] = classified(text).notToTell
    expect(finding && marked(text, finding)).toEqual(['Please don’t tell the council'])
  })

  it('is read in their wish as well, where no words can be marked', () => {
    const wantedOutcome = 'An apology. I don’t want the council involved.'
    const [finding] = classified('The carers never came.', { wantedOutcome }).notToTell
    expect(finding).toMatchObject({ value: 'council' })
    expect(finding?.because[0].spans).toBeUndefined()
  })

  it.each([
    'They did not pass my notes on to the GP.',
    'The hospital did not tell the council.',
    'The ward don’t tell the GP anything.',
    'They discharged her without telling the council.',
    'Please do not hesitate to contact the surgery.',
    'Don’t ring the surgery, you will wait an hour.',
    'The surgery cannot be contacted by phone.',
    'I don’t want to keep telling the GP the same thing.',
    'I do not want to be passed from the GP to the hospital.',
    'Please don’t send her to the hospital again.',
    'I do not want my mum sent to the care home.',
    'I don’t mind you telling the council.',
    'I have no objection to the council being involved.',
    'I don’t think the council was informed.',
    'I do not want this to happen to anyone else.',
    'I don’t want anyone else to have this experience.',
    'Please do not give this to others as it is dangerous.',
    'Please don’t send it to my home.',
    'Please don’t tell my son.',
  ])('is nobody in: %s', (text) => {
    expect(refused(text)).toEqual([])
  })
})
