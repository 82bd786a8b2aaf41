/** The doors over real HTTP: what is forged, malformed or too large is refused before anything is stored. */
import { once } from 'node:events'
import express from 'express'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Arrival } from '../../../channels/channel.ts'
import { mountHttpDoors } from '../../../services/intake/http-doors.ts'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { notifySettings, signatureOf, sms, textFields, type Fields } from './texts.ts'

const stored: Arrival[] = []
const app = express().use(
  mountHttpDoors([sms], {
    accept: (_, arrival) => {
      stored.push(arrival)
      return Promise.resolve({ reference: 'FB-7K3M-9QX2-T', again: stored.length > 1 })
    },
    words: loadWords(),
    directory: { current: () => exampleDirectory },
    now: () => new Date('2026-11-16T09:30:00Z'),
    visitors: { exceededBy: () => Promise.resolve(null) },
    findCaller: () => Promise.resolve(null),
    publicUrl: 'https://hub.example',
    findKiosk: () => Promise.resolve(null),
    show: () => undefined,
    complain: () => undefined,
  }),
)
const server = app.listen(0, '127.0.0.1')
let address = ''
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  const opened = server.address()
  if (opened === null || typeof opened === 'string') throw new TypeError('A TCP server has no port')
  address = `http://127.0.0.1:${opened.port}`
})
beforeEach(() => {
  stored.length = 0
})
afterAll(() => server.close())

function post(path: string, body: string, headers: Fields): Promise<Response> {
  return fetch(address + path, { method: 'POST', body, headers })
}

function postForm(fields: Fields, given: { path?: string; signature?: string } = {}): Promise<Response> {
  const { path = '/channels/sms/twilio', signature = signatureOf(fields, path) } = given
  return post(path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature,
  })
}

test('a signed text is stored, and answered with TwiML that says nothing', async () => {
  const response = await postForm(textFields())
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
  expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>')
  expect(stored).toMatchObject([{ door: 'sms-twilio' }])
})

test('the same text again has the same answer and the same key', async () => {
  const first = await postForm(textFields({ Body: 'HELP' }))
  const second = await postForm(textFields({ Body: 'HELP' }))
  expect(await second.text()).toBe(await first.text())
  expect(new Set(stored.map((arrival) => sms.keyOf(arrival))).size).toBe(1)
})

test.each([
  ['HELP', '999'],
  ['CYMORTH', 'Mewn argyfwng ffoniwch 999'],
])('%s is answered at once, in its language', async (Body, words) => {
  expect(await (await postForm(textFields({ Body }))).text()).toContain(words)
})

test('HELP that Twilio answered itself is not answered twice', async () => {
  const response = await postForm(textFields({ Body: 'HELP', OptOutType: 'HELP' }))
  expect(await response.text()).not.toContain('<Message>')
})

test.each(['', 'forged', signatureOf(textFields({ Body: 'Another text' }), '/channels/sms/twilio')])(
  'a text with the signature %j is refused and not stored',
  async (signature) => {
    expect((await postForm(textFields(), { signature })).status).toBe(403)
    expect(stored).toEqual([])
  },
)

test('the address is ours as set, whatever the request says', async () => {
  const response = await post('/channels/sms/twilio', new URLSearchParams(textFields()).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signatureOf(textFields(), '/channels/sms/twilio'),
    'x-forwarded-host': 'elsewhere.example',
    'x-forwarded-proto': 'http',
  })
  expect(response.status).toBe(200)
})

test('a state of a message of ours is stored with the address it was told at', async () => {
  const path = '/channels/sms/twilio/status?message=ours'
  const response = await postForm({ MessageSid: 'SMours', MessageStatus: 'delivered' }, { path })
  expect(response.status).toBe(204)
  expect(stored).toMatchObject([{ door: 'sms-twilio-status', envelope: { 'request-target': path } }])
})

test('another media type and a body beyond measure are refused', async () => {
  expect((await post('/channels/sms/twilio', '{}', { 'content-type': 'application/json' })).status).toBe(415)
  expect((await postForm(textFields({ Body: 'a'.repeat(70_000) }))).status).toBe(413)
  expect(stored).toEqual([])
})

const bearer = { 'content-type': 'application/json', authorization: `Bearer ${notifySettings.callbackToken}` }

test.each(['/channels/sms/notify', '/channels/sms/notify/status'])(
  'Notify comes in at %s with its token, which is not kept',
  async (path) => {
    expect((await post(path, '{}', bearer)).status).toBe(204)
    expect(JSON.stringify(stored)).not.toContain(notifySettings.callbackToken)
    expect(stored).toHaveLength(1)
  },
)

test.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'Bearer' }])(
  'without the token, with %o, it stays out',
  async (headers) => {
    const response = await post('/channels/sms/notify', '{}', {
      'content-type': 'application/json',
      ...headers,
    })
    expect(response.status).toBe(401)
    expect(stored).toEqual([])
  },
)
