/** What was held only because there was no way to send goes out as soon as there is one, but for receipts that are too old. */
import type { Channel } from '../../channels/channel.ts'
import { reason } from '../../shared/finding.ts'
import { receiptDays, receiptsSince } from '../../shared/receipt-age.ts'
import type { Ring } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import { keepOldReceipts, noTransport, releaseHeld } from '../store/messages.ts'

export interface ReleaseParts {
  readonly db: Database
  readonly ring: Ring
  readonly now: () => Date
}

/** Asked when the workers start, and now and then: a command of this hub that was given no way to send may hold some too. */
export async function releaseWhatCanBeSent(
  { db, ring, now }: ReleaseParts,
  channels: readonly Channel[],
): Promise<void> {
  for (const channel of channels) {
    if (channel.send === undefined) continue
    const held = { channel: channel.name, because: noTransport }
    const tooOld = reason('message:held.waited', { days: receiptDays })
    await keepOldReceipts(db, held, receiptsSince(now()), tooOld)
    ring('send', ...(await releaseHeld(db, channel.name, noTransport, now())))
  }
}
