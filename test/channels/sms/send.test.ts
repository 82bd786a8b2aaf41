/** A text leaves through Twilio's API once, with the address for its receipts; refusals say whether to try again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { createSms } from '../../../channels/sms/sms.ts'
import { asId } from '../../../shared/ids.ts'
import { startFakeTwilio, type FakeTwilio } from './fake-twilio.ts'
import { notifySettings, publicUrl, twilioSettings } from './texts.ts'

let twilio: FakeTwilio
beforeAll(async () => {
  twilio = await startFakeTwilio()
})
afterAll(() => twilio.close())

const message: OutgoingMessage = {
  id: '0199a0c0-0000-7000-8000-000000000001',
  to: '07700 900123',
  organisation: asId<'organisation'>('example-trust'),
  organisationName: 'Example Trust',
  subject: 'FB-7K3M-9QX2-T',
  text: 'We have your message 😀',
  language: 'en',
  replyToken: 'token',
  inReplyTo: null,
  references: [],
  automatic: true,
}

function send(given: Partial<OutgoingMessage> = {}, address = publicUrl) {
  const settings = { ...twilioSettings, apiUrl: twilio.url }
  const sms = createSms({ publicUrl: address, twilio: settings, notify: null })
  return sms.send?.({ ...message, ...given })
}

test('it is sent with our number, its words and where to tell what became of it', async () => {
  const before = twilio.sent.length
  const result = await send()
  const [text] = twilio.sent.slice(before)
  expect(result).toEqual({ sent: true, providerId: text?.sid })
  expect(text?.fields).toEqual({
    To: '+447700900123',
    From: twilioSettings.number,
    Body: 'We have your message 😀',
    SmartEncoded: 'true',
    StatusCallback: `${publicUrl}/channels/sms/twilio/status?message=${message.id}`,
  })
  const basic = Buffer.from(`${twilioSettings.accountSid}:${twilioSettings.authToken}`).toString('base64')
  expect(text?.authorization).toBe(`Basic ${basic}`)
})

test('it continues from the number the person wrote to', async () => {
  await send({ from: '+441632960777' })
  expect(twilio.sent.at(-1)?.fields['From']).toBe('+441632960777')
})

test('where that number is not Twilio’s to send from, it goes from our usual one', async () => {
  twilio.refusals.push({ status: 400, code: 21606 })
  expect(await send({ from: '+447700900999' })).toMatchObject({ sent: true })
  expect(twilio.sent.at(-1)?.fields['From']).toBe(twilioSettings.number)
})

test('no address for receipts is named that Twilio could not reach', async () => {
  await send({}, 'http://127.0.0.1:3000')
  expect(twilio.sent.at(-1)?.fields).not.toHaveProperty('StatusCallback')
})

describe('What is refused', () => {
  test.each([
    [400, 21211, { retry: false, problem: { key: 'sms:send.refused', params: { code: 21211 } } }],
    [400, 21610, { retry: false, problem: { key: 'sms:stopped' } }],
    [401, 20003, { retry: true, problem: { key: 'sms:send.later', params: { code: 20003 } } }],
    [429, 20429, { retry: true, problem: { key: 'sms:send.later', params: { code: 20429 } } }],
    [503, 20503, { retry: true, problem: { key: 'sms:send.later', params: { code: 20503 } } }],
  ])('with %i and %i says so', async (status, code, expected) => {
    twilio.refusals.push({ status, code })
    expect(await send()).toEqual({ sent: false, ...expected })
  })

  test('for want of a number or for its length never leaves', async () => {
    const before = twilio.sent.length
    expect(await send({ to: 'ExampleCo' })).toMatchObject({ sent: false, retry: false })
    expect(await send({ text: 'a'.repeat(1_601) })).toMatchObject({ sent: false, retry: false })
    expect(twilio.sent).toHaveLength(before)
  })

  test('by silence is tried again', async () => {
    const settings = { ...twilioSettings, apiUrl: 'http://127.0.0.1:9' }
    const sms = createSms({ publicUrl, twilio: settings, notify: null })
    expect(await sms.send?.(message)).toMatchObject({ sent: false, retry: true })
  })
})

test('without Twilio there is no way to send, and the texts wait on the desk', () => {
  expect(createSms({ publicUrl, twilio: null, notify: notifySettings })).not.toHaveProperty('send')
})
