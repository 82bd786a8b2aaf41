/** Every screen of a kiosk, on a small phone and on a tall one: read aloud without fault, reached by any finger. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'
import { begin, choose, fakeMedia, goOn, openKiosk, screen, send, tokenFor } from '../support/kiosk.ts'
import { describeWith } from '../support/machine.ts'

/** Pixels: what a finger that shakes can hit. */
const smallestTarget = 64

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

describeWith('chromium', 'Every screen of a kiosk', (path) => {
  let browser: Browser
  let hub: TestHub
  beforeAll(async () => {
    hub = await startTestHub((await testDatabase()).connectionString, { working: false })
    browser = await launchBrowser(path, fakeMedia)
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
  })

  const tooSmall = `[...document.querySelectorAll('button, textarea, input:not([type=hidden])')]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < ${smallestTarget})
    .map((each) => each.outerHTML.slice(0, 80))`
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

  async function check(page: Page, name: string): Promise<void> {
    // Legacy: no second page is opened to sum up frames, of which there are none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect({ name, faults }).toEqual({ name, faults: [] })
    expect({ name, tooSmall: await page.evaluate(tooSmall) }).toEqual({ name, tooSmall: [] })
    expect({ name, overflow: await page.evaluate(overflow) }).toEqual({ name, overflow: 0 })
  }

  test.each([
    { width: 320, height: 640 },
    { width: 1080, height: 1920 },
  ])('stands up at $width × $height', async (viewport) => {
    const token = await tokenFor(hub, `Screen ${viewport.width}`)
    const { device, page } = await openKiosk(browser, hub, token, { viewport })
    const see = async (name: string) => {
      await screen(page, name).waitFor()
      await check(page, name)
    }
    await check(page, 'start')
    await begin(page, 'cy')
    await see('kind')
    await choose(page, 'kind', 'compliment')
    await see('words')
    await goOn(page)
    await page.locator('#text-problem:not([hidden])').waitFor()
    await see('words')
    for (const medium of ['audio', 'video']) {
      await page.locator(`[data-next="${medium}-consent"]`).click()
      await see(`${medium}-consent`)
      await page.locator(`[data-record="${medium}"]`).click()
      await see(`${medium}-recording`)
      await page.locator('[data-screen]:not([hidden]) [data-stop]').click()
      await see(`${medium}-review`)
      if (medium === 'audio') await page.locator('[data-screen]:not([hidden]) [data-discard]').click()
    }
    await goOn(page)
    await see('here')
    await choose(page, 'here', 'unsure')
    await see('contactBy')
    await choose(page, 'contactBy', 'phone')
    await see('phone')
    await page.locator('[data-screen]:not([hidden]) [data-back]').click()
    await choose(page, 'contactBy', 'email')
    await goOn(page)
    await page.locator('#email-problem:not([hidden])').waitFor()
    await see('email')
    await page.fill('#email', 'a.very.long.name.of.somebody@a-rather-long-domain.people.example')
    await goOn(page)
    await see('name')
    await goOn(page)
    await see('check')
    await page.evaluate("document.getElementById('kiosk-form').dataset.idleSeconds = '0'")
    await page.locator('dialog[open]').waitFor()
    await check(page, 'still there?')
    await page.evaluate("document.getElementById('kiosk-form').dataset.idleSeconds = '60'")
    await page.locator('dialog [data-stay]').click()
    await send(page)
    await see('sent')
    for (const ending of ['kept', 'off', 'sending']) {
      await page.evaluate(
        `for (const each of document.querySelectorAll('[data-screen]')) each.hidden = each.dataset.screen !== '${ending}'`,
      )
      await see(ending)
    }
    await page.goto(`${hub.web.publicUrl}/kiosk/setup`)
    await check(page, 'setup')
    await device.clearCookies()
    await page.goto(`${hub.web.publicUrl}/kiosk`)
    await check(page, 'switched off')
    await device.close()
  })
})
