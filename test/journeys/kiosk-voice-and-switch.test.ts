/** Other ways to tell a kiosk than by touch and typing: a voice, a video, one switch. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'
import {
  begin,
  choose,
  fakeMedia,
  goOn,
  openKiosk,
  screen,
  send,
  toldAtKiosk,
  tokenFor,
} from '../support/kiosk.ts'
import { describeWith } from '../support/machine.ts'

const patience = { timeout: 15_000, interval: 100 }

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

describeWith('chromium', 'At a kiosk', (path) => {
  let browser: Browser
  let hub: TestHub
  beforeAll(async () => {
    hub = await startTestHub((await testDatabase()).connectionString)
    browser = await launchBrowser(path, fakeMedia)
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
  })

  test.each(['audio', 'video'])(
    'a message by %s is heard again, then arrives byte for byte',
    async (medium) => {
      const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, `Studio ${medium}`))
      let sent = ''
      page.on('request', (request) => {
        if (request.url().endsWith('/submissions')) sent = request.postData() ?? ''
      })
      await begin(page)
      await choose(page, 'kind', 'not-sure')
      await page.locator(`[data-next="${medium}-consent"]`).click()
      const record = async () => {
        await page.locator(`[data-record="${medium}"]`).click()
        await screen(page, `${medium}-recording`).waitFor()
        await page.waitForTimeout(700)
        await page.locator('[data-screen]:not([hidden]) [data-stop]').click()
        await screen(page, `${medium}-review`).waitFor()
      }
      await record()
      await page.locator('[data-screen]:not([hidden]) [data-discard]').click()
      await page.locator(`[data-next="${medium}-consent"]`).click()
      await record()
      await page.locator('[data-screen]:not([hidden]) [data-play]').click()
      await expect
        .poll(
          () => page.evaluate(`document.querySelector('${medium}[data-player]').currentTime > 0`),
          patience,
        )
        .toBe(true)
      await goOn(page)
      await choose(page, 'here', 'no')
      await choose(page, 'contactBy', 'none')
      await send(page)
      await screen(page, 'sent').waitFor()
      const [told] = await toldAtKiosk(hub, `Studio ${medium}`, 1)
      const [, base64 = ''] = /"content":"([^"]+)"/.exec(sent) ?? []
      expect(told?.content.attachments).toMatchObject([
        { name: `${medium}-message-1.webm`, size: Buffer.from(base64, 'base64').length },
      ])
      expect(told?.content.about.place).toBeNull()
      const contents = await hub.base.connection.db
        .selectFrom('file_bytes')
        .innerJoin('files', 'files.id', 'file_bytes.file')
        .select('sealed')
        .where('sha256', '=', told?.content.attachments[0]?.sha256 ?? '')
        .execute()
      expect(contents.map(({ sealed }) => hub.base.envelope.open(sealed).toString('base64'))).toEqual([
        base64,
      ])
      await device.close()
    },
  )

  test('one switch that steps on and one that presses are enough', async () => {
    const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, 'Switch'))
    const stepTo = async (wanted: string) => {
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('Tab')
        if ((await page.evaluate('document.activeElement.textContent.trim()')) === wanted) return
      }
      throw new Error(`No way to “${wanted}” by stepping on`)
    }
    const press = async (wanted: string) => {
      await stepTo(wanted)
      await page.keyboard.press('Space')
    }
    await press('Start in English')
    await page.locator('body.kiosk-ready').waitFor()
    await press('Share an idea or a comment')
    await page.keyboard.press('Tab')
    await page.keyboard.type('More chairs in the waiting room, please.')
    await press('Continue')
    await press('Yes, it is about this place')
    await press('Yes, by phone')
    await page.keyboard.press('Tab')
    await page.keyboard.type('01632 960 001')
    // Enter in a box goes on to the next question and sends nothing.
    await page.keyboard.press('Enter')
    await screen(page, 'name').waitFor()
    await press('Continue')
    await press('Send')
    await screen(page, 'sent').waitFor()
    const [told] = await toldAtKiosk(hub, 'Switch', 1)
    expect(told?.content).toMatchObject({ kindChosen: 'comment', person: { phone: '01632 960 001' } })
    await device.close()
  })
})
