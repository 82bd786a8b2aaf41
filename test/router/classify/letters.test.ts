/** How letters and mails are split: by place, without what stands around the matter, and with praise and relief told apart. */
import { describe, expect, it } from 'vitest'
import { classified } from '../../support/reading.ts'

const letter = `Dear Sir or Madam,

I write about my husband's stay in October. The ambulance crew who collected him explained everything twice.

On Rowan Ward matters were different. His hearing aids went missing and nobody could say where they were. He was put next to a gentleman who shouted through the night.

The district nurses came on the fifth day and said they had never been told.

Yours faithfully,
(Mrs) Hilary Penrose
14 Chapel Row, Aldermouth
Tel 01632 960555`

const forwarded = `Dear PALS

Please see below.

Kind regards
Alan

Alan Bright | Project Manager | Bright & Sons Ltd
This email and any attachments are confidential and intended solely for the addressee. If you have received it in error please delete it and inform the sender.

From: Alan Bright
Sent: 3 November 2026 09:14
To: appointments@aldermouth.example
Subject: colonoscopy

I was sent instructions for a different procedure and was turned away on the day. I have now waited another seven weeks.`

const subjectsOf = (text: string) =>
  classified(text).issues.flatMap(({ subjects }) => subjects.map(({ value }) => value))

describe('a long letter', () => {
  it('has a matter for each place, and what follows stays with the place named last', () => {
    const services = classified(letter).issues.map(({ careService }) => careService)
    expect(services).toContain('amb-999')
    expect(services).toContain('acmh-district-nursing')
    expect(services.filter((service) => service === 'agh-medical-wards').length).toBeGreaterThan(1)
  })

  it('makes no matter of its own out of how it opens and what it wishes', () => {
    const { issues } = classified(
      'I write with regard to my stay in May. The ward was filthy and nobody cleaned it. I would like to know why.',
    )
    expect(issues).toHaveLength(1)
  })

  it('keeps the numbers of a list with what they number', () => {
    const list =
      'On Hazel Ward:\n1. His food was left out of reach and taken away untouched, day after day.\n2. His hearing aid was lost on the second day and nobody looked for it.\n3. He was discharged at 10.45pm to Larch House with no medication.'
    const { issues } = classified(list)
    expect(issues.every(({ start, end }) => !/\d\.$/.test(list.slice(start, end)))).toBe(true)
    // Where somebody is sent on to has not sent them.
    expect(issues.some(({ organisation }) => organisation === 'larch-house')).toBe(false)
  })

  it('has none in greeting, sign-off, name and address', () => {
    const first = classified(letter).issues[0]
    expect(letter.slice(first.start, first.end)).toContain('I write about')
    expect(subjectsOf('The ward was cold.\n\nKind regards\nAlan')).not.toContain('values-and-behaviours')
  })

  it('has none in headers, cards and disclaimers around what was sent on', () => {
    expect(subjectsOf(forwarded)).not.toContain('privacy-and-dignity')
    expect(classified(forwarded).issues.length).toBeLessThan(4)
  })

  it('is no concern for having been sent from a telephone', () => {
    const { kind, issues } = classified(
      'Hi,\n\nJust a quick one. Could you tell me what time visiting is on Otter Ward?\n\nThanks\nGemma\n\nSent from my iPhone',
    )
    expect(kind.value).toBe('comment')
    expect(issues).toHaveLength(1)
  })
})

describe('a matter', () => {
  it('is no praise where somebody is relieved', () => {
    const { issues } = classified(
      'I rang 111 about my baby and the call came ten hours later. She was fine thank god, it was a virus, but what if it had been meningitis?',
    )
    expect(issues.map(({ kind }) => kind)).not.toContain('compliment')
  })

  it('is no praise where a fact is told quietly in a message that blames', () => {
    const { issues } = classified(
      'My appointment with podiatry was for 9:10. I left at 10:40 not seen. I am diabetic with an open ulcer on my foot.',
    )
    expect(issues.map(({ kind }) => kind)).not.toContain('compliment')
  })

  it('is praise where thanks stand in a message that praises', () => {
    const { issues } = classified(
      'whoever cleaned ward hazel toilets this morning deserves a raise. spotless',
      {
        channel: 'kiosk',
        rating: 5,
      },
    )
    expect(issues.map(({ kind }) => kind)).toEqual(['compliment'])
  })

  it('that only leads on to another is of the place named there', () => {
    const { issues } = classified('My son is 16. CAMHS discharged him in September and nobody told us why.')
    expect(issues.every(({ organisation }) => organisation === 'aldershire-community')).toBe(true)
  })

  it('is not of the place where somebody lies since', () => {
    const { issues } = classified(
      'Dad fell at Seaview Court on Monday. Nobody rang us. He is now in Aldermouth General with a broken hip.',
    )
    expect(issues.every(({ organisation }) => organisation === 'seaview-court')).toBe(true)
  })

  it('is one with what is said of a ward of the same hospital', () => {
    const { issues } = classified(
      'My baby was born at Aldermouth General in May. I rang the delivery suite for two days and nobody listened.',
    )
    expect(issues).toHaveLength(1)
  })

  it('is not of the hospital where somebody ended up', () => {
    const { issues } = classified(
      'My GP at Stonemere Road Surgery prescribed the wrong tablets. I ended up in A&E on a drip.',
    )
    expect(issues.map(({ careService }) => careService)).not.toContain('agh-emergency')
  })

  it('is of that hospital where it goes on about it', () => {
    const { issues } = classified(
      'My GP at Stonemere Road Surgery was rude. I ended up in A&E where nobody saw me for nine hours.',
    )
    expect(issues.map(({ careService }) => careService)).toContain('agh-emergency')
  })

  it('that is not to be told to somebody is not theirs', () => {
    const { organisations } = classified(
      'I do not want you to share this with the council. The nurse was rude.',
    )
    expect(organisations).toEqual([])
  })
})
