/** Opens the doors that listen on a port of their own. */
import type { Channel, Listener } from '../../channels/channel.ts'
import { CannotStart } from '../cannot-start.ts'
import type { Accept } from './accept.ts'

/** All open, or none: what was opened is closed again when one cannot be. Throws CannotStart with the door's sentence. */
export async function openListeners(
  channels: readonly Channel[],
  accept: Accept,
): Promise<readonly Listener[]> {
  const opened: Listener[] = []
  try {
    for (const channel of channels) {
      for (const door of channel.doors) {
        if (door.opens === 'listener') opened.push(await door.open((arrival) => accept(channel, arrival)))
      }
    }
    return opened
  } catch (error) {
    await Promise.allSettled(opened.map((listener) => listener.close()))
    throw error instanceof Error ? new CannotStart(error.message) : error
  }
}
