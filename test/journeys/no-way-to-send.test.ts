/** Messages that wait for a way to send: the channels page says so, and a start with one sends them, once, and no stale receipt. */
import { afterAll, expect, test, vi } from 'vitest'
import { errorsByChannel } from '../../services/store/channel-counts.ts'
import { asId } from '../../shared/ids.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'
import { startMailCatcher } from '../support/mail-catcher.ts'

const patience = { timeout: 20_000, interval: 50 }
const host = asId<'organisation'>('aldermouth-hospitals')

const { connectionString } = await testDatabase()
const catcher = await startMailCatcher()
const secret = { SESSION_SECRET: 'a secret that outlives a start of this test' }
let hub: TestHub | null = null
afterAll(async () => {
  await hub?.close()
  await catcher.close()
})

async function tell({ web }: TestHub, email: string): Promise<void> {
  const response = await fetch(`${web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `The lift is broken again, says ${email}.`, person: { email } }),
  })
  expect(response.status).toBe(202)
}

const messages = ({ base }: TestHub) =>
  base.connection.db.selectFrom('messages').selectAll().where('purpose', '=', 'receipt').execute()

const emailOf = async ({ base }: TestHub) =>
  (await errorsByChannel(base.connection.db, host, new Date())).find(({ channel }) => channel === 'email')

test('a start with a mail server sends what waited once, but no receipt that is older than a week', async () => {
  hub = await startTestHub(connectionString, { environment: secret })
  const without = hub
  await tell(without, 'ann@people.example')
  await tell(without, 'old@people.example')
  await vi.waitFor(async () => {
    expect((await messages(without)).map(({ state }) => state)).toEqual(['held', 'held'])
  }, patience)
  expect(await emailOf(without)).toMatchObject({ held: 0 })
  await without.base.connection.db
    .updateTable('messages')
    .set({ created_at: new Date(Date.now() - 8 * 24 * 3_600_000) })
    .where('recipient', '=', 'old@people.example')
    .execute()
  // Before any start says so: what will not go is not said to go by itself.
  expect(await emailOf(without)).toMatchObject({ held: 1 })
  await without.close()

  for (let start = 1; start <= 2; start++) {
    const next = await startTestHub(connectionString, { environment: { ...secret, SMTP_URL: catcher.url } })
    hub = next
    await vi.waitFor(async () => {
      const states = (await messages(next)).map(({ recipient, state, held_because }) => [
        recipient,
        state,
        held_because?.key ?? null,
      ])
      expect(states.toSorted()).toEqual([
        ['ann@people.example', 'sent', null],
        ['old@people.example', 'held', 'message:held.waited'],
      ])
    }, patience)
    expect(await emailOf(next)).toMatchObject({ held: 1 })
    await next.close()
  }
  hub = null
  // Beside what teams are told.
  const toPeople = catcher.caught
    .flatMap(({ to }) => to)
    .filter((address) => /@people\.example$/.test(address))
  expect(toPeople).toEqual(['ann@people.example'])
})
