/** The web form and its twin for programs: people write to us in a browser. */
import type { Channel } from '../channel.ts'
import { formDoor } from './form-door.ts'
import { jsonDoor, jsonKeyOf } from './json-door.ts'
import { readFeedback } from './read-feedback.ts'

export function createWebForm(): Channel {
  return {
    name: 'web-form',
    doors: [formDoor, jsonDoor],
    isGenuine: () => true,
    // A form is known by its draft, so that pressing Send twice is one delivery.
    keyOf: (arrival) =>
      arrival.door === formDoor.name ? `form:${arrival.envelope['draft'] ?? ''}` : jsonKeyOf(arrival),
    wants: () => [],
    read: (delivery) => Promise.resolve(readFeedback(delivery)),
  }
}
