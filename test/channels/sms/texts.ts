/** Builds fictional texts as Twilio and Notify would post them; the numbers are kept for drama and nobody has them. */
import twilio from 'twilio'
import type { Arrival, Delivery } from '../../../channels/channel.ts'
import { createSms } from '../../../channels/sms/sms.ts'

export const publicUrl = 'https://hub.example'
export const twilioSettings = {
  accountSid: 'ACexample',
  authToken: 'an example of a token',
  number: '+441632960000',
  apiUrl: null,
}
/** Takes texts in and sends none. */
export const notifySettings = { callbackToken: 'an-example-of-a-callback-token', sending: null }
export const notifySending = {
  serviceId: '26785a09-ab16-4eb0-8407-000000000001',
  secret: '3d844edf-8d35-48ac-975b-000000000002',
  templateId: 'f33517ff-2a88-4f6e-b855-000000000003',
  number: '+447700900999',
  apiUrl: null,
}
/** The settings of a hub that sends by Notify too. */
export const notifyEnvironment = {
  NOTIFY_CALLBACK_TOKEN: notifySettings.callbackToken,
  NOTIFY_API_KEY: `an-example-${notifySending.serviceId}-${notifySending.secret}`,
  NOTIFY_TEMPLATE_ID: notifySending.templateId,
  NOTIFY_NUMBER: '07700 900999',
} as const
export const sms = createSms({ publicUrl, twilio: twilioSettings, notify: notifySettings })

export type Fields = Readonly<Record<string, string>>

/** What Twilio posts for a text. */
export function textFields(fields: Fields = {}): Fields {
  return {
    MessageSid: 'SMexample1',
    AccountSid: twilioSettings.accountSid,
    From: '+447700900123',
    To: twilioSettings.number,
    Body: 'The nurse on ward 4 was kind.',
    NumMedia: '0',
    ...fields,
  }
}

/** As `X-Twilio-Signature` would be. */
export function signatureOf(fields: Fields, target: string): string {
  return twilio.getExpectedTwilioSignature(twilioSettings.authToken, publicUrl + target, { ...fields })
}

export function twilioDelivery(fields: Fields, target = '/channels/sms/twilio'): Delivery {
  return delivered('sms-twilio', new URLSearchParams(fields).toString(), {
    'request-target': target,
    'x-twilio-signature': signatureOf(fields, target),
  })
}

export function notifyDelivery(document: unknown): Delivery {
  return delivered('sms-notify', JSON.stringify(document), {})
}

export function delivered(door: string, raw: string | Uint8Array, envelope: Arrival['envelope']): Delivery {
  return {
    channel: 'sms',
    door,
    key: '',
    reference: '',
    raw: Buffer.from(raw),
    contentType: door.startsWith('sms-notify') ? 'application/json' : 'application/x-www-form-urlencoded',
    envelope,
    peer: null,
    receivedAt: '2026-11-16T09:30:00.000Z',
  }
}

/** The submission of one text by Twilio; throws when there is none. */
export async function submissionOfText(fields: Fields) {
  const reading = await sms.read(twilioDelivery(textFields(fields)), new Map())
  if (reading.outcome !== 'submission') throw new Error(`Read as ${reading.outcome}`)
  return reading.submission
}
