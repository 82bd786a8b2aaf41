/** The mixed case in a real browser without scripts: from the web form to one answer of three organisations. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { addStaffMember } from '../../services/store/staff.ts'
import { asId } from '../../shared/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import { describeWith } from '../support/machine.ts'
import { startMailCatcher, type MailCatcher } from '../support/mail-catcher.ts'
import { complainOnForm } from '../support/complain-on-form.ts'
import { personAtDesk, type PersonAtDesk } from '../support/person-at-desk.ts'

const patience = { timeout: 30_000, interval: 300 }
const email = 'dora@people.example'
const password = 'a long password of a colleague'
const told = [
  'The nurses on Ash Ward sent my mother home at ten at night and told nobody.',
  'The council had promised four home care visits a day but no carer came for three days.',
  'The ambulance crew left her at the door in the rain.',
] as const

describeWith('chromium', 'One answer of three organisations', (path) => {
  let browser: Browser
  let mail: MailCatcher
  let hub: TestHub
  beforeAll(async () => {
    mail = await startMailCatcher()
    hub = await startTestHub((await testDatabase()).connectionString, {
      environment: { SMTP_URL: mail.url },
    })
    for (const each of ['aldershire-council', 'aldershire-ambulance', 'larch-house']) await addColleague(each)
    browser = await launchBrowser(path)
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
    await mail.close()
  })

  const at = (door: '/desk' | '/partner' | '/progress', account: typeof admin | null) =>
    personAtDesk(browser, hub.web.publicUrl, door, account)

  async function addColleague(organisation: string): Promise<void> {
    const member = {
      email: `pat@${organisation}.example`,
      password,
      name: `Pat of ${organisation}`,
      organisation: asId<'organisation'>(organisation),
      role: 'staff' as const,
      teams: [],
    }
    await hub.base.connection.db
      .transaction()
      .execute((queries) => addStaffMember(queries, member, { actor: theHub, now: new Date() }))
  }

  const colleagueOf = (organisation: string, door: '/desk' | '/partner' = '/partner') =>
    at(door, { email: `pat@${organisation}.example`, password })

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

  async function contribute(council: PersonAtDesk, issue: string): Promise<void> {
    await council.follow(new RegExp(`^Write your contribution to issue ${issue}`))
    await council.fill({
      happened: `The council did not pass the order for visits on (${issue}).`,
      changes: 'Orders are read twice.',
      'changeBy-day': '15',
      'changeBy-month': '1',
      'changeBy-year': '2028',
    })
    await council.choose('outcome', 'upheld')
    await council.press('File this contribution')
  }

  async function meet(lead: PersonAtDesk, council: PersonAtDesk, reference: string): Promise<void> {
    await lead.follow('Arrange a meeting')
    await lead.fill({ day: '2028-01-10', time: '14:30', place: 'Ash Ward', purpose: 'To hear each other' })
    await lead.press('Arrange')
    await council.open(`/partner/cases/${reference}`)
    await council.follow(/^Answer/)
    await council.choose('attends', 'yes')
    await council.fill({ who: 'B. Marlow, social worker' })
    await council.press('Send')
    await lead.open(`/desk/cases/${reference}/response`)
    expect(await lead.words()).toContain('B. Marlow, social worker')
    await lead.follow('Write the minutes')
    await lead.fill({ minutes: 'The ward rings the council from now on.' })
    await lead.press('Save')
    await council.open(`/partner/cases/${reference}`)
    expect(await council.words()).toContain('The ward rings the council from now on.')
  }

  /** What is marked as still to be written, written by hand. */
  async function fillGaps(lead: PersonAtDesk): Promise<void> {
    const open = lead.page.locator('.desk-letter').filter({ hasText: '[To write:' })
    while ((await open.count()) > 0) {
      await open.first().getByRole('link', { name: 'Change this' }).click()
      const text = await lead.page.locator('textarea[name=body]').inputValue()
      await lead.fill({ body: text.replaceAll(/\[To write:[^\]]*\]/g, 'We read the notes of that night.') })
      await lead.press('Save')
    }
  }

  test('goes from the form to one letter, and nobody else sees a page of it', async () => {
    const reference = await complainOnForm(browser, hub.web.publicUrl, { text: told.join(' '), email })
    const lead = await at('/desk', admin)
    await expect
      .poll(async () => {
        await lead.open('/desk')
        return lead.words()
      }, patience)
      .toContain(reference)
    await lead.follow(reference)
    expect(await lead.words()).toContain('Several organisations')
    await lead.press('Accept')

    const council = await colleagueOf('aldershire-council')
    const ambulance = await colleagueOf('aldershire-ambulance')
    expect(await council.open(`/partner/cases/${reference}`)).toBe(404)

    await lead.follow('Confirm that it is joint')
    await lead.fill({ why: 'Three organisations were there that night' })
    await lead.press('Confirm')
    await lead.follow('Change who leads')
    await lead.choose('organisation', 'aldermouth-hospitals')
    await lead.fill({ why: 'It began on our ward' })
    await lead.press('Propose')
    await lead.follow('Ask the person')
    await lead.press('Send the question')
    await expect
      .poll(() => mail.caught.filter(({ raw }) => raw.includes('May we share')).length, patience)
      .toBe(1)

    const person = await at('/progress', null)
    await person.fill({ reference, contact: email })
    await person.page.locator('main button').first().click()
    await person.press(/^Yes.*County Council/)
    await person.press(/^No.*Ambulance/)
    expect(await ambulance.open(`/partner/cases/${reference}`)).toBe(404)

    await council.open('/partner')
    await council.follow(reference)
    expect(await council.words()).toContain(told[1])
    expect(await council.words()).not.toContain(told[0])
    const partPages: string[] = [...(await pagesOf(council.page))]
    await council.press('Take on this work')
    await contribute(council, '2')
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
    expect(await (await lead.page.request.get(hub.web.publicUrl + rota)).text()).toBe('Visits: none')
    await lead.follow(/^Write our contribution/)
    await lead.fill({
      happened: 'We sent her home without ringing anybody.',
      changes: 'The ward rings first.',
    })
    await lead.fill({ 'change-by': '2028-01-15' })
    await lead.choose('outcome', 'upheld')
    await lead.press('File')
    await meet(lead, council, reference)
    await lead.follow('Put the response together')
    await lead.press('Put together')
    await fillGaps(lead)
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    const leadPages = await pagesOf(lead.page)

    await council.open(`/partner/cases/${reference}`)
    await council.follow('Read your part of it and answer')
    partPages.push(...(await pagesOf(council.page)))
    await council.choose('state', 'approved')
    await council.press('Send')

    await lead.open(`/desk/cases/${reference}/response`)
    await lead.follow(/^Sign$/)
    await lead.fill({ name: 'R. Holt', role: 'Chief Executive' })
    await lead.press('Sign')
    await lead.follow(/^Send$/)
    await lead.press('Send now')

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

  const letters = () => mail.caught.filter(({ raw }) => raw.includes('R. Holt'))

  /** As it was kept when it was sent. */
  async function theLetter(): Promise<string> {
    const [letter, ...more] = await hub.base.connection.db
      .selectFrom('messages')
      .select(['messages.body', 'messages.recipient'])
      .where('messages.purpose', '=', 'response')
      .execute()
    expect(more).toEqual([])
    expect(letter?.recipient).toBe(email)
    return letter?.body ?? ''
  }
})
