/** Two hubs, each with its own database: one leads, one contributes, each stopped in the middle, and the person gets one answer. */
import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { addApiKey } from '../../services/store/api-keys.ts'
import { addPeer } from '../../services/store/joint/peer-hubs.ts'
import { addEndpoint } from '../../services/store/joint/webhook-endpoints.ts'
import { addStaffMember } from '../../services/store/staff.ts'
import { asId } from '../../shared/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { complainOnForm } from '../support/complain-on-form.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import {
  approve,
  contribute,
  contributeOwn,
  putTogether,
  signAndSend,
  told,
} from '../support/joint-journey.ts'
import { describeWith } from '../support/machine.ts'
import { startMailCatcher } from '../support/mail-catcher.ts'
import { personAtDesk, type PersonAtDesk } from '../support/person-at-desk.ts'

const patience = { timeout: 90_000, interval: 300 }
const email = 'dora@people.example'
const trust = asId<'organisation'>('aldermouth-hospitals')
const council = asId<'organisation'>('aldershire-council')
const pat = { email: 'pat@aldershire-council.example', password: 'a long password of a colleague' }

/** A hub that can be stopped and started again at the same address, with the same database and secrets. */
async function standingHub() {
  const { connectionString } = await testDatabase()
  const mail = await startMailCatcher()
  const environment: Record<string, string> = {
    SMTP_URL: mail.url,
    SESSION_SECRET: randomBytes(24).toString('hex'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PARTNER_PRIVATE_ADDRESSES: 'allow',
  }
  let hub: TestHub = await startTestHub(connectionString, { environment })
  const url = hub.web.publicUrl
  environment['PORT'] = new URL(url).port
  return {
    url,
    mail,
    db: () => hub.base.connection.db,
    envelope: () => hub.base.envelope,
    stop: () => hub.close(),
    async start() {
      hub = await startTestHub(connectionString, { environment })
    },
    async close() {
      await hub.close()
      await mail.close()
    },
  }
}
type StandingHub = Awaited<ReturnType<typeof standingHub>>

describeWith('chromium', 'A joint case between two hubs', (path) => {
  let browser: Browser
  let leads: StandingHub
  let contributes: StandingHub
  beforeAll(async () => {
    leads = await standingHub()
    contributes = await standingHub()
    browser = await launchBrowser(path)
    await introduce()
  })
  afterAll(async () => {
    await browser.close()
    await contributes.close()
    await leads.close()
  })

  /** As `hub key add`, `hub partner add` and `hub peer add` do it. */
  async function introduce(): Promise<void> {
    const by = { actor: theHub, now: new Date() }
    const { key, secret } = await leads
      .db()
      .transaction()
      .execute(async (queries) => ({
        key: await addApiKey(queries, { name: 'council', scopes: ['partner'], organisation: council }, by),
        secret: await addEndpoint(
          queries,
          leads.envelope(),
          { organisation: council, url: `${contributes.url}/api/v1/partner/events`, isHub: true },
          by,
        ),
      }))
    await contributes
      .db()
      .transaction()
      .execute(async (queries) => {
        const peer = { organisation: trust, ours: council, url: leads.url, key, secret }
        await addPeer(queries, contributes.envelope(), peer, by)
        const member = { ...pat, name: 'Pat', organisation: council, role: 'staff' as const, teams: [] }
        await addStaffMember(queries, member, by)
      })
  }

  /** Joint, led by the hospital itself, and the person is asked. */
  async function askThePerson(lead: PersonAtDesk): Promise<void> {
    await lead.follow('Confirm that it is joint')
    await lead.fill({ why: 'Three organisations were there that night' })
    await lead.press('Confirm')
    await lead.follow('Change who leads')
    await lead.choose('organisation', trust)
    await lead.fill({ why: 'It began on our ward' })
    await lead.press('Propose')
    await lead.follow('Ask the person')
    await lead.press('Send the question')
  }

  const partAtLead = () =>
    leads
      .db()
      .selectFrom('parts')
      .select('state')
      .where('organisation', '=', council)
      .executeTakeFirst()
      .then((row) => row?.state)

  const owed = () =>
    contributes
      .db()
      .selectFrom('peer_errands')
      .select(['act', 'state', 'attempts'])
      .where('state', '<>', 'done')
      .orderBy('id')
      .execute()

  const mirrored = () =>
    contributes
      .db()
      .selectFrom('peer_cases')
      .innerJoin('cases', 'cases.id', 'peer_cases.case')
      .select(['cases.id', 'cases.reference', 'cases.state', 'peer_cases.ended_because'])
      .executeTakeFirst()

  test('goes from the form to one letter, though each hub was away in the middle', async () => {
    const reference = await complainOnForm(browser, leads.url, { text: told.join(' '), email })
    const lead = await personAtDesk(browser, leads.url, '/desk', admin)
    await expect
      .poll(async () => {
        await lead.open('/desk')
        return lead.words()
      }, patience)
      .toContain(reference)
    await lead.follow(reference)
    await lead.press('Accept')
    await askThePerson(lead)

    // The contributor's hub is away when consent comes: what it should be told waits with the lead.
    await contributes.stop()
    const person = await personAtDesk(browser, leads.url, '/progress', null)
    await person.fill({ reference, contact: email })
    await person.page.locator('main button').first().click()
    await person.press(/^Yes.*County Council/)
    await person.press(/^No.*Ambulance/)
    await expect
      .poll(
        () => leads.db().selectFrom('webhook_events').select('state').where('attempts', '>', 0).execute(),
        patience,
      )
      .toEqual([{ state: 'waiting' }])
    await contributes.start()
    await expect.poll(mirrored, patience).toMatchObject({ state: 'open' })
    const here = (await mirrored())?.reference ?? 'none'
    expect(here).not.toBe(reference)

    const desk = await personAtDesk(browser, contributes.url, '/desk', pat)
    expect(await desk.words()).toContain(here)
    await desk.follow(here)
    expect(await desk.words()).toContain(told[1])
    expect(await desk.words()).not.toContain(told[0])
    expect(await desk.open(`/desk/cases/${here}/reply`)).toBe(404)

    const partner = await personAtDesk(browser, contributes.url, '/partner', pat)
    await partner.follow(here)
    expect(await partner.words()).toContain(told[1])
    await partner.press('Take on this work')
    await expect.poll(partAtLead, patience).toBe('accepted')
    // Nothing is on its way when the lead's hub goes.
    await expect.poll(owed, patience).toEqual([])

    // The lead's hub is away while the contributor works: what was done waits, and staff see it.
    await leads.stop()
    await contribute(partner, '2', { happened: 'The order for visits was not passed on.', outcome: 'upheld' })
    await expect.poll(owed, patience).toMatchObject([{ act: 'contribution', state: 'waiting' }])
    await partner.follow('Ask a question')
    await partner.fill({ body: 'On which day was she sent home?' })
    await partner.press('Send')
    await expect.poll(async () => (await owed())[0]?.attempts ?? 0, patience).toBeGreaterThan(1)
    await leads.start()
    await expect.poll(owed, patience).toEqual([])
    expect(await partAtLead()).toBe('filed')

    await lead.open(`/desk/cases/${reference}/response`)
    expect(await lead.words()).toContain('On which day was she sent home?')
    await contributeOwn(lead, { happened: 'We sent her home without ringing anybody.', outcome: 'upheld' })
    await putTogether(lead)
    await lead.follow('Ask for approval')
    await lead.press('Ask for approval')
    await expect
      .poll(async () => {
        await partner.open(`/partner/cases/${here}`)
        return partner.words()
      }, patience)
      .toContain('Read your part of it and answer')
    await approve(partner, here)
    await expect.poll(partAtLead, patience).toBe('approved')

    await signAndSend(lead, reference)
    const letters = () => leads.mail.caught.filter(({ raw }) => raw.includes('R. Holt'))
    await expect.poll(() => letters().length, patience).toBe(1)
    await expect.poll(mirrored, patience).toMatchObject({ state: 'closed', ended_because: 'answered' })
    expect(contributes.mail.caught.filter(({ to }) => to.includes(email))).toEqual([])
    expect(letters()).toHaveLength(1)
  }, 300_000)
})
