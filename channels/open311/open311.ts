/** The Open311 channel: civic apps report to us by GeoReport v2 as to any council. What they ask is answered by intake. */
import type { Channel } from '../channel.ts'
import { readRequest } from './read-request.ts'
import { keyOfRequest, requestDoors } from './request-doors.ts'

export function createOpen311(): Channel {
  return {
    name: 'open311',
    doors: requestDoors,
    isGenuine: () => true,
    keyOf: keyOfRequest,
    wants: () => [],
    read: readRequest,
  }
}
