/** Gathers what is rung for in the same few milliseconds, and drops what cannot be brought: the row is the outbox. */
import type { BellQueue } from './backend.ts'
import type { Complaints } from './complaints.ts'
import type { QueueName } from './names.ts'

/** Long enough to gather what arrived together, too short to be noticed. */
const gatherMs = 3

/** So many calls to a backend that does not answer, and no more: the sweeper rings again. */
const mostUnderWay = 100

export interface Gathering {
  readonly ring: (queue: QueueName, ...ids: readonly string[]) => void
  /** Resolves when what was gathered has been brought, or could not be. */
  close(): Promise<void>
}

export function createGathering(
  queues: ReadonlyMap<QueueName, BellQueue>,
  { hear, works }: Complaints,
): Gathering {
  const gathered = new Map<QueueName, Set<string>>()
  const underWay = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | null = null

  function send(): void {
    timer = null
    for (const [name, ids] of gathered) {
      if (underWay.size >= mostUnderWay) break
      // BullMQ refuses colons in ids of jobs; ours have none.
      const jobs = [...ids].map((id) => ({ name, data: { id }, opts: { jobId: `${name}-${id}` } }))
      const added = queues.get(name)?.addBulk(jobs) ?? Promise.resolve()
      const bringing = added.then(works, hear).finally(() => underWay.delete(bringing))
      underWay.add(bringing)
    }
    gathered.clear()
  }

  const ring: Gathering['ring'] = (queue, ...ids) => {
    if (ids.length === 0) return
    const waiting = gathered.get(queue) ?? new Set()
    for (const id of ids) waiting.add(id)
    gathered.set(queue, waiting)
    timer ??= setTimeout(send, gatherMs)
  }

  return {
    ring,
    async close() {
      if (timer !== null) clearTimeout(timer)
      send()
      await Promise.all(underWay)
    },
  }
}
