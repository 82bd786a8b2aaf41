/** Made-up calls as Twilio posts them, signed with the secret of a made-up account. */
import { createHmac } from 'node:crypto'
import { createPhone } from '../../../channels/phone/phone.ts'
import type { Arrival, Delivery } from '../../../channels/channel.ts'

export type Fields = Readonly<Record<string, string>>

export const account = {
  accountSid: 'ACexample',
  authToken: 'a secret that only this test has',
  number: '+441632960001',
  apiUrl: null,
}
export const publicUrl = 'https://hub.example'
export const phone = createPhone({ publicUrl, twilio: account })

export const callId = 'CA0123456789abcdef'
export const callFields: Fields = {
  CallSid: callId,
  AccountSid: account.accountSid,
  From: '+447700900123',
  To: account.number,
  CallStatus: 'in-progress',
}
export const recordingFields: Fields = {
  CallSid: callId,
  RecordingSid: 'RE0001',
  RecordingUrl: 'https://api.twilio.com/2010-04-01/Accounts/ACexample/Recordings/RE0001',
  RecordingDuration: '42',
  RecordingStatus: 'completed',
}
export const transcriptionFields: Fields = {
  ...callFields,
  RecordingSid: 'RE0001',
  TranscriptionSid: 'TR0001',
  TranscriptionStatus: 'completed',
  TranscriptionText: 'The ward was cold and nobody came.',
}

export const voicePath = '/channels/phone/twilio/voice'
export const recordedPath = `${voicePath}?step=recorded&language=en&to=%2B441632960001`
export const recordingPath = '/channels/phone/twilio/recording?step=recorded&language=en&to=%2B441632960001'
export const transcriptionPath = '/channels/phone/twilio/transcription?step=recorded&language=en'

/** Base64 of HMAC-SHA1 over the address and the sorted fields, as Twilio documents it. */
export function signatureOf(fields: Fields, path: string, url = publicUrl): string {
  const names = Object.keys(fields).toSorted()
  const signed = url + path + names.map((name) => name + (fields[name] ?? '')).join('')
  return createHmac('sha1', account.authToken).update(signed).digest('base64')
}

export function arrivalOf(fields: Fields, path: string): Arrival {
  const kind = new URL(path, publicUrl).pathname.split('/').at(-1) ?? ''
  return {
    door: `phone-${kind}`,
    raw: Buffer.from(new URLSearchParams(fields).toString()),
    contentType: 'application/x-www-form-urlencoded',
    envelope: { 'request-target': path, 'x-twilio-signature': signatureOf(fields, path) },
    peer: null,
    receivedAt: '2026-11-16T02:30:00.000Z',
  }
}

export function deliveryOf(fields: Fields, path: string): Delivery {
  const arrival = arrivalOf(fields, path)
  return { ...arrival, channel: 'phone', key: phone.keyOf(arrival), reference: 'FB-7K3M-9QX2-T' }
}

/** What was fetched, as it is stored. */
export function evidenceOf(
  given: Readonly<Record<string, Uint8Array | string>>,
): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(given).map(([key, content]) => [
      key,
      { content: Buffer.from(content).toString('base64') },
    ]),
  )
}
