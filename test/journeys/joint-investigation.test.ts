/** What goes wrong between organisations, in a real browser: one is silent, and two tell it differently. */
import { expect, test } from 'vitest'
import {
  contribute,
  contributeOwn,
  openJointJourney,
  patience,
  putTogether,
} from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'

const council = 'aldershire-council'
const ambulance = 'aldershire-ambulance'

describeWith('chromium', 'The parts of several organisations', (path) => {
  const journey = openJointJourney(path)
  const { received, proposeLead, askPerson, person, colleagueOf, mailsTo } = journey

  async function allowedBoth(email: string) {
    const { reference, lead } = await received(email)
    await proposeLead(lead, 'aldermouth-hospitals', 'It began on our ward')
    await askPerson(lead, reference, email)
    const who = await person(reference, email)
    await who.press(/^Yes.*County Council/)
    await who.press(/^Yes.*Ambulance/)
    return { reference, lead }
  }

  test('that contradict each other stand in the draft as they were written, with a remark beside them', async () => {
    const { reference, lead } = await allowedBoth('hana@people.example')
    const [carers, crew] = [await colleagueOf(council), await colleagueOf(ambulance)]
    const [blames, denies] = [
      'The hospital should have sent us the order on 3 May, and never told us.',
      'The council should have arranged the visits. We sent the order on 1 May.',
    ]
    await carers.follow(reference)
    await contribute(carers, '2', { happened: blames, outcome: 'not-upheld' })
    await crew.follow(reference)
    await contribute(crew, '3', { happened: 'The crew had no key to the house.', outcome: 'upheld' })
    await lead.open(`/desk/cases/${reference}/response`)
    await contributeOwn(lead, { happened: denies, outcome: 'not-upheld' })
    await putTogether(lead)
    const words = await lead.words()
    expect(words).toContain('each say that it was for the other to do')
    expect(words).toContain(blames)
    expect(words).toContain(denies)
    const beside = lead.page.locator('.desk-letter').filter({ hasText: 'each say that it was for the other' })
    expect(await beside.allTextContents()).toEqual([expect.stringContaining(denies)])
  }, 180_000)

  test('are chased before their day, brought to the seniors after it, and shown as missing', async () => {
    const email = 'ines@people.example'
    const { reference, lead } = await allowedBoth(email)
    const crew = await colleagueOf(ambulance)
    await crew.follow(reference)
    await contribute(crew, '3', { happened: 'The crew had no key to the house.', outcome: 'upheld' })

    await journey.daysPass(20)
    await expect
      .poll(() => mailsTo('feedback@aldershire-council.example', 'is due soon').length, patience)
      .toBe(1)
    await journey.daysPass(5)
    for (const senior of ['senior@aldermouth-hospitals.example', 'senior@aldershire-council.example']) {
      await expect.poll(() => mailsTo(senior, 'is overdue').length, patience).toBe(1)
    }
    expect(mailsTo('experience@aldershire-ambulance.example', 'is due soon')).toEqual([])
    const again = await journey.lead()
    await again.open(`/desk/cases/${reference}`)
    expect(await again.words()).toContain('Their senior was told')
    const late = await colleagueOf(council)
    expect(await late.words()).toContain('Overdue')

    await again.open(`/desk/cases/${reference}/response`)
    await contributeOwn(again, { happened: 'We sent her home without ringing anybody.', outcome: 'upheld' })
    await again.follow('Put the response together')
    await again.press('Put together')
    expect(await again.words()).toContain('has not filed its contribution on this issue')
    expect(await again.words()).toContain('We are still waiting for Aldershire County Council')
    await lead.page.context().close()

    // Late is not too late.
    await late.follow(reference)
    await contribute(late, '2', { happened: 'The order for visits was lost.', outcome: 'upheld' })
    await again.open(`/desk/cases/${reference}/response`)
    expect(await again.words()).toContain('A contribution came in after this text was written')
  }, 180_000)
})
