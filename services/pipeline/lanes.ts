/** A lane for each machine of a partner: what goes there goes one after the other, so that none takes more than one worker. */
import type { Ring } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import type { WorkStep } from '../store/work.ts'

export interface LaneParts {
  readonly db: Database
  readonly now: () => Date
  readonly ring: Ring
}

/** Which rows share a lane, and which of them is next. */
export interface LaneKind<Lane extends string> {
  readonly step: WorkStep
  /** Null where the row is gone. */
  readonly laneOf: (db: Database, id: string) => Promise<Lane | null>
  /** The one to take now: due, and held by nobody. */
  readonly nextDueIn: (db: Database, lane: Lane, now: Date) => Promise<string | null>
}

/** Then the lane is given up for a moment, so that workers can stop and others have their turn. */
const mostInARow = 50

/** The handler of the queue. `send` never throws: what fails is in the row, and not due for a while. */
export function createLanes<Lane extends string>(
  { step, laneOf, nextDueIn }: LaneKind<Lane>,
  { db, now, ring }: LaneParts,
  send: (id: string) => Promise<void>,
): (id: string) => Promise<void> {
  const busy = new Set<Lane>()

  async function drive(lane: Lane): Promise<void> {
    for (let sent = 0; sent < mostInARow; sent++) {
      const next = await nextDueIn(db, lane, now())
      if (next === null) return
      await send(next)
    }
    const next = await nextDueIn(db, lane, now())
    if (next !== null) ring(step, next)
  }

  return async (id) => {
    const lane = await laneOf(db, id)
    // Whoever drives this lane finds the row there; what came a moment too late is left to the sweeper.
    if (lane === null || busy.has(lane)) return
    busy.add(lane)
    try {
      await drive(lane)
    } finally {
      busy.delete(lane)
    }
  }
}
