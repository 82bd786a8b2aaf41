/** Gathers what is rung for in the same few milliseconds, and drops what cannot be brought: the row is the outbox. */
import type { BellQueue, Job } from './backend.ts'
import type { Complaints } from './complaints.ts'
import { idsInAJob, type QueueName } from './names.ts'

/** Long enough to gather what arrived together, too short to be noticed; longer while much arrives. */
const gatherMs = 10
const gatherWhileBusyMs = 50

/** So many ids wait for a backend that does not answer, and no more: the sweeper rings again. */
const mostGathered = 10_000

/** More ids than that are spread over as many jobs as one process works on at once. */
const fewIds = 20
const jobsAtOnce = 4

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
  /** When the last call was made, in milliseconds of a clock that only goes on. */
  sentAt: number
}

function patience({ sentAt }: Round): number {
  return performance.now() - sentAt < 2 * gatherWhileBusyMs ? gatherWhileBusyMs : gatherMs
}

function jobsOf(name: QueueName, ids: readonly string[]): { name: QueueName; data: Job }[] {
  const each = Math.min(idsInAJob[name], Math.max(fewIds, Math.ceil(ids.length / jobsAtOnce)))
  return Array.from({ length: Math.ceil(ids.length / each) }, (_, at) => ({
    name,
    data: { ids: ids.slice(at * each, (at + 1) * each) },
  }))
}

/** On PostgreSQL addBulk makes tables of its own for each call, and a few jobs come many times cheaper one by one. */
function add(queue: BellQueue, jobs: { name: QueueName; data: Job }[]): Promise<unknown> {
  if (jobs.length > jobsAtOnce) return queue.addBulk(jobs)
  return Promise.all(jobs.map(({ name, data }) => queue.add(name, data)))
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
      sentAt: -Infinity,
    }
    rounds.set(name, round)
    return round
  }

  function send(name: QueueName): void {
    const round = roundOf(name)
    if (round.timer !== null) clearTimeout(round.timer)
    round.timer = null
    if (round.underWay !== null || round.gathered.size === 0) return
    const queue = queues.get(name)
    const jobs = jobsOf(name, [...round.gathered])
    round.gathered.clear()
    round.sentAt = performance.now()
    const added = queue === undefined ? Promise.resolve() : add(queue, jobs)
    round.underWay = added.then(works, hear).finally(() => {
      round.underWay = null
      if (round.gathered.size > 0) wait(name, round)
    })
  }

  function wait(name: QueueName, round: Round): void {
    round.timer ??= setTimeout(send, patience(round), name)
  }

  const ring: Gathering['ring'] = (name, ...ids) => {
    const round = roundOf(name)
    for (const id of ids) {
      if (round.gathered.size < mostGathered) round.gathered.add(id)
    }
    if (round.underWay === null) wait(name, round)
  }

  return {
    ring,
    async close() {
      for (const [name, round] of rounds) {
        while (round.gathered.size > 0 || round.underWay !== null) {
          send(name)
          await round.underWay
        }
      }
    },
  }
}
