/** Sends a text through Twilio, and says of a refusal whether trying again can help. */
import { reason } from '../../../shared/finding.ts'
import type { OutgoingMessage, SendResult } from '../../channel.ts'
import { e164 } from '../phone-number.ts'
import type { NewText, Outcome, TwilioClient } from './twilio-client.ts'
import type { TwilioSettings } from '../../settings.ts'

/** Twilio takes no longer text (error 21617). */
const longestText = 1_600

/** `statusAddress` gives the address that Twilio tells how far the message has come; null where there is none. */
export function createTwilioSend(
  settings: TwilioSettings,
  statusAddress: ((message: OutgoingMessage) => string) | null,
): (message: OutgoingMessage) => Promise<SendResult> {
  let client: Promise<TwilioClient> | null = null
  return async (message) => {
    const to = e164(message.to)
    if (to === null) return refused('sms:send.no-number')
    if (message.text.length > longestText) return refused('sms:send.too-long', { characters: longestText })
    // Loaded when something is first sent: the library is large, and the threads that read never send.
    client ??= import('./twilio-client.ts').then((module) => module.createTwilioClient(settings))
    const outcome = await createFrom(await client, [message.from ?? settings.number, settings.number], {
      to,
      body: message.text,
      ...(statusAddress === null ? {} : { statusCallback: statusAddress(message) }),
    })
    return outcome.created ? { sent: true, providerId: outcome.sid } : failed(outcome.status, outcome.code)
  }
}

/** Twilio's numbers for "you cannot send from there": they wrote to a number that another provider answers for. */
const notTwilios: ReadonlySet<number | null> = new Set([21606, 21659, 21660])

/** From our end of the conversation if it can be, else from our usual number: better than not at all. */
async function createFrom(
  client: TwilioClient,
  [preferred, usual]: readonly [string, string],
  text: Omit<NewText, 'from'>,
): Promise<Outcome> {
  const outcome = await client.create({ ...text, from: preferred })
  if (outcome.created || preferred === usual || !notTwilios.has(outcome.code)) return outcome
  return client.create({ ...text, from: usual })
}

function refused(key: string, params?: Readonly<Record<string, number>>): SendResult {
  return { sent: false, retry: false, problem: reason(key, params) }
}

/** Twilio's number for "this person texted STOP to us". */
const hasStopped = 21610

/** No status: the network. 401 and 403 are our settings, which somebody may mend meanwhile; 429 and 5xx pass. */
function failed(status: number | null, code: number | null): SendResult {
  if (code === hasStopped) return refused('sms:stopped')
  const passes = status === null || status === 401 || status === 403 || status === 429 || status >= 500
  if (!passes) return refused('sms:send.refused', { code: code ?? status })
  return { sent: false, retry: true, problem: reason('sms:send.later', { code: code ?? status ?? 0 }) }
}
