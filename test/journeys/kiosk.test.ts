/** A kiosk in a real browser: the network away and back, the next person, no scripts, switched off and on. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { revokeKiosk } from '../../services/store/kiosks.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'
import {
  begin,
  choose,
  finish,
  openKiosk,
  place,
  screen,
  send,
  setUp,
  tell,
  toldAtKiosk,
  tokenFor,
} from '../support/kiosk.ts'
import { describeWith } from '../support/machine.ts'

const patience = { timeout: 15_000, interval: 100 }
const referenceShape = /^FB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

describeWith('chromium', 'At a kiosk', (path) => {
  let browser: Browser
  let hub: TestHub
  beforeAll(async () => {
    hub = await startTestHub((await testDatabase()).connectionString)
    browser = await launchBrowser(path)
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
  })

  const toldAt = (kiosk: string, count: number) => toldAtKiosk(hub, kiosk, count)

  const deliveryCount = async () => {
    const rows = await hub.base.connection.db.selectFrom('deliveries').select('id').execute()
    return rows.length
  }

  test('a person is given a reference, and the case says which place it came from', async () => {
    const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, 'Lobby'))
    await tell(page, 'Nobody showed us the way to the clinic and we missed the appointment.')
    expect(await screen(page, 'check').textContent()).toContain('missed the appointment')
    await send(page)
    await screen(page, 'sent').waitFor()
    const reference = (await page.locator('.kiosk-reference').textContent()) ?? ''
    expect(reference).toMatch(referenceShape)
    const [told] = await toldAt('Lobby', 1)
    const heard = hub.base.connection.db.selectFrom('kiosks').select('last_message_at')
    await expect
      .poll(async () => (await heard.where('name', '=', 'Lobby').executeTakeFirst())?.last_message_at)
      .toBeInstanceOf(Date)
    expect(told).toMatchObject({
      reference,
      content: { channel: 'kiosk', kindChosen: 'complaint', about: { place } },
    })
    await device.close()
  })

  test('with the network down two people tell us, and both arrive in order, once each, when it is back', async () => {
    const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, 'Cellar'))
    await device.setOffline(true)
    for (const words of ['First: the lift is broken again.', 'Second: the nurse on the ward was so kind.']) {
      await page.reload()
      await tell(page, words)
      await send(page)
      await screen(page, 'kept').waitFor()
      expect(await page.locator('.kiosk-reference').textContent()).toBe('')
      await finish(page)
    }
    await device.setOffline(false)
    const told = await toldAt('Cellar', 2)
    expect(told.map(({ content }) => content.text.slice(0, 6))).toEqual(['First:', 'Second'])
    expect(new Set(told.map((row) => row.case)).size).toBe(2)

    // Nothing waits any more: another visit sends nothing again.
    await page.reload()
    const waiting =
      "import('/kiosk/assets/outbox.js').then(({ everything }) => everything()).then((all) => all.length)"
    await expect.poll(() => page.evaluate(waiting), patience).toBe(0)
    const before = await deliveryCount()
    await tell(page, 'Third: thank you.')
    await send(page)
    await screen(page, 'sent').waitFor()
    expect(await deliveryCount()).toBe(before + 1)
    await device.close()
  })

  test('an answer of the hub that is lost on the way does not make two of one', async () => {
    const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, 'Corridor'))
    let lost = 0
    await device.route('**/channels/kiosk/submissions', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await tell(page, 'The soup was cold.')
    await send(page)
    await screen(page, 'kept').waitFor()
    await finish(page)
    await expect.poll(() => lost, patience).toBeGreaterThan(1)
    await toldAt('Corridor', 1)
    await device.close()
  })

  test('after a while it asks, then clears itself, and no way leads back to the words', async () => {
    const { device, page } = await openKiosk(browser, hub, await tokenFor(hub, 'Hall'))
    await begin(page)
    await choose(page, 'kind', 'concern')
    await page.fill('#text', 'My sister lives at 1 Secret Street.')
    const wait = (idle: number, warning: number) =>
      page.evaluate(
        `Object.assign(document.getElementById('kiosk-form').dataset, { idleSeconds: ${idle}, warningSeconds: ${warning} })`,
      )
    await wait(0.3, 60)
    const stay = page.locator('dialog[open] [data-stay]')
    await stay.waitFor()
    await wait(60, 20)
    await stay.click()
    expect(await page.inputValue('#text')).toContain('Secret Street')
    await wait(0.3, 0.3)
    await page.waitForURL(/\/kiosk\??$/)
    await page.goBack()
    expect(await page.content()).not.toContain('Secret')
    await page.goto(`${hub.web.publicUrl}/kiosk/en`)
    expect(await page.inputValue('#text')).toBe('')
    await page.goBack()
    await page.goForward()
    expect(await page.inputValue('#text')).toBe('')
    await device.close()
  })

  test('a kiosk whose token was revoked is refused before anything is stored, and says that it is switched off', async () => {
    const token = await tokenFor(hub, 'Annexe')
    const { device, page } = await openKiosk(browser, hub, token)
    await tell(page, 'These words stay here.')
    await revokeKiosk(hub.base.connection.db, { name: 'Annexe' }, { actor: theHub, now: new Date() })
    const before = await deliveryCount()
    await send(page)
    await screen(page, 'off').waitFor()
    await finish(page)
    await expect.poll(() => page.textContent('main'), patience).toContain('This kiosk is switched off')
    expect(await deliveryCount()).toBe(before)

    // Nothing is lost: it waits on the device until staff set it up again, who are told before they do.
    await page.goto(`${hub.web.publicUrl}/kiosk/setup`)
    await expect
      .poll(() => page.locator('[data-waiting]').innerText(), patience)
      .toMatch(/wait to be sent: 1/)
    await setUp(page, hub, 'kiosk_mistyped')
    expect(await page.textContent('main')).toContain('This token is not known')
    await setUp(page, hub, await tokenFor(hub, 'Annexe again'))
    expect(await page.textContent('main')).not.toContain('This token is not known')
    await expect.poll(() => page.textContent('main'), patience).toMatch(/wait to be sent: 1/)
    await page.goto(`${hub.web.publicUrl}/kiosk`)
    const [told] = await toldAt('Annexe again', 1)
    expect(told?.content.text).toBe('These words stay here.')
    await device.close()
  })

  test('another site cannot make a kiosk send anything', async () => {
    const token = await tokenFor(hub, 'Forged')
    const before = await deliveryCount()
    const response = await fetch(`${hub.web.publicUrl}/channels/kiosk/submissions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `kiosk=${token}`,
        'sec-fetch-site': 'cross-site',
      },
      body: '{}',
    })
    expect(response.status).toBe(403)
    expect(await deliveryCount()).toBe(before)
  })

  test('without scripts the same questions are one form to the same door', async () => {
    const token = await tokenFor(hub, 'Plain')
    const { device, page } = await openKiosk(browser, hub, token, { javaScriptEnabled: false })
    await page.locator('form[action="/kiosk/cy"] button').click()
    await page.check('input[name=kind][value=compliment]')
    await page.fill('textarea[name=text]', 'Diolch yn fawr i’r nyrsys ar y ward.')
    await page.check('input[name=contactBy][value=email]')
    await page.fill('input[name=email]', 'mair@people.example')
    await page.locator('button[type=submit]').click()
    expect(await page.locator('.kiosk-reference').textContent()).toMatch(referenceShape)
    expect(await page.getAttribute('html', 'lang')).toBe('cy')
    const [told] = await toldAt('Plain', 1)
    expect(told?.content).toMatchObject({
      language: 'cy',
      kindChosen: 'compliment',
      person: { email: 'mair@people.example' },
    })
    await page.goBack()
    await page.locator('button[type=submit]').click()
    expect(await page.textContent('main')).toContain('Nid anfonwyd dim')
    await device.close()
  })
})
