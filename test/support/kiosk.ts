/** A person at a kiosk in a real browser: the device is set up, then walked through by touch. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { addKiosk } from '../../services/store/kiosks.ts'
import type { TestHub } from './hub.ts'

/** Chromium with a made-up microphone and camera, allowed without asking. */
export const fakeMedia = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

export const place = 'Main entrance'

export async function tokenFor(hub: TestHub, name: string): Promise<string> {
  return addKiosk(hub.base.connection.db, { name, place }, { actor: theHub, now: new Date() })
}

/** A device of its own, set up by its token, ready for a network that fails. */
export async function openKiosk(
  browser: Browser,
  hub: TestHub,
  token: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly device: BrowserContext; readonly page: Page }> {
  const device = await browser.newContext(options)
  device.setDefaultTimeout(10_000)
  const page = await device.newPage()
  await setUp(page, hub, token)
  await page.locator('form[action="/kiosk"] button').click()
  await page.waitForURL(/\/kiosk\??$/)
  if (options.javaScriptEnabled !== false) await page.evaluate('navigator.serviceWorker.ready.then(() => 1)')
  return { device, page }
}

/** As staff do it, once for each device. */
export async function setUp(page: Page, hub: TestHub, token: string): Promise<void> {
  await page.goto(`${hub.web.publicUrl}/kiosk/setup`)
  await page.fill('#token', token)
  await page.locator('form[method=post] button').click()
}

export async function begin(page: Page, language: 'en' | 'cy' = 'en'): Promise<void> {
  await page.locator(`form[action="/kiosk/${language}"] button`).click()
  await page.locator('body.kiosk-ready').waitFor()
}

export async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page.locator(`[data-choose="${question}"][value="${answer}"]`).click()
}

/** The button that goes on from the question that is shown. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('[data-screen]:not([hidden]) .kiosk-button[data-next]').first().click()
}

/** Everything up to the last page, anonymous, about this place. */
export async function tell(page: Page, words: string): Promise<void> {
  await begin(page)
  await choose(page, 'kind', 'complaint')
  await page.fill('#text', words)
  await goOn(page)
  await choose(page, 'here', 'yes')
  await choose(page, 'contactBy', 'none')
}

export async function send(page: Page): Promise<void> {
  await page.locator('[data-screen=check] button[type=submit]').click()
}

/** The screen a person sees, by its name. */
export const screen = (page: Page, name: string) => page.locator(`[data-screen="${name}"]:not([hidden])`)

export async function finish(page: Page): Promise<void> {
  await page.locator('[data-screen]:not([hidden]) .kiosk-button[data-clear]').click()
  await page.waitForURL(/\/kiosk\??$/)
}

/** What came from the kiosk of that name, oldest first, once there are `count` cases of it and no more. */
export async function toldAtKiosk(hub: TestHub, kiosk: string, count: number) {
  const { db } = hub.base.connection
  return vi.waitFor(
    async () => {
      const rows = await db
        .selectFrom('submissions')
        .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
        .select(['submissions.content', 'submissions.case', 'deliveries.reference'])
        .where('deliveries.channel', '=', 'kiosk')
        .orderBy('deliveries.received_at')
        .execute()
      const found = rows.filter(({ content }) =>
        content.remarks.some(({ params }) => params?.['name'] === kiosk),
      )
      expect(found.filter((row) => row.case !== null)).toHaveLength(count)
      return found
    },
    { timeout: 20_000, interval: 100 },
  )
}
