/** Only what Twilio signed for our own public address is let in. */
import { createHash } from 'node:crypto'
import twilio from 'twilio'
import { expect, test } from 'vitest'
import { isSignedByTwilio } from '../../../channels/sms/twilio/signature.ts'
import { publicUrl, signatureOf, sms, textFields, twilioDelivery, twilioSettings } from './texts.ts'

const fields = textFields({ Body: 'Diolch – 😀 & more=less + 100%' })

test('a text with its signature is genuine', () => {
  expect(sms.isGenuine(twilioDelivery(fields))).toBe(true)
})

test('so is one to an address with a query, which is signed too', () => {
  const target = '/channels/sms/twilio/status?message=example'
  expect(sms.isGenuine({ ...twilioDelivery(fields, target), door: 'sms-twilio-status' })).toBe(true)
})

const genuine = twilioDelivery(fields)
test.each([
  ['has no signature', { ...genuine, envelope: { 'request-target': '/channels/sms/twilio' } }],
  ['has another body', { ...genuine, raw: Buffer.concat([genuine.raw, Buffer.from('&Extra=1')]) }],
  [
    'was made for another path',
    { ...genuine, envelope: { ...genuine.envelope, 'request-target': '/other' } },
  ],
  ['has a cut signature', { ...genuine, envelope: { ...genuine.envelope, 'x-twilio-signature': 'abc=' } }],
  ['came through a door that is not there', { ...genuine, door: 'sms-elsewhere' }],
])('one that %s is not', (_, arrival) => {
  expect(sms.isGenuine(arrival)).toBe(false)
})

test('a signature by another account is not ours', () => {
  const signature = twilio.getExpectedTwilioSignature(
    'another token',
    `${publicUrl}/channels/sms/twilio`,
    fields,
  )
  const envelope = { ...genuine.envelope, 'x-twilio-signature': signature }
  expect(sms.isGenuine({ ...genuine, envelope })).toBe(false)
})

test('a field that comes twice is covered by the signature', () => {
  const target = '/channels/sms/twilio'
  const raw = 'MessageSid=SM1&From=%2B447700900123&Tag=b&Tag=a'
  const signature = twilio.getExpectedTwilioSignature(twilioSettings.authToken, publicUrl + target, {
    MessageSid: 'SM1',
    From: '+447700900123',
    Tag: ['b', 'a'],
  })
  const given = { url: publicUrl + target, signature, contentType: null }
  expect(isSignedByTwilio(twilioSettings.authToken, { ...given, raw: Buffer.from(raw) })).toBe(true)
  expect(isSignedByTwilio(twilioSettings.authToken, { ...given, raw: Buffer.from(`${raw}c`) })).toBe(false)
})

test('a body that is no form is covered by its hash in the address', () => {
  const raw = Buffer.from('{"example":1}')
  const url = `${publicUrl}/hook?bodySHA256=${createHash('sha256').update(raw).digest('hex')}`
  const signature = twilio.getExpectedTwilioSignature(twilioSettings.authToken, url, {})
  const given = { url, signature, contentType: 'application/json' }
  expect(isSignedByTwilio(twilioSettings.authToken, { ...given, raw })).toBe(true)
  expect(isSignedByTwilio(twilioSettings.authToken, { ...given, raw: Buffer.from('{"example":2}') })).toBe(
    false,
  )
})

test('an address that is none is refused, not thrown over', () => {
  const signature = signatureOf(fields, '')
  const given = { url: 'no address', signature, contentType: null, raw: genuine.raw }
  expect(isSignedByTwilio(twilioSettings.authToken, given)).toBe(false)
})
