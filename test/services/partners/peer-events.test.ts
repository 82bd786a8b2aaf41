/** Another hub's events: taken once, only with its signature of the last minutes, and nothing kept but a reference. */
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sign } from '../../../services/outward/signature.ts'
import { createApp } from '../../../services/pages/app.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { peerEvents } from '../../../services/partners/peer-events.ts'
import { theHub } from '../../../services/store/audit.ts'
import { addPeer, removePeer } from '../../../services/store/joint/peer-hubs.ts'
import { dale, marsh } from '../../support/county.ts'
import { serve } from '../../support/serve.ts'
import { openDesk } from '../desk/open-desk.ts'

const { db, envelope, clock, rung, faults } = await openDesk()
const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
const room = peerEvents({
  db,
  envelope,
  words: pages,
  now: () => clock.now,
  ring: (queue, ...ids) => void rung.push({ queue, ids }),
})
const log = { error: (details: unknown) => void faults.push(details) }
const address = await serve(
  createApp({ pages, publicUrl: 'http://127.0.0.1', trustedProxies: 0, rooms: [room], log }),
)

const secret = 'whsec_of_dale'
const by = { actor: theHub, now: clock.now }
const given = { organisation: dale, ours: marsh, url: 'https://dale.example', key: 'hub_key', secret }
beforeEach(async () => {
  rung.length = 0
  await db.deleteFrom('peer_errands').execute()
  await db.transaction().execute((queries) => addPeer(queries, envelope, given, by))
})

const event = (more: object = {}) =>
  JSON.stringify({ id: randomUUID(), event: 'part.asked', reference: 'FB-0000-0000-0', ...more })

async function tell(body: string, signature: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'hub-signature': signature }
  const response = await fetch(`${address}/api/v1/partner/events`, { method: 'POST', headers, body })
  return response.status
}

const told = (body: string, at = clock.now, with_ = secret) => tell(body, sign(body, [with_], at))
const owed = () => db.selectFrom('peer_errands').selectAll().execute()
const minutes = (count: number) => new Date(clock.now.getTime() + count * 60_000)

test('a signed event is durable before it is answered, and rung for', async () => {
  expect(await told(event({ name: 'Ada Quillfeather', text: 'her own words' }))).toBe(204)
  const rows = await owed()
  expect(rows).toMatchObject([{ act: 'look', state: 'waiting', their_reference: 'FB-0000-0000-0' }])
  expect(rung).toEqual([{ queue: 'errand', ids: [rows[0]?.id] }])
  expect(JSON.stringify(rows)).not.toMatch(/Quillfeather|own words/)
})

test('the same event twice, and five times at once, is one', async () => {
  const body = event()
  expect(await told(body)).toBe(204)
  const again = await Promise.all(Array.from({ length: 5 }, () => told(body)))
  expect([again, (await owed()).length, rung.length]).toEqual([Array(5).fill(204), 1, 1])
})

test.each([
  ['signed with another secret', () => told(event(), clock.now, 'whsec_of_somebody')],
  ['signed six minutes ago', () => told(event(), minutes(-6))],
  ['signed for a day to come', () => told(event(), minutes(24 * 60))],
  ['not signed', () => tell(event(), '')],
  ['signed for other words', () => tell(event(), sign(event(), [secret], clock.now))],
  ['signed with rubbish', () => tell(event(), 't=,v1=')],
])('one that is %s is refused, and nothing is stored', async (_, telling) => {
  expect(await telling()).toBe(401)
  expect([await owed(), rung]).toEqual([[], []])
})

test('one of a hub that was removed is refused', async () => {
  await db.transaction().execute((queries) => removePeer(queries, dale, marsh, by))
  expect(await told(event())).toBe(401)
  expect(await owed()).toEqual([])
})

test.each([
  ['no id', event({ id: 'one' })],
  ['no reference', event({ reference: 'FB-0000-0000-1' })],
  ['nothing in it', ''],
  ['no JSON', '{'],
])('a signed one with %s is not taken', async (_, body) => {
  expect(await told(body)).toBe(422)
  expect(await owed()).toEqual([])
})

test('one that is too large is refused before it is read', async () => {
  expect(await told(event({ text: 'x'.repeat(20_000) }))).toBe(413)
  expect(await owed()).toEqual([])
})
