/** What was held only because there was no way to send goes out as soon as there is one. */
import type { Channel } from '../../channels/channel.ts'
import type { Ring } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import { noTransport, releaseHeld } from '../store/messages.ts'

export interface ReleaseParts {
  readonly db: Database
  readonly ring: Ring
  readonly now: () => Date
}

/** Asked once, when the workers start: settings do not change while they run. */
export async function releaseWhatCanBeSent(
  { db, ring, now }: ReleaseParts,
  channels: readonly Channel[],
): Promise<void> {
  for (const channel of channels) {
    if (channel.send === undefined) continue
    ring('send', ...(await releaseHeld(db, channel.name, noTransport, now())))
  }
}
