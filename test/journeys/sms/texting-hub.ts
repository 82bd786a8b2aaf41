/** A whole hub with a Twilio account at the stand-in's address, and what people of a test do and see of it. */
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { freePort } from '../../../services/embedded-postgres/free-port.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { startFakeTwilio, type FakeTwilio } from '../../channels/sms/fake-twilio.ts'
import { startFakeNotify, type FakeNotify } from '../../channels/sms/fake-notify.ts'
import {
  notifyEnvironment,
  notifySending,
  notifySettings,
  publicUrl,
  signatureOf,
  textFields,
  twilioSettings,
  type Fields,
} from '../../channels/sms/texts.ts'

export const patience = { timeout: 25_000, interval: 50 }

/** Started before the file's first test, stopped after its last. */
export function textingHub(connectionString: string) {
  let started: {
    readonly hub: TestHub
    readonly twilio: FakeTwilio
    readonly notify: FakeNotify
    readonly address: string
  } | null = null
  beforeAll(async () => {
    started = await start(connectionString)
  })
  afterAll(async () => {
    await started?.hub.close()
    await started?.twilio.close()
    await started?.notify.close()
  })
  const all = () => {
    if (started === null) throw new Error('The hub is not started yet')
    return started
  }
  return {
    hub: () => all().hub,
    db: () => all().hub.base.connection.db,
    twilio: () => all().twilio,
    notify: () => all().notify,
    address: () => all().address,
    text: (from: string, body: string, more: Fields = {}) => postText(all().address, from, body, more),
    postNotify: (path: string, document: object, token = notifySettings.callbackToken) =>
      postNotify(all().address, path, document, token),
    postForm: (path: string, fields: Fields) => postForm(all().address, path, fields),
    casesOf: (phone: string, routed: number) => casesOf(all().hub, phone, routed),
    textsTo: (phone: string, count: number) => textsTo(all().twilio, phone, count),
    message: (sid: string) => messageSent(all().hub, sid),
    delivery: (key: string) => deliveryRead(all().hub, key),
  }
}

async function start(connectionString: string) {
  const twilio = await startFakeTwilio()
  const notify = await startFakeNotify(notifySending)
  const port = await freePort()
  const hub = await startTestHub(connectionString, {
    environment: {
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: twilioSettings.accountSid,
      TWILIO_AUTH_TOKEN: twilioSettings.authToken,
      TWILIO_NUMBER: twilioSettings.number,
      TWILIO_API_URL: twilio.url,
      ...notifyEnvironment,
      NOTIFY_API_URL: notify.url,
    },
  })
  return { hub, twilio, notify, address: `http://127.0.0.1:${port}` }
}

let texts = 0

/** A text with an id of its own, which is returned once the hub has taken it. */
async function postText(address: string, from: string, body: string, more: Fields): Promise<string> {
  const id = `SMwalk${++texts}`
  const fields = textFields({ From: from, Body: body, MessageSid: id, ...more })
  expect((await postForm(address, '/channels/sms/twilio', fields)).status).toBe(200)
  return id
}

function postForm(address: string, path: string, fields: Fields): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signatureOf(fields, path),
    },
    body: new URLSearchParams(fields).toString(),
  })
}

function postNotify(address: string, path: string, document: object, token: string): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(document),
  })
}

/** Cases of this person, the oldest first, once that many of their texts are routed. */
async function casesOf(hub: TestHub, phone: string, routed: number): Promise<readonly [CaseId, ...CaseId[]]> {
  return vi.waitFor(async () => {
    const messages = await hub.base.connection.db
      .selectFrom('messages')
      .select('case')
      .where('sender', '=', phone)
      .orderBy('created_at')
      .execute()
    expect(messages).toHaveLength(routed)
    const [first, ...others] = new Set(messages.map((message) => message.case))
    if (first === undefined) throw new Error(`No case of ${phone}`)
    return [first, ...others]
  }, patience)
}

function textsTo(twilio: FakeTwilio, phone: string, count: number) {
  return vi.waitFor(() => {
    const found = twilio.sent.filter((each) => each.fields['To'] === phone)
    expect(found).toHaveLength(count)
    return found
  }, patience)
}

function messageSent(hub: TestHub, sid: string) {
  const { db } = hub.base.connection
  return vi.waitFor(
    () => db.selectFrom('messages').selectAll().where('provider_id', '=', sid).executeTakeFirstOrThrow(),
    patience,
  )
}

/** What became of a delivery, once it is read. */
function deliveryRead(hub: TestHub, key: string) {
  return vi.waitFor(async () => {
    const found = await hub.base.connection.db
      .selectFrom('deliveries')
      .select(['state', 'why'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    expect(found.state).not.toBe('waiting')
    return found
  }, patience)
}
