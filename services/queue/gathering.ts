/** Gathers what is rung for in the same few milliseconds, and drops what cannot be brought: the row is the outbox. */
import type { BellQueue } from './backend.ts'
import type { Complaints } from './complaints.ts'
import type { QueueName } from './names.ts'

/** Long enough to gather what arrived together, too short to be noticed. */
const gatherMs = 3

/** So many ids wait for a backend that does not answer, and no more: the sweeper rings again. */
const mostGathered = 10_000

/**
 * So many a second, and as many at once, are rung for in each queue: more than one process works off. Of a flood the rest
 * is left to the sweeper: a job for each costs the database more than the delivery itself.
 */
const heardPerSecond = 250

export interface Gathering {
  readonly ring: (queue: QueueName, ...ids: readonly string[]) => void
  /** Resolves when what was gathered has been brought, or could not be. */
  close(): Promise<void>
}

interface Round {
  readonly gathered: Set<string>
  /** While one call is under way the next one's ids gather: the busier it is, the fewer calls it takes. */
  underWay: Promise<void> | null
  timer: NodeJS.Timeout | null
  /** How many may still be rung for, as of when (milliseconds of a clock that only goes on). */
  allowed: number
  asOf: number
}

/** Counts one more; false where there have been too many. */
function isHeard(round: Round): boolean {
  const at = performance.now()
  round.allowed = Math.min(heardPerSecond, round.allowed + ((at - round.asOf) * heardPerSecond) / 1_000)
  round.asOf = at
  if (round.allowed < 1) return false
  round.allowed -= 1
  return true
}

export function createGathering(
  queues: ReadonlyMap<QueueName, BellQueue>,
  { hear, works }: Complaints,
): Gathering {
  const rounds = new Map<QueueName, Round>()

  function roundOf(name: QueueName): Round {
    const round = rounds.get(name) ?? {
      gathered: new Set(),
      underWay: null,
      timer: null,
      allowed: heardPerSecond,
      asOf: performance.now(),
    }
    rounds.set(name, round)
    return round
  }

  function send(name: QueueName): void {
    const round = roundOf(name)
    if (round.timer !== null) clearTimeout(round.timer)
    round.timer = null
    if (round.underWay !== null || round.gathered.size === 0) return
    // BullMQ refuses colons in ids of jobs; ours have none.
    const jobs = [...round.gathered].map((id) => ({ name, data: { id }, opts: { jobId: `${name}-${id}` } }))
    round.gathered.clear()
    const added = queues.get(name)?.addBulk(jobs) ?? Promise.resolve()
    round.underWay = added.then(works, hear).finally(() => {
      round.underWay = null
      send(name)
    })
  }

  const ring: Gathering['ring'] = (name, ...ids) => {
    const round = roundOf(name)
    for (const id of ids) {
      if (round.gathered.has(id) || round.gathered.size >= mostGathered) continue
      if (isHeard(round)) round.gathered.add(id)
    }
    if (round.underWay === null) round.timer ??= setTimeout(send, gatherMs, name)
  }

  return {
    ring,
    async close() {
      for (const [name, round] of rounds) {
        send(name)
        while (round.underWay !== null) await round.underWay
      }
    },
  }
}
