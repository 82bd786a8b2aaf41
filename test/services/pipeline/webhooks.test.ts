/** Partners are told by signed webhooks: until they take it, each by itself, and never of more than ids. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createCall } from '../../../services/outward/call.ts'
import { createStep } from '../../../services/pipeline/step.ts'
import { createLanes } from '../../../services/pipeline/lanes.ts'
import { createWebhookStep, webhookLane } from '../../../services/pipeline/webhook.ts'
import { theHub } from '../../../services/store/audit.ts'
import {
  addEndpoint,
  finishRotation,
  rotateEndpoint,
} from '../../../services/store/joint/webhook-endpoints.ts'
import { saveEvent } from '../../../services/store/joint/webhook-events.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, marshTriage } from '../../support/county.ts'
import { openDesk } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const by = { actor: theHub, now: clock.now }

const came: { readonly path: string; readonly body: string; readonly signature: string }[] = []
const answers = new Map<string, number>()
const server = createServer((request, response) => {
  void take(request).then(() => {
    const status = answers.get(request.url ?? '') ?? 204
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const at = server.address()
const base = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`

async function take(request: IncomingMessage): Promise<void> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  came.push({ path: request.url ?? '', body, signature: String(request.headers['hub-signature']) })
}

function handler(allowPrivate = true) {
  const parts = {
    db,
    now: () => clock.now,
    complain: () => undefined,
    envelope,
    call: createCall({ allowPrivate }),
    ring: () => undefined,
  }
  return createLanes(webhookLane, parts, createStep(parts, 'webhook', createWebhookStep(parts)))
}

let made: CaseMade
beforeEach(async () => {
  came.length = 0
  answers.clear()
  made = await addCase(db, envelope, knowledge)
})

const endpoint = (url: string) =>
  db
    .transaction()
    .execute((queries) => addEndpoint(queries, envelope, { organisation: dale, url, isHub: false }, by))

async function event(url: string): Promise<string> {
  const about = { case: made.id, event: 'part.asked', content: { reference: made.reference, part: null } }
  const id = await saveEvent(db, { organisation: dale, url }, about, clock.now)
  if (id === null) throw new Error('No endpoint')
  return id
}

const stored = (id: string) =>
  db
    .selectFrom('webhook_events')
    .select(['state', 'problem', 'attempts', 'due_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

describe('an event', () => {
  it('is signed with the secret that was shown once, and holds ids only', async () => {
    const url = `${base}/signed`
    const secret = await endpoint(url)
    const id = await event(url)
    await handler()(id)
    const [got] = came
    expect(JSON.parse(got?.body ?? '')).toEqual({
      id,
      event: 'part.asked',
      at: clock.now.toISOString(),
      reference: made.reference,
      part: null,
    })
    const t = Math.floor(clock.now.getTime() / 1_000)
    const mac = createHmac('sha256', secret)
      .update(`${t}.${got?.body ?? ''}`)
      .digest('hex')
    expect(got?.signature).toBe(`t=${t},v1=${mac}`)
    expect((await stored(id)).state).toBe('sent')
  })

  it('is signed twice while the secret is being replaced, then by the new one alone', async () => {
    const url = `${base}/rotated`
    await endpoint(url)
    const secret = await rotateEndpoint(db, envelope, { organisation: dale, url }, by)
    await handler()(await event(url))
    expect(came.at(-1)?.signature.match(/v1=/g)).toHaveLength(2)
    await finishRotation(db, { organisation: dale, url }, by)
    await handler()(await event(url))
    const { body = '', signature } = came.at(-1) ?? {}
    const t = Math.floor(clock.now.getTime() / 1_000)
    expect(signature).toBe(`t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`)
  })

  it.each([500, 404, 302])('that is answered %i is tried again until it is taken', async (status) => {
    const url = `${base}/answers-${status}`
    await endpoint(url)
    answers.set(`/answers-${status}`, status)
    const id = await event(url)
    await handler()(id)
    expect(await stored(id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      problem: { key: 'pipeline:webhook.status', params: { status } },
    })
    expect(came).toHaveLength(1)
    answers.clear()
    clock.now = (await stored(id)).due_at
    await handler()(id)
    expect((await stored(id)).state).toBe('sent')
  })

  it('never goes to a private address unless that is allowed, and says so', async () => {
    const url = `${base}/private`
    await endpoint(url)
    const id = await event(url)
    await handler(false)(id)
    expect(await stored(id)).toMatchObject({
      state: 'failed',
      problem: { key: 'pipeline:webhook.not-public' },
    })
    expect(came).toEqual([])
  })
})

describe('an endpoint', () => {
  it('that answers 410 is stopped with all that waited, shown on the desk, and not tried again', async () => {
    const url = `${base}/gone`
    await endpoint(url)
    answers.set('/gone', 410)
    const [first, second] = [await event(url), await event(url)]
    await handler()(first)
    expect(came).toHaveLength(1)
    for (const id of [first, second]) {
      expect(await stored(id)).toMatchObject({
        state: 'failed',
        problem: { key: 'pipeline:webhook.stopped' },
      })
    }
    await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
    const ann = await desk.signedIn('ann@marsh.example')
    const page = (await ann.get('/desk/quarantine')).text
    expect(page).toContain('nothing is taken at its address any more')
    expect(page).not.toContain(`/desk/quarantine/webhook/${first}/again`)
  })

  it('that does not answer rests with all that waits for it, and the others are told meanwhile', async () => {
    const dead = 'http://127.0.0.1:1/dead'
    await endpoint(dead)
    await endpoint(`${base}/alive`)
    const [first, second, third] = [await event(dead), await event(dead), await event(`${base}/alive`)]
    const handle = handler()
    await Promise.all([handle(first), handle(second), handle(third)])
    expect(await stored(first)).toMatchObject({ state: 'waiting', attempts: 1 })
    const rests = await stored(second)
    expect(rests).toMatchObject({ state: 'waiting', attempts: 1, due_at: (await stored(first)).due_at })
    expect((await stored(third)).state).toBe('sent')
  })

  it('that never answers for days is given up with all that waits, and staff can tell it again', async () => {
    const dead = 'http://127.0.0.1:1/days'
    await endpoint(dead)
    const [first, second] = [await event(dead), await event(dead)]
    const begun = clock.now.getTime()
    const handle = handler()
    while ((await stored(first)).state === 'waiting') {
      await handle(first)
      clock.now = new Date(Math.max(clock.now.getTime(), (await stored(first)).due_at.getTime()))
    }
    expect(clock.now.getTime() - begun).toBeGreaterThan(4 * 24 * 3_600_000)
    expect((await stored(second)).state).toBe('failed')
    const ann = await desk.signedIn('ann@marsh.example')
    const again = await ann.post(`/desk/quarantine/webhook/${second}/again`, {}, '/desk/quarantine')
    expect(again.status).toBe(303)
    expect(await stored(second)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(desk.rung.at(-1)).toEqual({ queue: 'webhook', ids: [second] })
  })

  it('keeps one worker at most, so that one that hangs leaves the others to the rest', async () => {
    const hangs = `${base}/hangs`
    await endpoint(hangs)
    await endpoint(`${base}/next`)
    const sent: string[] = []
    const hung = [await event(hangs), await event(hangs)]
    const other = await event(`${base}/next`)
    const parts = { db, now: () => clock.now, ring: () => undefined }
    const drive = createLanes(webhookLane, parts, async (id) => {
      sent.push(id)
      if (hung.includes(id)) await new Promise(() => undefined)
      await db.updateTable('webhook_events').set({ state: 'sent' }).where('id', '=', id).execute()
    })
    const [first = ''] = hung
    void drive(first)
    while (!sent.includes(first)) await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all([...hung, other].map((id) => drive(id)))
    expect(sent).toEqual([first, other])
  })
})
