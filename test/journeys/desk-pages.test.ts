/** Every page of the desk that links lead to, in a real browser: axe finds no fault, and on a small phone nothing runs over the side. */
import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { theHub } from '../../services/store/audit.ts'
import { addKiosk } from '../../services/store/kiosks.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import { describeWith } from '../support/machine.ts'

// Some fifty pages, on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

/** Of every sort: disputed praise, danger, several organisations, an everyday remark, Welsh. */
const told = [
  { kind: 'compliment', text: 'Everyone on the ward was kind.' },
  {
    kind: 'complaint',
    text: 'The council cancelled the care package and the hospital sent my gran home alone.',
  },
  { text: 'i dont want to be here anymore, your crisis line hung up' },
  { text: 'Could you put the bus times up in the waiting area?' },
  { text: 'Mae’r ward yn oer a does neb yn ateb y gloch.' },
]

describeWith('chromium', 'The pages of the desk', (path) => {
  let browser: Browser
  let hub: TestHub
  let page: Page
  beforeAll(async () => {
    hub = await startTestHub((await testDatabase()).connectionString)
    browser = await launchBrowser(path)
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  })
  afterAll(async () => {
    await browser.close()
    await hub.close()
  })

  async function tell(feedback: object): Promise<void> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const body = JSON.stringify({ ...feedback, person: { email: 'dora@people.example' } })
    const response = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, { method: 'POST', headers, body })
    expect(response.status).toBe(202)
  }

  async function signIn(): Promise<void> {
    await page.goto(`${hub.web.publicUrl}/desk`)
    await page.fill('input[type=email]', admin.email)
    await page.fill('input[type=password]', admin.password)
    await page.click('main button')
  }

  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

  /** What is wrong with the page that is open, in words; nothing where it stands up. */
  async function faultsOf(address: string): Promise<readonly string[]> {
    // Legacy: no second page is opened to sum up frames, of which there are none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const faults = violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html ?? ''}`)
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      const over = Number(await page.evaluate(overflow))
      if (over > 0) faults.push(`${address} is ${over} pixels too wide at ${width}`)
    }
    return faults
  }

  async function linksOf(): Promise<readonly string[]> {
    const found = [...(await page.content()).matchAll(/<a [^>]*href="(\/desk[^"#]*)/g)]
    return found
      .map(([, link = '']) => link.replaceAll('&amp;', '&'))
      .filter((link) => !/\/files\/|\/original/.test(link))
  }

  /** Pages that differ only in which case, message or team they are about are alike. */
  const shapeOf = (address: string) =>
    address
      .replace(/FB-[A-Z0-9-]+|[0-9a-f-]{36}/g, 'X')
      .replace(/(teams|exclusions)\/[\w-]+/, '$1/X')
      .replace(/=[^&]*/g, '=')

  test('stand up, wide and narrow', async () => {
    for (const feedback of told) await tell(feedback)
    await expect
      .poll(async () => (await hub.base.connection.db.selectFrom('cases').select('id').execute()).length, {
        timeout: 20_000,
      })
      .toBe(told.length)
    const kiosk = { name: 'Lobby', place: 'Main entrance' }
    await addKiosk(hub.base.connection.db, kiosk, { actor: theHub, now: new Date() })
    await signIn()
    const faults: string[] = []
    const seen = new Map<string, number>()
    const waiting = ['/desk']
    // Every case, and of all else one of each shape.
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const shape = shapeOf(address)
      const before = seen.get(shape) ?? 0
      if (before >= (shape === '/desk/cases/X' ? told.length : 1)) continue
      seen.set(shape, before + 1)
      const response = await page.goto(`${hub.web.publicUrl}${address}`)
      if (response?.status() !== 200) faults.push(`${address} answers ${String(response?.status())}`)
      faults.push(...(await faultsOf(address)))
      waiting.push(...(await linksOf()))
    }
    expect(faults).toEqual([])
    expect(seen.size).toBeGreaterThan(30)
  })
})
