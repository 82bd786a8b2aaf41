/** A real headless Chromium for journeys, quiet on the network. */
import { chromium, type Browser } from 'playwright-core'

/** `path` is what describeWith('chromium', …) hands to the suite; `more` are switches of Chromium that it needs. */
export async function launchBrowser(path: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      // Root has no sandbox of its own in a container.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...more,
    ],
  })
}
