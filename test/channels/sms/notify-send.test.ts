/** A text leaves through Notify's API, signed with the service's key; refusals say whether to try again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { tokenFor } from '../../../channels/sms/notify/api-key.ts'
import { createSms } from '../../../channels/sms/sms.ts'
import type { NotifySending } from '../../../channels/settings.ts'
import { asId } from '../../../shared/ids.ts'
import { startFakeNotify, type FakeNotify } from './fake-notify.ts'
import { startFakeTwilio, type FakeTwilio } from './fake-twilio.ts'
import { notifySending, notifySettings, publicUrl, twilioSettings } from './texts.ts'

let notify: FakeNotify
let twilio: FakeTwilio
beforeAll(async () => {
  notify = await startFakeNotify(notifySending)
  twilio = await startFakeTwilio()
})
afterAll(() => Promise.all([notify.close(), twilio.close()]))

const message: OutgoingMessage = {
  id: '0199a0c0-0000-7000-8000-000000000001',
  to: '07700 900123',
  organisation: asId<'organisation'>('example-trust'),
  organisationName: 'Example Trust',
  subject: 'FB-7K3M-9QX2-T',
  text: 'Mae eich neges gyda ni, ŵyr',
  language: 'cy',
  replyToken: 'token',
  inReplyTo: null,
  references: [],
  automatic: true,
}

function send(given: Partial<OutgoingMessage> = {}, sending: Partial<NotifySending> = {}) {
  const settings = { ...notifySettings, sending: { ...notifySending, apiUrl: notify.url, ...sending } }
  return createSms({ publicUrl, twilio: null, notify: settings }).send?.({ ...message, ...given })
}

test('it is sent in the template, under our own id, with a token that Notify lets in', async () => {
  const before = notify.sent.length
  const result = await send()
  const [text] = notify.sent.slice(before)
  expect(result).toEqual({ sent: true, providerId: text?.id })
  expect(text).toMatchObject({
    phone: '+447700900123',
    words: message.text,
    template: notifySending.templateId,
    reference: message.id,
  })
})

test('the token is a JSON Web Token as any other library makes it', () => {
  // jsonwebtoken 9 made this one.
  expect(tokenFor(notifySending, new Date('2026-11-16T09:30:00.999Z'))).toBe(
    [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy0wMDAwMDAwMDAwMDEiLCJpYXQiOjE3OTQ4MjE0MDB9',
      'UXKf0J8mzpofhuWazC66TsS60MxCQ5CwrgQ8m977FSY',
    ].join('.'),
  )
})

test('another service’s secret, or a clock that is wrong, is refused and tried again once it is mended', async () => {
  const later = {
    sent: false,
    retry: true,
    problem: { key: 'sms:send.later', params: { code: '403 AuthError' } },
  }
  expect(await send({}, { secret: notifySending.serviceId })).toEqual(later)
  const settings = { ...notifySettings, sending: { ...notifySending, apiUrl: notify.url } }
  const hourAgo = () => new Date(Date.now() - 3_600_000)
  expect(await createSms({ publicUrl, twilio: null, notify: settings }, hourAgo).send?.(message)).toEqual(
    later,
  )
})

test.each([
  [400, 'BadRequestError', { retry: false, key: 'sms:send.refused' }],
  [429, 'RateLimitError', { retry: true, key: 'sms:send.later' }],
  [500, 'Exception', { retry: true, key: 'sms:send.later' }],
])('a refusal with %i says whether trying again can help', async (status, error, { retry, key }) => {
  notify.refusals.push({ status, error })
  const problem = { key, params: { code: `${status} ${error}` } }
  expect(await send()).toEqual({ sent: false, retry, problem })
})

test('what Notify would not take for its length or its number never leaves, and silence is tried again', async () => {
  const before = notify.sent.length
  expect(await send({ to: 'ExampleCo' })).toMatchObject({ sent: false, retry: false })
  expect(await send({ text: 'a'.repeat(919) })).toMatchObject({ sent: false, retry: false })
  expect(notify.sent).toHaveLength(before)
  expect(await send({}, { apiUrl: 'http://127.0.0.1:9' })).toMatchObject({ sent: false, retry: true })
})

test('of two providers the one that was texted answers, and Twilio begins', async () => {
  const settings = { ...notifySettings, sending: { ...notifySending, apiUrl: notify.url } }
  const both = createSms({ publicUrl, twilio: { ...twilioSettings, apiUrl: twilio.url }, notify: settings })
  const sentBy = async (given: Partial<OutgoingMessage>) => {
    const before = [twilio.sent.length, notify.sent.length]
    await both.send?.({ ...message, ...given })
    return [twilio.sent.length, notify.sent.length].map((count, at) => count - (before[at] ?? 0))
  }
  expect(await sentBy({ from: notifySending.number })).toEqual([0, 1])
  expect(await sentBy({ from: twilioSettings.number })).toEqual([1, 0])
  expect(await sentBy({ from: '+441632960777' })).toEqual([1, 0])
  expect(await sentBy({})).toEqual([1, 0])
})
