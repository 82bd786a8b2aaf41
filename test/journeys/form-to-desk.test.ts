/** In a real browser without scripts: from the first question of the form to the answer of staff on the desk. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import { describeWith } from '../support/machine.ts'

const patience = { timeout: 15_000, interval: 200 }

describeWith('chromium', 'From the form to the desk', (path) => {
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

  const next = (page: Page) => page.locator('main button[type=submit]').last().click()

  /** Fills the whole form in and gives back the reference it ends with. */
  async function complain(page: Page): Promise<string> {
    await page.goto(`${hub.web.publicUrl}/feedback`)
    await page.locator('main a.nhsuk-button, main button').first().click()
    await page.check('input[name=kind][value=complaint]')
    await next(page)
    await page.check('input[name=organisation][value=aldermouth-hospitals]')
    await next(page)
    await page.check('input[name=careService][value=agh-medical-wards]')
    await next(page)
    await page.fill(
      'textarea[name=text]',
      'My father asked for water all night on Ash Ward <b>and nobody came</b>. He was very confused the next day.',
    )
    await next(page)
    for (const step of ['when', 'outcome', 'who', 'reply', 'details']) {
      if (!page.url().includes(step)) continue
      if (step === 'who') await page.check('input[name=who][value=self]')
      if (step === 'reply') await page.check('input[name=contactBy][value=email]')
      if (step === 'details') await page.fill('input[name=email]', 'dora@people.example')
      await next(page)
      while (!/who|reply|details|check|sent/.test(page.url())) await next(page)
    }
    await page.waitForURL(/check/)
    expect(await page.textContent('main')).toContain('nobody came')
    await next(page)
    await page.waitForURL(/sent/)
    return (
      /FB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.textContent('main')) ?? '')?.[0] ?? 'none shown'
    )
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${hub.web.publicUrl}/desk`)
    await page.fill('input[type=email]', admin.email)
    await page.fill('input[type=password]', admin.password)
    await next(page)
    await page.waitForURL(/\/desk$/)
  }

  test('a person without scripts is given a reference, and staff see the case with its reasons and answer it', async () => {
    const visitor = await browser.newContext({ javaScriptEnabled: false })
    visitor.setDefaultTimeout(10_000)
    const reference = await complain(await visitor.newPage())
    expect(reference).toMatch(/^FB-/)

    const staff = await browser.newContext()
    staff.setDefaultTimeout(10_000)
    const desk = await staff.newPage()
    await signIn(desk)
    await expect
      .poll(async () => {
        await desk.reload()
        return desk.locator('main').textContent()
      }, patience)
      .toContain(reference)
    await desk.getByRole('link', { name: reference }).click()
    const words = await desk.locator('main').textContent()
    expect(words).toContain('<b>and nobody came</b>')
    expect(words).toContain('dora@people.example')
    expect(words).toContain('Complaint')

    await desk.getByRole('button', { name: 'Accept' }).first().click()
    await desk.getByRole('link', { name: 'Reply to the person' }).click()
    await desk.locator('main textarea').first().fill('I am sorry. May I ring you tomorrow to talk about it?')
    await desk.locator('button[name=step][value=check]').click()
    expect(await desk.locator('main').textContent()).toContain('dora@people.example')
    await desk.locator('button[name=step][value=send]').click()
    await desk.waitForURL(new RegExp(`/desk/cases/${reference}`))
    expect(await desk.locator('main').textContent()).toContain('May I ring you tomorrow')
    await visitor.close()
    await staff.close()
  })

  test('what is wrong is said at the top and beside the field, and what was typed is kept', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${hub.web.publicUrl}/feedback/kind`)
    await next(page)
    await expect.poll(() => page.title(), patience).toMatch(/^Error/)
    expect(await page.locator('.nhsuk-error-summary').count()).toBe(1)
    await page.locator('.nhsuk-error-summary a').first().click()
    expect(await page.evaluate('document.activeElement.name')).toBe('kind')
    await context.close()
  })
})
