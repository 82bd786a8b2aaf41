/** The bell: ids of rows that wait are rung after the commit, a few milliseconds' worth in one addBulk. */
import { CannotStart } from '../cannot-start.ts'
import { openBackend, type BellQueue, type QueueBackend, type QueueHome } from './backend.ts'
import { queueNames, type Handlers, type QueueName } from './names.ts'

export type Ring = (queue: QueueName, ...ids: readonly string[]) => void

export interface Bell {
  readonly backend: QueueBackend['name']
  /** Never fails and never waits: what does not get through is left to the sweeper, since the row is the outbox. */
  readonly ring: Ring
  /** Starts the workers; resolves when all of them listen. `concurrency` is per queue. */
  work(handlers: Handlers, concurrency: number): Promise<Workers>
  /** Jobs that wait or run, by queue. Rejects when the backend cannot be reached. */
  depth(): Promise<Readonly<Record<QueueName, number>>>
  /** Throws every job away. Nothing is lost by it. */
  flush(): Promise<void>
  close(): Promise<void>
}

export interface Workers {
  /** Finishes what runs, takes nothing new. */
  close(): Promise<void>
}

/** Long enough to gather what arrived together, too short to be noticed. */
const gatherMs = 3

/** Longer than a healthy backend ever takes to answer. */
const patienceMs = 10_000

/** Resolves when the backend answers; `complain` hears of every later fault of the connection. Throws CannotStart. */
export async function createBell(home: QueueHome, complain: (error: Error) => void): Promise<Bell> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const where = 'redisUrl' in home ? 'the Redis at REDIS_URL' : 'the database'
    late.reject(
      new CannotStart(`The queue cannot be reached: ${where} does not answer. Start it, then start again.`),
    )
  }, patienceMs)
  try {
    return await Promise.race([openBell(home, complain), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

async function openBell(home: QueueHome, complain: (error: Error) => void): Promise<Bell> {
  const backend = openBackend(home)
  const queues = new Map<QueueName, BellQueue>()
  let closed = false
  // A connection that ends after we hung up is no news.
  const hear = (error: Error): void => {
    if (!closed) complain(error)
  }
  // One after the other: the first brings the queue's own tables.
  for (const name of queueNames) {
    const queue = backend.openQueue(name)
    queue.on('error', hear)
    await queue.waitUntilReady()
    queues.set(name, queue)
  }
  const gathering = createGathering(queues, hear)
  return {
    backend: backend.name,
    ring: gathering.ring,
    work: (handlers, concurrency) => startWorkers(backend, handlers, concurrency, hear),
    async depth() {
      const counted = await Promise.all(
        [...queues].map(async ([name, queue]) => {
          const counts = await queue.getJobCounts('waiting', 'active', 'delayed')
          return [name, Object.values(counts).reduce((sum, count) => sum + count, 0)] as const
        }),
      )
      const depth: Record<QueueName, number> = { read: 0, route: 0, 'hand-over': 0, send: 0 }
      for (const [name, count] of counted) depth[name] = count
      return depth
    },
    async flush() {
      await Promise.all([...queues.values()].map((queue) => queue.obliterate({ force: true })))
    },
    async close() {
      await gathering.close()
      closed = true
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()))
      backend.close()
    },
  }
}

function createGathering(queues: ReadonlyMap<QueueName, BellQueue>, complain: (error: Error) => void) {
  const gathered = new Map<QueueName, Set<string>>()
  let timer: NodeJS.Timeout | null = null
  let sending: Promise<unknown> = Promise.resolve()

  function send(): void {
    timer = null
    for (const [name, ids] of gathered) {
      // BullMQ refuses colons in ids of jobs; ours have none.
      const jobs = [...ids].map((id) => ({ name, data: { id }, opts: { jobId: `${name}-${id}` } }))
      const added = queues.get(name)?.addBulk(jobs) ?? Promise.resolve()
      sending = Promise.allSettled([sending, added.catch(complain)])
    }
    gathered.clear()
  }

  const ring: Ring = (queue, ...ids) => {
    const waiting = gathered.get(queue) ?? new Set()
    for (const id of ids) waiting.add(id)
    gathered.set(queue, waiting)
    timer ??= setTimeout(send, gatherMs)
  }

  return {
    ring,
    async close(): Promise<void> {
      if (timer !== null) clearTimeout(timer)
      send()
      await sending
    },
  }
}

async function startWorkers(
  backend: QueueBackend,
  handlers: Handlers,
  concurrency: number,
  complain: (error: Error) => void,
): Promise<Workers> {
  const workers = queueNames.map((name) => {
    const worker = backend.openWorker(name, concurrency, (job) => handlers[name](job.id))
    worker.on('error', complain)
    return worker
  })
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  return {
    close: async () => {
      await Promise.allSettled(workers.map((worker) => worker.close()))
    },
  }
}
