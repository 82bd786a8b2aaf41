/** Who asked not to be written to by a channel, and who took it back: every word kept, the newest holds. */
import type { DeliveryId } from '../../shared/ids.ts'
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
      address: given.address,
      word: given.word,
      delivery: given.delivery,
      said_at: given.saidAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function hasStopped(db: Queries, channel: ChannelName, address: string): Promise<boolean> {
  const newest = await db
    .selectFrom('contact_stops')
    .select('word')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.word === 'stop'
}
