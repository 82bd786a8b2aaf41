/** In a real browser, with and without scripts: a photo and a letter are added to the form, looked over, and reach the desk. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { largestFile } from '../../channels/web-form/limits.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import { describeWith } from '../support/machine.ts'
import { createVisitor } from '../support/visitor.ts'

const patience = { timeout: 20_000, interval: 200 }

describeWith('chromium', 'Files on the form', (path) => {
  let browser: Browser
  let hub: TestHub
  let photo: Buffer
  beforeAll(async () => {
    hub = await startTestHub((await testDatabase()).connectionString)
    browser = await launchBrowser(path)
    const blue = { r: 0, g: 94, b: 184 }
    photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: blue } })
      .jpeg()
      .toBuffer()
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
  })

  const letter = {
    name: 'A letter with a rather long name about the ward and the night.txt',
    mimeType: 'text/plain',
  }
  const words = Buffer.from('The letter says that nobody came.')
  const next = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

  async function stands(page: Page): Promise<void> {
    expect(await page.evaluate(overflow)).toBe(0)
    // Legacy: no second page is opened to sum up frames, of which there are none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }

  /** To the question about files. */
  async function begin(page: Page): Promise<void> {
    await page.goto(`${hub.web.publicUrl}/feedback/kind`)
    await page.check('input[name=kind][value=complaint]')
    await next(page)
    await page.check('input[name=organisation][value=not-sure]')
    await next(page)
    await next(page)
    await page.fill('textarea[name=text]', 'Nobody came when my father rang on Ash Ward.')
    await next(page)
    await next(page)
    await next(page)
    await page.waitForURL(/files/)
  }

  async function send(page: Page): Promise<string> {
    await page.check('input[name=who][value=self]')
    await next(page)
    await page.check('input[name=contactBy][value=none]')
    await next(page)
    await page.waitForURL(/check/)
    expect(await page.locator('.hub-files').textContent()).toContain(letter.name)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForURL(/sent/)
    return /FB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.textContent('main')) ?? '')?.[0] ?? ''
  }

  test.each([
    ['without scripts, on a telephone', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }],
    ['with scripts, on a desk', { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }],
  ])('are added, taken away and sent %s', async (_, options) => {
    // Axe brings a script of its own: pages are looked at in a browser that runs one.
    const context = await browser.newContext(options)
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await begin(page)
    if (options.javaScriptEnabled) await stands(page)
    await page.setInputFiles('input[type=file]', [
      { name: 'Ash Ward.jpg', mimeType: 'image/jpeg', buffer: photo },
      { ...letter, buffer: words },
      { name: 'too long a film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(largestFile + 1) },
    ])
    await page.getByRole('button', { name: 'Add these files' }).click()
    await page.locator('.nhsuk-error-summary').waitFor()
    expect(await page.textContent('.nhsuk-error-summary')).toContain('too long a film.mp4')
    expect(await page.evaluate(overflow)).toBe(0)
    if (options.javaScriptEnabled) await stands(page)
    await page.getByRole('button', { name: 'Remove Ash Ward.jpg' }).click()
    await page.waitForFunction("document.querySelectorAll('.hub-files li').length === 1")
    await page.setInputFiles('input[type=file]', {
      name: 'Ash Ward.jpg',
      mimeType: 'image/jpeg',
      buffer: photo,
    })
    await next(page)
    await page.waitForURL(/who/)
    const reference = await send(page)
    await context.close()

    const staff = createVisitor(hub.web.publicUrl)
    await staff.get('/desk/sign-in')
    await staff.send('/desk/sign-in', admin)
    const links = async () => {
      const { html } = await staff.get(`/desk/cases/${reference}`)
      return new Set([...html.matchAll(/href="([^"]+\/attachments\/[^"/]+)"/g)].map(([, href]) => href))
    }
    await expect.poll(links, patience).toHaveProperty('size', 2)
    const [first = ''] = await links()
    expect((await staff.download(first)).toString()).toBe(words.toString())
  })
})
