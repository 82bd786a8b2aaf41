/** The subjects a message is filed under: by the words that tell of them, and not by words that only look alike. */
import { describe, expect, it } from 'vitest'
import { codeHits } from '../../../router/classify/name-codes.ts'
import { subjects } from '../../../rules/subjects.ts'
import { plainText } from '../../../shared/text/plain-text.ts'

const subjectsOf = (text: string) => codeHits(plainText(text).text, subjects).map(({ code }) => code)

describe('a subject', () => {
  it.each([
    ['privacy-and-dignity', 'Lost my dad’s false teeth, his glasses and his wedding ring on AMU'],
    ['privacy-and-dignity', 'His hearing aids went missing on the second day'],
    ['administration', 'I complained to you in August and you promised a reply'],
    ['access', 'CHC panel turned mum down'],
    ['access', 'She told my mother to be realistic and wouldn’t refer her'],
    [
      'admissions-and-discharge',
      'Mum was moved from Hazel Ward to another hospital at half past two at night',
    ],
    ['clinical-treatment', 'I have had an abscess for five weeks'],
    ['clinical-treatment', 'Mi wnaeth y deintydd dynnu’r dant anghywir'],
    ['communications', 'I chased on the 16th, the 23rd and the 30th'],
    ['facilities', 'I slipped on a wet floor with no sign'],
    ['facilities', 'No hot water for three days'],
    ['integrated-care', 'Hospital says the GP never sent it. I am the tennis ball'],
    ['patient-care', 'Syrthiodd hi o’r gwely nos Iau'],
    ['patient-care', 'It would be nice if there were vegan options'],
    ['prescribing', 'ni chafodd nhad ei dabledi'],
    ['prescribing', 'They leave her blood thinners out of the dosette box'],
    ['privacy-and-dignity', 'A nurse told my ex where I live'],
    ['appointments', 'Nid yw’r feddygfa byth yn ateb y ffôn'],
    ['waiting-times', 'Roedd y gofalwyr yn hwyr bob dydd'],
    ['access', 'The dentist told me to go private'],
    ['prescribing', 'They issue methotrexate every day'],
    ['privacy-and-dignity', 'Now everyone on our street knows'],
    ['privacy-and-dignity', 'I was given the wrong baby’s red book'],
    ['privacy-and-dignity', 'He told her in front of six other people in the bay'],
    ['privacy-and-dignity', 'Gwnaeth hi hyn o flaen pawb'],
    ['end-of-life', 'The doctor said she had weeks to live'],
    ['patient-care', 'Cafodd mam ei gadael ar y llawr'],
    ['patient-care', 'She does ten minutes instead of the 45 we pay for'],
    ['patient-care', 'My baby had a soaking nappy'],
    ['patient-care', 'There are bruises on her arms'],
    ['values-and-behaviours', 'Roedd y nyrs yn gas wrth fy nhad'],
    ['values-and-behaviours', 'The carer sits on her phone'],
    ['communications', 'Does neb yn siarad Cymraeg gyda mam'],
    ['consent', 'I told her to stop and she carried on'],
    ['restraint', 'They strapped my brother in his chair'],
    ['facilities', 'the ward was freezing'],
    ['facilities', 'There is no way in for a wheelchair'],
    ['facilities', 'The waiting room chairs are awful'],
    ['facilities', 'The toilet was blocked'],
    ['admissions-and-discharge', 'No one told us he was being moved'],
  ])('%s is told of by “%s”', (code, text) => {
    expect(subjectsOf(text)).toContain(code)
  })

  it.each([
    ['administration', 'He did not look up from his computer'],
    ['communications', 'Please send me under the Freedom of Information Act the number of visits'],
    ['consent', 'I do not give consent for you to share this with the council'],
    ['facilities', '“You dirty old man,” she said'],
    ['facilities', 'Dad is still in bed'],
    ['facilities', 'I found an empty bed'],
    ['mortuary', 'Ended up in the mortuary corridor twice'],
    ['patient-care', 'The psychologist fell asleep'],
    ['patient-care', 'CHC panel turned mum down'],
    ['patient-care', 'No hot water again'],
    ['transport', 'The key of the syringe driver was on another shift'],
    ['values-and-behaviours', 'Kind regards, Alan'],
    ['values-and-behaviours', 'It was some kind of rash'],
    ['waiting-times', 'Just a quick one: what time is visiting?'],
    ['waiting-times', 'I write about my late husband'],
    ['access', 'We are self funding'],
    ['access', 'I asked under the Access to Health Records Act'],
    ['admissions-and-discharge', 'The sore was not there on admission'],
    ['facilities', 'My son was born on the bathroom floor'],
    ['facilities', 'She shouted it to the whole waiting room'],
    ['facilities', 'I need the toilet and nobody comes'],
    ['consent', 'The nurse told him to stop smoking'],
    ['patient-care', 'The driver dropped me off at home'],
    ['privacy-and-dignity', 'The dentist told me to go private'],
    ['values-and-behaviours', 'The bell was broken and I had to shout'],
  ])('%s is not told of by “%s”', (code, text) => {
    expect(subjectsOf(text)).not.toContain(code)
  })
})
