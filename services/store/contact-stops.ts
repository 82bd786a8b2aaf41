/**
 * Whom not to write to by a channel: who texted STOP, and whose address refused our mail or sent it back; and who took it back.
 * Every word is kept, the newest holds.
 */
import { e164 } from '../../channels/sms/phone-number.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { DeliveryId, MessageId, StaffId } from '../../shared/ids.ts'
import type { Person } from '../../shared/submission.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'

export interface StopWord {
  readonly channel: ChannelName
  /** As messages to them are addressed. */
  readonly address: string
  readonly word: 'stop' | 'start'
  readonly delivery: DeliveryId
  readonly saidAt: Date
}

/** Run again for the same delivery it changes nothing. */
export async function saveStopWord(db: Queries, given: StopWord): Promise<void> {
  await db
    .insertInto('contact_stops')
    .values({
      channel: given.channel,
      address: asKept(given.channel, given.address),
      word: given.word,
      delivery: given.delivery,
      said_at: given.saidAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A mail server refused this address for good while it was handed our message: nothing came that says so. */
export async function stopRefusedAddress(
  db: Queries,
  { id, recipient }: { readonly id: MessageId; readonly recipient: string },
  at: Date,
): Promise<void> {
  await db
    .insertInto('contact_stops')
    .values({
      channel: 'email',
      address: asKept('email', recipient),
      word: 'stop',
      refused_message: id,
      said_at: at,
    })
    .execute()
}

export interface Lifting {
  readonly address: string
  readonly by: StaffId
  readonly why: string
  readonly at: Date
}

/** Mail only: who texted STOP takes it back themselves or not at all. */
export async function liftMailStop(db: Queries, { address, by, why, at }: Lifting): Promise<void> {
  await db
    .insertInto('contact_stops')
    .values({
      channel: 'email',
      address: asKept('email', address),
      word: 'start',
      lifted_by: by,
      lifted_why: why,
      said_at: at,
    })
    .execute()
}

/** Why nothing goes to this address for now; null: it may. */
export async function whyStopped(db: Queries, channel: ChannelName, address: string): Promise<Reason | null> {
  const newest = await db
    .selectFrom('contact_stops')
    .select('word')
    .where('channel', '=', channel)
    .where('address', '=', asKept(channel, address))
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.word !== 'stop') return null
  return reason(channel === 'email' ? 'message:held.came-back' : 'sms:stopped')
}

/** Why nothing goes to this person by mail or by text for now; empty where all may. */
export async function stopsOf(
  db: Queries,
  { email, phone }: Pick<Person, 'email' | 'phone'>,
): Promise<readonly Reason[]> {
  const number = phone === null ? null : e164(phone)
  const stops = [
    email === null ? null : await whyStopped(db, 'email', email),
    number === null ? null : await whyStopped(db, 'sms', number),
  ]
  return stops.filter((stop) => stop !== null)
}

/** Nobody has two mailboxes that differ in capitals alone. */
function asKept(channel: ChannelName, address: string): string {
  return channel === 'email' ? address.toLowerCase() : address
}
