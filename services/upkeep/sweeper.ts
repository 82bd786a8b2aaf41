/** The sweeper: rows that wait although they were rung for are rung for again, each once in a while and not each second. */
import type { Bell } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import { leftWaiting, workSteps, type WorkStep } from '../store/work.ts'

export interface SweeperParts extends Pick<Bell, 'depth' | 'ring'> {
  readonly db: Database
  readonly now: () => Date
}

/** A row rung for this long ago was missed: the queue was flushed, a worker died, or the bell never reached it. */
const missedAfterMs = 2_000
const sweptAtOnce = 500

/** As many jobs as that are not missed, only not reached yet: ringing again would bury the queue. */
const deepEnough = 20

/** What the sweeper rang for is on its way as long as the queue has jobs: a second ring would only be claimed in vain. */
const onItsWayMs = 10_000

/** Keeps in mind what it rang for. One round of it ends before the next begins. */
export function createSweeper(): (parts: SweeperParts) => Promise<void> {
  const rungAt = new Map<WorkStep, Map<string, number>>()

  function isNews(step: WorkStep, id: string, at: number): boolean {
    const before = rungAt.get(step)?.get(id)
    return before === undefined || at - before >= onItsWayMs
  }

  /** Only what still waits is kept in mind. */
  function keepInMind(step: WorkStep, waiting: readonly string[], rung: ReadonlySet<string>, at: number) {
    const before = rungAt.get(step)
    rungAt.set(step, new Map(waiting.map((id) => [id, rung.has(id) ? at : (before?.get(id) ?? at)])))
  }

  return async ({ db, ring, depth, now }) => {
    const instant = now()
    const at = instant.getTime()
    const dueBefore = new Date(at - missedAfterMs)
    // A queue that does not answer is complained of where it is rung, and has nothing to bring.
    const jobs = await depth().catch(() => null)
    if (jobs === null) return
    for (const step of workSteps) {
      if (jobs[step] >= deepEnough) continue
      const waiting = await leftWaiting(db, step, dueBefore, instant, sweptAtOnce)
      const isEmpty = jobs[step] === 0
      const rung = waiting.filter((id) => isEmpty || isNews(step, id, at))
      keepInMind(step, waiting, new Set(rung), at)
      if (rung.length > 0) ring(step, ...rung)
    }
  }
}
