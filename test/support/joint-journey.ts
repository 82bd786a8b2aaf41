/** A joint case in a real browser without scripts: the hub, its mails, a clock that can be moved, and the usual steps. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { addStaffMember } from '../../services/store/staff.ts'
import { asId } from '../../shared/ids.ts'
import { launchBrowser } from './browser.ts'
import { complainOnForm } from './complain-on-form.ts'
import { testDatabase } from './database.ts'
import { admin, startTestHub, type TestHub } from './hub.ts'
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts'
import { personAtDesk, type PersonAtDesk } from './person-at-desk.ts'

export const patience = { timeout: 30_000, interval: 300 }
const password = 'a long password of a colleague'
const day = 24 * 3_600_000

/** One sentence for each of the hospital, the council and the ambulance service of the example county. */
export const told = [
  'The nurses on Ash Ward sent my mother home at ten at night and told nobody.',
  'The council had promised four home care visits a day but no carer came for three days.',
  'The ambulance crew left her at the door in the rain.',
] as const

export interface Contributed {
  readonly happened: string
  readonly outcome: 'upheld' | 'not-upheld'
  readonly changes?: string
  readonly by?: { readonly day: string; readonly month: string; readonly year: string }
}

/** Call once in the body of a suite. */
export function openJointJourney(path: string) {
  let browser: Browser
  let mail: MailCatcher
  let hub: TestHub
  let ahead = 0
  beforeAll(async () => {
    mail = await startMailCatcher()
    hub = await startTestHub((await testDatabase()).connectionString, {
      environment: { SMTP_URL: mail.url },
      now: () => new Date(Date.now() + ahead),
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

  /** Accepted on the desk of the hospital, and confirmed as joint. */
  async function received(email: string): Promise<{ reference: string; lead: PersonAtDesk }> {
    const reference = await complainOnForm(browser, hub.web.publicUrl, { text: told.join(' '), email })
    const lead = await at('/desk', admin)
    await expect
      .poll(async () => {
        await lead.open('/desk')
        return lead.words()
      }, patience)
      .toContain(reference)
    await lead.follow(reference)
    await lead.press('Accept')
    await lead.follow('Confirm that it is joint')
    await lead.fill({ why: 'Three organisations were there that night' })
    await lead.press('Confirm')
    return { reference, lead }
  }

  async function proposeLead(lead: PersonAtDesk, organisation: string, why: string): Promise<void> {
    await lead.follow('Change who leads')
    await lead.choose('organisation', organisation)
    await lead.fill({ why })
    await lead.press('Propose')
  }

  async function askPerson(lead: PersonAtDesk, reference: string, email: string): Promise<void> {
    await lead.follow('Ask the person')
    await lead.press('Send the question')
    const question = () => mailsTo(email, reference).filter(({ raw }) => raw.includes('May we share'))
    await expect.poll(() => question().length, patience).toBe(1)
  }

  /** The person on the progress page of their case. */
  async function person(reference: string, contact: string): Promise<PersonAtDesk> {
    const who = await at('/progress', null)
    await who.fill({ reference, contact })
    await who.page.locator('main button').first().click()
    return who
  }

  const mailsTo = (address: string, words: string) =>
    mail.caught.filter(({ raw, to }) => to.includes(address) && plain(raw).includes(words))

  return {
    hub: () => hub,
    mail: () => mail,
    at,
    lead: () => at('/desk', admin),
    colleagueOf: (organisation: string, door: '/desk' | '/partner' = '/partner') =>
      at(door, { email: `pat@${organisation}.example`, password }),
    received,
    proposeLead,
    askPerson,
    person,
    mailsTo,
    /** Whatever runs by the clock finds that so many days have passed. */
    async daysPass(days: number): Promise<void> {
      ahead += days * day
      await hub.startWorker()
    },
  }
}

/** Without the soft ends of its lines. */
function plain(raw: Buffer): string {
  return raw.toString().replaceAll('=\r\n', '').replaceAll('=E2=80=99', '’')
}

export async function contribute(
  partner: PersonAtDesk,
  issue: string,
  { happened, outcome, changes = 'Orders are read twice.', by = soon }: Contributed,
): Promise<void> {
  await partner.follow(new RegExp(`^Write your contribution to issue ${issue}`))
  await partner.fill({ happened })
  await partner.choose('outcome', outcome)
  if (outcome === 'upheld') {
    await partner.fill({
      changes,
      'changeBy-day': by.day,
      'changeBy-month': by.month,
      'changeBy-year': by.year,
    })
  }
  await partner.press('File this contribution')
}

const soon = { day: '15', month: '1', year: '2028' }

/** The lead's own part, on the page of the response. */
export async function contributeOwn(
  lead: PersonAtDesk,
  { happened, outcome, changes = 'The ward rings first.' }: Contributed,
): Promise<void> {
  await lead.follow(/^Write our contribution/)
  await lead.fill({ happened, ...(outcome === 'upheld' ? { changes, 'change-by': '2028-01-15' } : {}) })
  await lead.choose('outcome', outcome)
  await lead.press('File')
}

export async function putTogether(lead: PersonAtDesk): Promise<void> {
  await lead.follow('Put the response together')
  await lead.press('Put together')
  await fillGaps(lead)
}

/** What is marked as still to be written, written by hand. */
export async function fillGaps(lead: PersonAtDesk): Promise<void> {
  const open = lead.page.locator('.desk-letter').filter({ hasText: '[To write:' })
  while ((await open.count()) > 0) {
    await open.first().getByRole('link', { name: 'Change this' }).click()
    const text = await lead.page.locator('textarea[name=body]').inputValue()
    await lead.fill({ body: text.replaceAll(/\[To write:[^\]]*\]/g, 'We read the notes of that night.') })
    await lead.press('Save')
  }
}

export async function approve(partner: PersonAtDesk, reference: string): Promise<void> {
  await partner.open(`/partner/cases/${reference}`)
  await partner.follow('Read your part of it and answer')
  await partner.choose('state', 'approved')
  await partner.press('Send')
}

/** Whoever is signed in signs under this name from now on. */
export async function nameSigner(lead: PersonAtDesk): Promise<void> {
  await lead.open('/desk/signers')
  const account = lead.page.locator('main section', { hasText: admin.email })
  await account.locator('[name="name"]').fill('R. Holt')
  await account.getByRole('button').click()
}

export async function signAndSend(lead: PersonAtDesk, reference: string): Promise<void> {
  await nameSigner(lead)
  await lead.open(`/desk/cases/${reference}/response`)
  await lead.follow(/^Sign$/)
  await lead.fill({ name: 'R. Holt', role: 'Chief Executive' })
  await lead.press('Sign')
  await lead.follow(/^Send$/)
  await lead.press('Send now')
}
