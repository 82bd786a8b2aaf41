/** A complaint about a ward of the example hospital, made on the web form without scripts. */
import type { Browser } from 'playwright-core'

/** Gives back the reference that the form ends with. */
export async function complainOnForm(
  browser: Browser,
  publicUrl: string,
  { text, email }: { readonly text: string; readonly email: string },
): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const next = () => page.locator('main button[type=submit]').last().click()
  await page.goto(`${publicUrl}/feedback`)
  await page.locator('main a.nhsuk-button, main button').first().click()
  await page.check('input[name=kind][value=complaint]')
  await next()
  await page.check('input[name=organisation][value=aldermouth-hospitals]')
  await next()
  await page.check('input[name=careService][value=agh-medical-wards]')
  await next()
  await page.fill('textarea[name=text]', text)
  await next()
  while (!/check/.test(page.url())) {
    if (page.url().includes('who')) await page.check('input[name=who][value=self]')
    if (page.url().includes('reply')) await page.check('input[name=contactBy][value=email]')
    if (page.url().includes('details')) await page.fill('input[name=email]', email)
    await next()
  }
  await next()
  await page.waitForURL(/sent/)
  const words = (await page.textContent('main')) ?? ''
  await context.close()
  return /FB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(words)?.[0] ?? 'none shown'
}
