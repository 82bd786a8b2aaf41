/** By which way a reply goes, to which address, and what keeps it here: the person's choice first, then how they came. */
import { e164 } from '../../channels/sms/phone-number.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { CaseHead } from './case-file.ts'
import { whyStopped } from './contact-stops.ts'
import type { Queries } from './database.ts'
import { noTransport } from './messages.ts'

/** Is there a way for a message of this channel to leave? */
export type CanSend = (channel: ChannelName) => boolean

export interface WayOfReply {
  readonly channel: 'email' | 'sms'
  /** Null: they left none. */
  readonly recipient: string | null
  /** Null: it goes. */
  readonly heldBecause: Reason | null
}

type Asked = Pick<CaseHead, 'person' | 'preferences' | 'channel'>

/** Shown before writing, and asked again when sent. */
export async function findWayOfReply(queries: Queries, head: Asked, canSend: CanSend): Promise<WayOfReply> {
  const way = wayOf(head)
  const { channel, recipient } = way
  if (recipient === null || way.heldBecause !== null) return way
  const stopped = await whyStopped(queries, channel, recipient)
  if (stopped !== null) return { ...way, heldBecause: stopped }
  return canSend(channel) ? way : { ...way, heldBecause: reason(noTransport) }
}

function wayOf({ person, preferences, channel }: Asked): WayOfReply {
  const wanted = preferences.contactBy
  if (wanted === 'sms' || (wanted === null && channel === 'sms')) {
    const recipient = person.phone === null ? null : e164(person.phone)
    return {
      channel: 'sms',
      recipient,
      heldBecause: recipient === null ? reason('desk:held.no-number') : null,
    }
  }
  if (person.email === null) {
    return { channel: 'email', recipient: null, heldBecause: reason('desk:held.no-address') }
  }
  const isAllowed = wanted === null || wanted === 'email'
  return {
    channel: 'email',
    recipient: person.email,
    heldBecause: isAllowed ? null : reason(`desk:held.prefers.${wanted}`),
  }
}
