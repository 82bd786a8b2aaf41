/** A lane for each endpoint: events go to it one after the other, oldest first, so that none takes more than one worker. */
import type { WebhookEndpointId } from '../../shared/ids.ts'
import type { Ring } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import { endpointOf, nextDueFor } from '../store/joint/webhook-events.ts'

export interface LaneParts {
  readonly db: Database
  readonly now: () => Date
  readonly ring: Ring
}

/** Then the lane is given up for a moment, so that workers can stop and others have their turn. */
const mostInARow = 50

/** The handler of the queue. `send` never throws: what fails is in the row, and not due for a while. */
export function createLanes(
  { db, now, ring }: LaneParts,
  send: (event: string) => Promise<void>,
): (event: string) => Promise<void> {
  const busy = new Set<WebhookEndpointId>()

  async function drive(endpoint: WebhookEndpointId): Promise<void> {
    for (let sent = 0; sent < mostInARow; sent++) {
      const next = await nextDueFor(db, endpoint, now())
      if (next === null) return
      await send(next)
    }
    const next = await nextDueFor(db, endpoint, now())
    if (next !== null) ring('webhook', next)
  }

  return async (event) => {
    const endpoint = await endpointOf(db, event)
    // Whoever drives this lane finds the event there; what came a moment too late is left to the sweeper.
    if (endpoint === null || busy.has(endpoint)) return
    busy.add(endpoint)
    try {
      await drive(endpoint)
    } finally {
      busy.delete(endpoint)
    }
  }
}
