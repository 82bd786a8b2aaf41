/** The bell: ids of rows that wait are rung after the commit, a few milliseconds' worth in one addBulk. */
import { CannotStart } from '../cannot-start.ts'
import { openBackend, type BellQueue, type QueueBackend, type QueueHome } from './backend.ts'
import { createComplaints } from './complaints.ts'
import { createGathering } from './gathering.ts'
import { queueNames, type Handlers, type QueueName } from './names.ts'
import { within } from './time-limit.ts'
import { startWorkers, type Concurrency, type Workers } from './workers.ts'

export type Ring = (queue: QueueName, ...ids: readonly string[]) => void

export interface Bell {
  readonly backend: QueueBackend['name']
  /** Never fails and never waits: what does not get through is left to the sweeper, since the row is the outbox. */
  readonly ring: Ring
  /** Starts the workers; resolves when all of them listen. */
  work(handlers: Handlers, concurrency: Concurrency): Promise<Workers>
  /** Jobs that wait or run, by queue. Rejects within seconds when the backend cannot be reached. */
  depth(): Promise<Readonly<Record<QueueName, number>>>
  /** Throws every job away. Nothing is lost by it. */
  flush(): Promise<void>
  /** Ends within seconds, whether or not the backend answers. */
  close(): Promise<void>
}

/** Longer than a healthy backend ever takes to start with, and to answer once it has. */
const patienceMs = 10_000
const answerMs = 3_000

/**
 * Resolves when the backend answers; `complain` hears of every later fault, of a broken connection once until it works
 * again. Throws CannotStart.
 */
export async function createBell(home: QueueHome, complain: (error: Error) => void): Promise<Bell> {
  const where = 'redisUrl' in home ? 'the Redis at REDIS_URL' : 'the database'
  const late = `The queue cannot be reached: ${where} does not answer. Start it, then start again.`
  const backend = openBackend(home)
  return within(patienceMs, openBell(backend, complain), late).catch((error: unknown) => {
    backend.close()
    throw error instanceof Error && error.message === late ? new CannotStart(late) : error
  })
}

async function openBell(backend: QueueBackend, complain: (error: Error) => void): Promise<Bell> {
  const queues = new Map<QueueName, BellQueue>()
  let closed = false
  // A connection that ends after we hung up is no news.
  const complaints = createComplaints((error) => {
    if (!closed) complain(error)
  })
  // One after the other: the first brings the queue's own tables.
  for (const name of queueNames) {
    const queue = backend.openQueue(name)
    queue.on('error', complaints.hear)
    await queue.waitUntilReady()
    queues.set(name, queue)
  }
  const gathering = createGathering(queues, complaints)
  return {
    backend: backend.name,
    ring: gathering.ring,
    work: (handlers, concurrency) => startWorkers(backend, handlers, concurrency, complaints.hear),
    async depth() {
      const counted = await within(answerMs, countJobs(queues), 'The queue does not answer')
      complaints.works()
      return counted
    },
    async flush() {
      await Promise.all([...queues.values()].map((queue) => queue.obliterate({ force: true })))
    },
    async close() {
      await within(answerMs, gathering.close(), 'The queue does not answer').catch(complaints.hear)
      closed = true
      const closing = Promise.allSettled([...queues.values()].map((queue) => queue.close()))
      await within(answerMs, closing, 'The queue does not answer').catch(() => undefined)
      backend.close()
    },
  }
}

async function countJobs(
  queues: ReadonlyMap<QueueName, BellQueue>,
): Promise<Readonly<Record<QueueName, number>>> {
  const depth: Record<QueueName, number> = {
    read: 0,
    route: 0,
    'hand-over': 0,
    send: 0,
    webhook: 0,
    errand: 0,
    examine: 0,
  }
  const counting = [...queues].map(async ([name, queue]) => {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed')
    depth[name] = Object.values(counts).reduce((sum, count) => sum + count, 0)
  })
  await Promise.all(counting)
  return depth
}
