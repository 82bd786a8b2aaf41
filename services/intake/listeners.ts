/** Opens the doors that listen on a port of their own, and those that go out to read. */
import type { Arrival, Channel, Listener } from '../../channels/channel.ts'
import type { ReaderKeep } from '../../shared/reader.ts'
import { CannotStart } from '../cannot-start.ts'
import type { Accept } from './accept.ts'

/** All open, or none: what was opened is closed again when one cannot be. Throws CannotStart with the door's sentence. */
export async function openListeners(
  channels: readonly Channel[],
  accept: Accept,
  keep: ReaderKeep,
  complain: (door: string, error: unknown) => void,
): Promise<readonly Listener[]> {
  const opened: Listener[] = []
  try {
    for (const channel of channels) {
      for (const door of channel.doors) {
        // The sender is told to come again; whoever runs the hub must hear why.
        const take = (arrival: Arrival) =>
          accept(channel, arrival).catch((error: unknown) => {
            complain(door.name, error)
            throw error
          })
        if (door.opens === 'listener') opened.push(await door.open(take))
        if (door.opens === 'reader') opened.push(await door.open(take, keep))
      }
    }
    return opened
  } catch (error) {
    await Promise.allSettled(opened.map((listener) => listener.close()))
    throw error instanceof Error ? new CannotStart(error.message) : error
  }
}
