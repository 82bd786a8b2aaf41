/** Nobody wants to lead, in a real browser: declined twice, brought to the named seniors, and settled with the reason. */
import { expect, test } from 'vitest'
import { openJointJourney, patience } from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'
import type { PersonAtDesk } from '../support/person-at-desk.ts'

const email = 'gwen@people.example'
const council = 'aldershire-council'
const ambulance = 'aldershire-ambulance'

describeWith('chromium', 'Who leads', (path) => {
  const { received, proposeLead, askPerson, person, colleagueOf, mailsTo } = openJointJourney(path)

  async function answer(partner: PersonAtDesk, reference: string, button: string, why: string) {
    await partner.open('/partner')
    await partner.follow(`Case ${reference}`)
    await partner.fill({ why })
    await partner.press(button)
  }

  test('is declined twice, told to the seniors of both each time, and settled on what they agreed', async () => {
    const { reference, lead } = await received(email)
    await askPerson(lead, reference, email)
    const gwen = await person(reference, email)
    await gwen.press(/^Yes.*County Council/)
    await gwen.press(/^Yes.*Ambulance/)
    const page = `/desk/cases/${reference}`

    await lead.open(page)
    await proposeLead(lead, council, 'Most of it is about home care')
    const carers = await colleagueOf(council)
    await answer(carers, reference, 'Decline', 'Discharge is for the hospital')
    for (const senior of ['senior@aldermouth-hospitals.example', 'senior@aldershire-council.example']) {
      await expect.poll(() => mailsTo(senior, 'was declined').length, patience).toBe(1)
      expect(mailsTo(senior, 'Gwen')).toEqual([])
    }
    await lead.open(page)
    expect(await lead.words()).toContain('The seniors of both organisations')

    await proposeLead(lead, ambulance, 'They brought her home')
    const crew = await colleagueOf(ambulance)
    await answer(crew, reference, 'Decline', 'We only drove')
    await expect
      .poll(() => mailsTo('senior@aldershire-ambulance.example', 'was declined').length, patience)
      .toBe(1)
    await expect
      .poll(() => mailsTo('senior@aldermouth-hospitals.example', 'was declined').length, patience)
      .toBe(2)
    await lead.open(page)
    expect(await lead.words()).toContain('declined 2 times')
    expect(await lead.words()).toContain('Aldermouth Hospitals NHS Trust (example) leads')
    await expect.poll(() => mailsTo(email, 'Aldermouth Hospitals').length, patience).toBeGreaterThan(1)

    await proposeLead(lead, council, 'R. Holt and H. Vaughan agreed it on the telephone')
    await answer(carers, reference, 'Accept', '')
    await expect
      .poll(() => mailsTo(email, 'Aldershire County Council (example) leads').length, patience)
      .toBe(1)
    expect(mailsTo(email, 'complaints@aldershire-council.example')).toHaveLength(1)
    await lead.open(page)
    const words = await lead.words()
    expect(words).toContain('Aldershire County Council (example) leads')
    for (const onRecord of [
      'Discharge is for the hospital',
      'We only drove',
      'R. Holt and H. Vaughan agreed',
    ]) {
      expect(words).toContain(onRecord)
    }
    expect(await (await colleagueOf(council, '/desk')).open(page)).toBe(200)
    expect(await (await colleagueOf(ambulance, '/desk')).open(page)).toBe(404)
  }, 180_000)
})
