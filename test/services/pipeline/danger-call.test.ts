/** Who may be in danger and cannot be told by a message what to do is rung by a person: an urgent task, at once. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { startMailCatcher, type MailCatcher } from '../../support/mail-catcher.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'

let hub: TestHub
let mail: MailCatcher
beforeAll(async () => {
  mail = await startMailCatcher()
  hub = await startTestHub((await testDatabase()).connectionString, { environment: { SMTP_URL: mail.url } })
})
afterAll(async () => {
  await hub.close()
  await mail.close()
})

/** What the form's API was told, once it is routed. */
async function routed(text: string, given: object) {
  await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, kind: 'complaint', ...given }),
  })
  return vi.waitFor(
    async () => {
      const rows = await hub.base.connection.db
        .selectFrom('submissions')
        .select(['content', 'state', 'call_back_asked', 'call_back_urgent'])
        .where('state', '=', 'routed')
        .execute()
      const found = rows.find(({ content }) => content.text === text)
      if (found === undefined) throw new Error('Not routed yet')
      return found
    },
    { timeout: 20_000, interval: 100 },
  )
}

const danger = (when: string) => `I am going to kill myself ${when}.`
const ada = { name: 'Ada Example', phone: '07700 900123', email: 'ada@people.example' }

test.each<[string, string, object, boolean]>([
  ['wants to be rung', 'tonight', { person: ada, preferences: { contactBy: 'phone' } }, true],
  ['wants letters', 'this evening', { person: ada, preferences: { contactBy: 'post' } }, true],
  ['left no way', 'today', {}, true],
  ['can be told by mail', 'this morning', { person: ada, preferences: { contactBy: 'email' } }, false],
])('somebody in danger who %s', async (_, when, given, urgent) => {
  const row = await routed(danger(when), given)
  expect([row.call_back_asked, row.call_back_urgent]).toEqual([urgent, urgent])
})

test('nobody else is rung for it', async () => {
  const preferences = { contactBy: 'phone' }
  const row = await routed('The soup on the ward was cold again.', { person: ada, preferences })
  expect([row.call_back_asked, row.call_back_urgent]).toEqual([false, false])
})
