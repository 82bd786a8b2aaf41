/** The web form and its twin for programs: people write to us in a browser. */
import { createHash } from 'node:crypto'
import type { Arrival, Channel, DeliveryKey } from '../channel.ts'
import { formDoor } from './form-door.ts'
import { jsonDoor, jsonKeyOf } from './json-door.ts'
import { readFeedback } from './read-feedback.ts'

export function createWebForm(): Channel {
  return {
    name: 'web-form',
    doors: [formDoor, jsonDoor],
    isGenuine: () => true,
    keyOf: (arrival) => (arrival.door === formDoor.name ? formKeyOf(arrival) : jsonKeyOf(arrival)),
    wants: () => [],
    read: (delivery) => Promise.resolve(readFeedback(delivery)),
  }
}

/** Pressing Send twice is one delivery; what was changed after a Send that broke off is one of its own. */
function formKeyOf({ envelope, raw }: Arrival): DeliveryKey {
  return `form:${envelope['draft'] ?? ''}:${createHash('sha256').update(raw).digest('hex')}`
}
