/** The workers of all queues: what one has begun it finishes, even where the queue is gone. */
import type { QueueBackend } from './backend.ts'
import { queueNames, type Handlers, type QueueName } from './names.ts'
import { within } from './time-limit.ts'

export interface Workers {
  /** Finishes what runs, takes nothing new. Waits no longer than that for a backend that does not answer. */
  close(): Promise<void>
}

/** Milliseconds that a healthy backend never needs to let a worker go. */
const farewellMs = 3_000

/** How many rows of each queue are worked on at once. */
export type Concurrency = (queue: QueueName) => number

/** Resolves when all of them listen. */
export async function startWorkers(
  backend: QueueBackend,
  handlers: Handlers,
  concurrency: Concurrency,
  hear: (error: Error) => void,
): Promise<Workers> {
  const running = new Set<Promise<void>>()
  const workers = queueNames.map((name) => {
    const worker = backend.openWorker(name, concurrency(name), (job) => {
      const run = handlers[name](job.id).finally(() => running.delete(run))
      running.add(run)
      return run
    })
    worker.on('error', hear)
    return worker
  })
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  return {
    async close() {
      const closing = Promise.allSettled(workers.map((worker) => worker.close()))
      while (running.size > 0) await Promise.allSettled(running)
      await within(farewellMs, closing, 'The queue does not answer').catch(() => {
        for (const worker of workers) worker.disconnect().catch(() => undefined)
      })
    },
  }
}
