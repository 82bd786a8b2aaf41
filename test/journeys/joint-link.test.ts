/** An organisation without an account, in a real browser: a link by mail, a code by another mail, its one part, and nothing after. */
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { contribute, openJointJourney, patience, told } from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'

const email = 'gwen@people.example'
const kim = 'kim@crew.example'

describeWith('chromium', 'A link to one part', (path) => {
  const journey = openJointJourney(path)
  const { received, proposeLead, askPerson, person, at, mail } = journey

  /** The words of what came to Kim, in the order in which it came. */
  async function mailsToKim(count: number): Promise<readonly string[]> {
    const caught = () => mail().caught.filter(({ to }) => to.includes(kim))
    await expect.poll(() => caught().length, patience).toBe(count)
    const read = await Promise.all(caught().map(({ raw }) => simpleParser(raw)))
    return read.map(({ subject = '', text = '' }) => `${subject}\n${text}`)
  }

  test('opens it with a code alone, takes a contribution, and is closed by whoever sent it', async () => {
    const { reference, lead } = await received(email)
    await proposeLead(lead, 'aldermouth-hospitals', 'It began on our ward')
    await askPerson(lead, reference, email)
    const gwen = await person(reference, email)
    await gwen.press(/^Yes.*Ambulance/)
    await gwen.press(/^No.*County Council/)

    await lead.open(`/desk/cases/${reference}`)
    await lead.follow(/^Send them a link to their part/)
    await lead.fill({ name: 'Kim Shore', email: kim })
    await lead.choose('factor', 'email')
    await lead.press(/^Send/)
    const [invitation = ''] = await mailsToKim(1)
    for (const words of [...told, 'Ash Ward', email]) expect(invitation).not.toContain(words)
    const link = /\/partner\/link\/\S+/.exec(invitation)?.[0] ?? ''

    const crew = await at('/progress', null)
    expect(await crew.open(link)).toBe(200)
    expect(await crew.words()).not.toContain(told[2])
    await crew.press('Send me a code')
    const [, second = ''] = await mailsToKim(2)
    const code = /\b\d{6}\b/.exec(second)?.[0] ?? ''
    expect(second).not.toContain(told[2])
    await crew.fill({ code: code === '000000' ? '111111' : '000000' })
    await crew.page.locator('main form button').first().click()
    expect(await crew.words()).not.toContain(told[2])
    await crew.fill({ code })
    await crew.page.locator('main form button').first().click()
    expect(await crew.words()).toContain(told[2])
    expect(await crew.words()).not.toContain(told[1])
    const part = new URL(crew.page.url()).pathname
    await crew.press('Take on this work')
    await contribute(crew, '3', { happened: 'The crew waited for the neighbour.', outcome: 'not-upheld' })

    await lead.open(`/desk/cases/${reference}/response`)
    expect(await lead.words()).toContain('Not upheld')
    await lead.open(`/desk/cases/${reference}`)
    await lead.follow(/^Send them a link to their part/)
    await lead.follow(/^Take back/)
    await lead.page.locator('main form button').first().click()
    expect(await crew.open(part)).toBe(404)
    expect(await crew.words()).not.toContain(told[2])
    expect(await crew.open(link)).toBe(404)
  }, 150_000)
})
