/** The person decides, in a real browser: one of several organisations is refused, and a yes is taken back in the middle. */
import { expect, test } from 'vitest'
import {
  approve,
  contribute,
  contributeOwn,
  fillGaps,
  openJointJourney,
  patience,
  putTogether,
  nameSigner,
  signAndSend,
  told,
} from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'

const council = 'aldershire-council'
const ambulance = 'aldershire-ambulance'
const councilTeam = 'feedback@aldershire-council.example'

describeWith('chromium', 'What the person allows', (path) => {
  const journey = openJointJourney(path)
  const { received, proposeLead, askPerson, person, colleagueOf, mailsTo } = journey

  async function lettersTo(address: string) {
    return journey
      .hub()
      .base.connection.db.selectFrom('messages')
      .select('body')
      .where('purpose', '=', 'response')
      .where('recipient', '=', address)
      .execute()
  }

  test('refused for one of several, that one hears nothing and the others still answer', async () => {
    const email = 'erin@people.example'
    const { reference, lead } = await received(email)
    await proposeLead(lead, 'aldermouth-hospitals', 'It began on our ward')
    await askPerson(lead, reference, email)
    const erin = await person(reference, email)
    await erin.press(/^Yes.*Ambulance/)
    await erin.press(/^No.*County Council/)
    expect(await erin.words()).toContain('You said no')
    await expect.poll(() => mailsTo(email, 'They have been told nothing').length, patience).toBe(1)
    expect(mailsTo(email, '0300 061 0614')).toHaveLength(1)

    const refused = await colleagueOf(council)
    expect(await refused.words()).toContain('Nothing is waiting for you')
    expect(await refused.open(`/partner/cases/${reference}`)).toBe(404)
    expect(mailsTo(councilTeam, '')).toEqual([])

    const crew = await colleagueOf(ambulance)
    await crew.follow(reference)
    await contribute(crew, '3', { happened: 'The crew had no key to the house.', outcome: 'upheld' })

    await lead.open(`/desk/cases/${reference}`)
    await lead.follow('each organisation looks into its part.')
    expect(await lead.words()).toContain('Not shared: no consent')
    await contributeOwn(lead, { happened: 'We sent her home without ringing anybody.', outcome: 'upheld' })
    await putTogether(lead)
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    await approve(crew, reference)
    await signAndSend(lead, reference)
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    for (const words of [...told, 'The crew had no key', 'You can still complain to them yourself']) {
      expect(letter?.body).toContain(words)
    }
    expect(mailsTo(councilTeam, '')).toEqual([])
  }, 180_000)

  test('taken back in the middle, it shuts at once and nothing of theirs goes into the answer', async () => {
    const email = 'faye@people.example'
    const { reference, lead } = await received(email)
    await proposeLead(lead, 'aldermouth-hospitals', 'It began on our ward')
    await askPerson(lead, reference, email)
    const faye = await person(reference, email)
    await faye.press(/^Yes.*Ambulance/)
    await faye.press(/^Yes.*County Council/)

    const carers = await colleagueOf(council)
    const crew = await colleagueOf(ambulance)
    await carers.follow(reference)
    await contribute(carers, '2', { happened: 'The order for visits was lost.', outcome: 'upheld' })
    await crew.follow(reference)
    await contribute(crew, '3', { happened: 'The crew had no key to the house.', outcome: 'upheld' })
    await lead.open(`/desk/cases/${reference}/response`)
    await contributeOwn(lead, { happened: 'We sent her home without ringing anybody.', outcome: 'upheld' })
    await putTogether(lead)
    expect(await lead.words()).toContain('The order for visits was lost.')
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    await approve(carers, reference)
    await approve(crew, reference)

    await faye.press(/County Council/)
    expect(await carers.open(`/partner/cases/${reference}`)).toBe(404)
    expect(await carers.open(`/partner/cases/${reference}/response`)).toBe(404)
    await carers.open('/partner')
    expect(await carers.words()).toContain('Nothing is waiting for you')
    await expect.poll(() => mailsTo(councilTeam, 'You can no longer see it').length, patience).toBe(1)
    await expect.poll(() => mailsTo(email, 'They cannot see it any more').length, patience).toBe(1)

    // What they wrote stood in the text that everybody approved: it is put together anew.
    await nameSigner(lead)
    await lead.open(`/desk/cases/${reference}/response`)
    await lead.follow(/^Sign$/)
    await lead.fill({ name: 'R. Holt', role: 'Chief Executive' })
    await lead.page.locator('main').getByRole('button', { name: 'Sign' }).click()
    expect(await lead.page.locator('.nhsuk-error-summary').allTextContents()).not.toEqual([])
    await lead.open(`/desk/cases/${reference}/response`)
    await lead.follow('Put together again from the contributions')
    await lead.press('Put together')
    await fillGaps(lead)
    expect(await lead.words()).not.toContain('The order for visits was lost.')
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    await approve(crew, reference)
    await signAndSend(lead, reference)
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.body).toContain('You can still complain to them yourself')
    expect(letter?.body).not.toContain('The order for visits was lost.')
  }, 180_000)
})
