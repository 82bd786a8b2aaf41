/** Pages of the portal in a real browser, on a small phone and on a desk: axe finds no fault, and nothing runs over the side. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeLinkToken } from '../../services/outward/link-token.ts'
import { saveLink } from '../../services/store/joint/partner-links.ts'
import { openPortal } from '../services/partners/open-portal.ts'
import { launchBrowser } from '../support/browser.ts'
import { addStaff, dale, daleTriage, password } from '../support/county.ts'
import { describeWith } from '../support/machine.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

const portal = await openPortal()
const { db, clock } = portal
const maker = await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)

describeWith('chromium', 'The pages of the portal', (path) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser(path)
  })
  afterAll(() => browser.close())

  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

  async function check(page: Page, name: string): Promise<void> {
    // Legacy: no second page is opened to sum up frames, of which there are none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect({ name, faults }).toEqual({ name, faults: [] })
    expect({ name, overflow: await page.evaluate(overflow) }).toEqual({ name, overflow: 0 })
  }

  test.each([
    { width: 320, height: 640 },
    { width: 1280, height: 900 },
  ])('stands up at $width × $height', async (viewport) => {
    // Axe brings a script of its own; the pages have none.
    const context = await browser.newContext({ viewport })
    const page = await context.newPage()
    const open = (place: string) => page.goto(`${portal.address}${place}`)
    const main = page.locator('main')
    await db.deleteFrom('parts').where('organisation', '=', dale).execute()
    await open('/partner')
    await check(page, 'sign in')
    await main.locator('button').first().click()
    await check(page, 'sign in refused')
    await main.locator('[name=email]').fill('dan@dale.example')
    await main.locator('[name=password]').fill(password)
    await main.locator('button').first().click()
    await check(page, 'work list empty')

    const part = await portal.addPart()
    await portal.addPart({ state: 'accepted', dueOn: '2026-11-20' })
    await portal.addPart({ state: 'filed' })
    await open('/partner')
    expect(await main.textContent()).toContain(part.reference)
    await check(page, 'work list full')

    const base = `/partner/cases/${part.reference}`
    await open(base)
    await check(page, 'part')
    await open(`${base}/issues/1`)
    await check(page, 'contribution')
    await main.locator('[name=happened]').fill('x'.repeat(200))
    await main.locator('button[value=file]').click()
    expect(await main.locator('.nhsuk-error-summary').count()).toBe(1)
    await check(page, 'contribution in error')
    await open(`${base}/nothing-here`)
    await check(page, 'not found')

    const token = makeLinkToken(portal.sessionSecret)
    await saveLink(db, {
      part: part.part,
      token,
      recipientName: 'Kim',
      email: 'kim@small.example',
      phone: null,
      secondFactor: 'email',
      madeBy: maker,
      now: clock.now,
      expiresAt: new Date(clock.now.getTime() + 3_600_000),
    })
    await open(`/partner/link/${token}`)
    await check(page, 'link')
    await main.locator('button').first().click()
    await check(page, 'link code')
    await open('/partner/link/case/issues/1')
    await check(page, 'link closed')
    await context.close()
  })
})
