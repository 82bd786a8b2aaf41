/** The kiosk channel: people tell us on the spot, typed or recorded, with the network up or down. */
import type { Channel } from '../channel.ts'
import { readKiosk } from './read-kiosk.ts'
import { keyOfSubmission, submissionDoor } from './submission-door.ts'

/** Nobody is answered at a kiosk: who leaves an address or a number is written to or rung up. */
export function createKiosk(): Channel {
  return {
    name: 'kiosk',
    doors: [submissionDoor],
    // By its device token, which is intake's to check.
    isGenuine: () => true,
    keyOf: keyOfSubmission,
    wants: () => [],
    read: async (delivery) => readKiosk(delivery),
  }
}
