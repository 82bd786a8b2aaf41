/** A member of staff in a browser of their own: signs in, follows links by their names, fills in forms and sends them. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface PersonAtDesk {
  readonly page: Page
  /** Status of the answer. */
  open(path: string): Promise<number>
  /** The words on the page. */
  words(): Promise<string>
  follow(link: string | RegExp): Promise<void>
  press(button: string | RegExp): Promise<void>
  fill(fields: Readonly<Record<string, string>>): Promise<void>
  choose(name: string, value: string): Promise<void>
}

export async function personAtDesk(
  browser: Browser,
  publicUrl: string,
  door: '/desk' | '/partner' | '/progress',
  account: { readonly email: string; readonly password: string } | null,
): Promise<PersonAtDesk> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const main = page.locator('main')
  const person: PersonAtDesk = {
    page,
    open: async (path) => (await page.goto(`${publicUrl}${path}`))?.status() ?? 0,
    words: async () => (await main.textContent()) ?? '',
    follow: async (name) => main.getByRole('link', { name }).first().click(),
    async press(name) {
      await main.getByRole('button', { name }).first().click()
      expect(await main.locator('.nhsuk-error-summary').allTextContents()).toEqual([])
    },
    async fill(fields) {
      for (const [name, value] of Object.entries(fields)) await main.locator(`[name="${name}"]`).fill(value)
    },
    choose: async (name, value) => main.locator(`input[name="${name}"][value="${value}"]`).check(),
  }
  await person.open(door)
  if (account !== null) {
    await person.fill(account)
    await person.press('Sign in')
  }
  return person
}
