/** The mixed case in a real browser without scripts: from the web form to one answer of three organisations. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  contribute,
  contributeOwn,
  openJointJourney,
  patience,
  putTogether,
  signAndSend,
  told,
} from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'
import type { PersonAtDesk } from '../support/person-at-desk.ts'

const email = 'dora@people.example'

describeWith('chromium', 'One answer of three organisations', (path) => {
  const { hub, received, proposeLead, askPerson, person, colleagueOf, mail, mailsTo } = openJointJourney(path)

  /** This page, and every page of a case that a link on it leads to. */
  async function pagesOf(page: Page): Promise<readonly string[]> {
    const links = await page.locator('main a[href*="/cases/"]').all()
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
    return [new URL(page.url()).pathname, ...paths.map((path) => path ?? '')]
  }

  async function statusesOf(person: PersonAtDesk, pages: readonly string[]): Promise<readonly number[]> {
    const statuses = new Set<number>()
    for (const page of pages) statuses.add(await person.open(page))
    return [...statuses]
  }

  async function meet(lead: PersonAtDesk, council: PersonAtDesk, reference: string): Promise<void> {
    await lead.follow('Arrange a meeting')
    await lead.fill({ day: '2028-01-10', time: '14:30', place: 'Ash Ward', purpose: 'To hear each other' })
    await lead.choose('person', 'yes')
    await lead.press('Arrange')
    await expect.poll(() => mailsTo(email, 'Where: Ash Ward').length, patience).toBe(1)
    const team = 'feedback@aldershire-council.example'
    await expect.poll(() => mailsTo(team, 'asked to a meeting').length, patience).toBe(1)
    expect(mailsTo(team, 'Ash Ward')).toEqual([])
    await council.open(`/partner/cases/${reference}`)
    await council.follow(/^Answer/)
    await council.choose('attends', 'yes')
    await council.fill({ who: 'B. Marlow, social worker' })
    await council.press('Send')
    await lead.open(`/desk/cases/${reference}/response`)
    expect(await lead.words()).toContain('B. Marlow, social worker')
    await lead.follow(/^Move it/)
    await lead.fill({ time: '16:00', why: 'The ward is busy at noon' })
    await lead.press('Move the meeting')
    await expect.poll(() => mailsTo(email, 'Why: The ward is busy').length, patience).toBe(1)
    await expect.poll(() => mailsTo(team, 'has changed').length, patience).toBe(1)
    await council.open(`/partner/cases/${reference}`)
    expect(await council.words()).toContain('Why it changed: The ward is busy at noon')
    await council.follow(/^Answer/)
    await council.choose('attends', 'yes')
    await council.press('Send')
    await lead.open(`/desk/cases/${reference}/response`)
    await lead.follow('Write the minutes')
    await lead.fill({ minutes: 'The ward rings the council from now on.' })
    await lead.press('Save')
    await council.open(`/partner/cases/${reference}`)
    expect(await council.words()).toContain('The ward rings the council from now on.')
  }

  test('goes from the form to one letter, and nobody else sees a page of it', async () => {
    const { reference, lead } = await received(email)
    expect(await lead.words()).toContain('Several organisations')
    const council = await colleagueOf('aldershire-council')
    const ambulance = await colleagueOf('aldershire-ambulance')
    expect(await council.open(`/partner/cases/${reference}`)).toBe(404)

    await proposeLead(lead, 'aldermouth-hospitals', 'It began on our ward')
    await askPerson(lead, reference, email)
    const dora = await person(reference, email)
    await dora.press(/^Yes.*County Council/)
    await dora.press(/^No.*Ambulance/)
    expect(await ambulance.open(`/partner/cases/${reference}`)).toBe(404)

    await council.open('/partner')
    await council.follow(reference)
    expect(await council.words()).toContain(told[1])
    expect(await council.words()).not.toContain(told[0])
    const partPages: string[] = [...(await pagesOf(council.page))]
    await council.press('Take on this work')
    await contribute(council, '2', {
      happened: 'The council did not pass the order for visits on.',
      outcome: 'upheld',
    })
    await council.follow('Add a document')
    await council.page.setInputFiles('input[type=file]', {
      name: 'rota.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Visits: none'),
    })
    await council.press('Add this document')

    await lead.open(`/desk/cases/${reference}`)
    await lead.follow('each organisation looks into its part.')
    const rota = (await lead.page.getByRole('link', { name: 'rota.txt' }).getAttribute('href')) ?? ''
    expect(await (await lead.page.request.get(hub().web.publicUrl + rota)).text()).toBe('Visits: none')
    await contributeOwn(lead, { happened: 'We sent her home without ringing anybody.', outcome: 'upheld' })
    await meet(lead, council, reference)
    await putTogether(lead)
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    const leadPages = await pagesOf(lead.page)

    await council.open(`/partner/cases/${reference}`)
    await council.follow('Read your part of it and answer')
    partPages.push(...(await pagesOf(council.page)))
    await council.choose('state', 'approved')
    await council.press('Send')

    await signAndSend(lead, reference)

    await expect.poll(() => letters().length, patience).toBe(1)
    const letter = await theLetter()
    await lead.open(`/desk/cases/${reference}`)
    expect(await lead.words()).toContain('the one response was sent')
    for (const words of [
      ...told,
      '0345 015 4033',
      '0300 061 0614',
      'You can still complain to them yourself',
    ]) {
      expect(letter).toContain(words)
    }
    for (const organisation of ['larch-house', 'aldershire-ambulance'] as const) {
      const [portal, desk] = [await colleagueOf(organisation), await colleagueOf(organisation, '/desk')]
      expect(await statusesOf(portal, partPages)).toEqual([404])
      expect(await statusesOf(desk, leadPages)).toEqual([404])
    }
    expect(await statusesOf(await colleagueOf('aldershire-council', '/desk'), leadPages)).toEqual([404])
  }, 180_000)

  const letters = () => mail().caught.filter(({ raw }) => raw.includes('R. Holt'))

  /** As it was kept when it was sent. */
  async function theLetter(): Promise<string> {
    const [letter, ...more] = await hub()
      .base.connection.db.selectFrom('messages')
      .select(['messages.body', 'messages.recipient'])
      .where('messages.purpose', '=', 'response')
      .execute()
    expect(more).toEqual([])
    expect(letter?.recipient).toBe(email)
    return letter?.body ?? ''
  }
})
