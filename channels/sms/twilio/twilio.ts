/** Twilio as a provider of text messages: two doors, its signature, its API. */
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'
import { reason } from '../../../shared/finding.ts'
import type { Arrival, HttpDoor, OutgoingMessage, Say } from '../../channel.ts'
import { keywordOf } from '../keywords.ts'
import type { SmsProvider } from '../provider.ts'
import { readTwilioForm } from './form.ts'
import { createTwilioSend } from './send.ts'
import type { TwilioSettings } from '../../settings.ts'
import { isSignedByTwilio } from './signature.ts'

const doorSettings = {
  opens: 'http',
  accepts: ['application/x-www-form-urlencoded'],
  // A text of 1,600 characters with ten pictures' addresses is some kilobytes.
  limitBytes: 64 * 1024,
  authenticate: { by: 'signature' },
  headers: ['x-twilio-signature'],
  refuse: () => null,
} as const

const textDoor: HttpDoor = {
  ...doorSettings,
  name: 'sms-twilio',
  path: '/channels/sms/twilio',
  answer: (_, arrival, say) => ({ status: 200, type: 'text/xml', body: twimlFor(arrival, say) }),
}

const statusDoor: HttpDoor = {
  ...doorSettings,
  name: 'sms-twilio-status',
  path: '/channels/sms/twilio/status',
  answer: () => ({ status: 204, type: 'text/plain', body: '' }),
}

/**
 * Nothing but to HELP, unless Twilio answered that itself. What is said to a person about their feedback is a message
 * on its case, so that it is kept and its delivery is known.
 */
function twimlFor(arrival: Arrival, say: Say): string {
  const answer = new MessagingResponse()
  const incoming = readTwilioForm(arrival.raw, '')
  if (incoming?.what === 'text' && !incoming.keywordAnswered) {
    const keyword = keywordOf(incoming.text)
    if (keyword?.word === 'help') answer.message(say(reason('sms:help'), keyword.language))
  }
  return answer.toString()
}

export function createTwilio(settings: TwilioSettings, publicUrl: string): SmsProvider {
  const apiOrigin = new URL(settings.apiUrl ?? 'https://api.twilio.com').origin
  const basic = Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')
  const send = createTwilioSend(settings, statusAddressAt(publicUrl))
  return {
    doors: [textDoor, statusDoor],
    isGenuine: ({ envelope, contentType, raw }) =>
      isSignedByTwilio(settings.authToken, {
        // Never from the Host header: whoever calls writes that.
        url: publicUrl + (envelope['request-target'] ?? ''),
        signature: envelope['x-twilio-signature'] ?? '',
        contentType,
        raw,
      }),
    // The account's secret goes to Twilio and nowhere else, whatever a text says.
    mayFetch: (url) =>
      URL.canParse(url) && new URL(url).origin === apiOrigin ? { authorization: `Basic ${basic}` } : null,
    owns: (number) => number === settings.number,
    send,
  }
}

/** Null where Twilio cannot call us back: it refuses a message that names such an address. */
function statusAddressAt(publicUrl: string): ((message: OutgoingMessage) => string) | null {
  const { hostname } = new URL(publicUrl)
  if (/^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname)) return null
  return (message) => `${publicUrl}${statusDoor.path}?message=${encodeURIComponent(message.id)}`
}
