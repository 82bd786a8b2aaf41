/** The text message channel: texts that people send us, and the texts that answer them, through one of two providers. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import type { ChannelSettings } from '../settings.ts'
import type {
  Arrival,
  Channel,
  Delivery,
  DeliveryKey,
  Evidence,
  OutgoingMessage,
  Reading,
  SendResult,
} from '../channel.ts'
import { incomingIn } from './incoming.ts'
import { createNotify } from './notify/notify.ts'
import { e164 } from './phone-number.ts'
import { picturesWanted } from './pictures.ts'
import type { SendingState, SmsProvider } from './provider.ts'
import { readText } from './read-text.ts'
import { createTwilio } from './twilio/twilio.ts'

export function createSms(
  settings: Pick<ChannelSettings, 'publicUrl' | 'twilio' | 'notify'>,
  now: () => Date = () => new Date(),
): Channel {
  const providers: readonly SmsProvider[] = [
    ...(settings.twilio === null ? [] : [createTwilio(settings.twilio, settings.publicUrl)]),
    ...(settings.notify === null ? [] : [createNotify(settings.notify, now)]),
  ]
  const send = sendBy(providers)
  return {
    name: 'sms',
    doors: providers.flatMap((provider) => provider.doors),
    isGenuine: (arrival) => isGenuine(arrival, providers),
    keyOf,
    sentTo,
    wants: (delivery) => {
      const incoming = incomingIn(delivery)
      return incoming?.what === 'text' ? picturesWanted(incoming.pictures, providers) : []
    },
    read: (delivery, evidence) => Promise.resolve(read(delivery, evidence)),
    ...(send === null ? {} : { send }),
  }
}

/**
 * Whoever was texted answers; who wrote in another way, or to a number that is nobody's any more, is texted by the
 * first that can. Null: none can.
 */
function sendBy(
  providers: readonly SmsProvider[],
): ((message: OutgoingMessage) => Promise<SendResult>) | null {
  const ways = providers.flatMap((provider) => {
    const { send } = provider
    return send === undefined ? [] : [{ send, owns: (number: string) => provider.owns(number) }]
  })
  const [usual] = ways
  if (usual === undefined) return null
  return (message) => {
    const { from } = message
    const texted = from === undefined ? undefined : ways.find(({ owns }) => owns(from))
    return (texted ?? usual).send(message)
  }
}

function isGenuine(arrival: Arrival, providers: readonly SmsProvider[]): boolean {
  const provider = providers.find(({ doors }) => doors.some((door) => door.name === arrival.door))
  return provider?.isGenuine(arrival) ?? false
}

/** The provider's own id; each state of a text of ours is told once. What has no id is itself. */
function keyOf(arrival: Arrival): DeliveryKey {
  const incoming = incomingIn(arrival)
  switch (incoming?.what) {
    case 'text':
      return `text:${incoming.id}`
    case 'sending-state':
      return `state:${incoming.ids[0] ?? ''}:${incoming.state}`
    case undefined:
      return `unknown:${createHash('sha256').update(arrival.raw).digest('hex')}`
  }
}

/** Each number of ours belongs to an organisation. */
function sentTo(arrival: Arrival): readonly string[] {
  const incoming = incomingIn(arrival)
  if (incoming?.what !== 'text' || incoming.to === '') return []
  return [...new Set([e164(incoming.to) ?? incoming.to, incoming.to])]
}

function read(delivery: Delivery, evidence: Evidence): Reading {
  const incoming = incomingIn(delivery)
  switch (incoming?.what) {
    case 'text':
      return readText(incoming, evidence, delivery.treatAsFeedback === true)
    case 'sending-state':
      return { outcome: 'nothing-to-route', why: 'delivery-receipt', about: aboutSending(incoming) }
    case undefined:
      return { outcome: 'unreadable', problem: reason('sms:unreadable') }
  }
}

function aboutSending({ ids, to, state, problem, arrived, permanent }: SendingState) {
  return {
    inAnswerTo: ids,
    recipient: to,
    status: problem ?? state,
    permanent: arrived === false && permanent,
    ...(arrived === undefined ? {} : { arrived }),
  }
}
