/** The workers of all queues: what one has begun it finishes, even where the queue is gone. */
import { setTimeout as wait } from 'node:timers/promises'
import type { QueueBackend } from './backend.ts'
import { queueNames, type Handlers, type QueueName } from './names.ts'
import { within } from './time-limit.ts'

export interface Workers {
  /** Finishes what runs, takes nothing new. Waits no longer than that for a backend that does not answer. */
  close(): Promise<void>
}

/** Milliseconds that a healthy backend never needs to let a worker go. */
const farewellMs = 3_000

/** Milliseconds after which the next id of the same job begins. */
const longestTurnMs = 500

/** How many jobs of each queue are worked on at once. */
export type Concurrency = (queue: QueueName) => number

/** Resolves when all of them listen. */
export async function startWorkers(
  backend: QueueBackend,
  handlers: Handlers,
  concurrency: Concurrency,
  hear: (error: Error) => void,
): Promise<Workers> {
  const running = new Set<Promise<void>>()
  let closing = false
  /** Never rejects: what could not even be claimed still waits in its row. */
  function begin(name: QueueName, id: string): Promise<void> {
    const run = handlers[name](id)
      .catch((error: unknown) => hear(error instanceof Error ? error : new Error(String(error))))
      .finally(() => running.delete(run))
    running.add(run)
    return run
  }
  /** One after the other; whoever takes long is not waited for by those behind. */
  async function workOn(name: QueueName, ids: readonly string[]): Promise<void> {
    const begun: Promise<void>[] = []
    for (const id of ids) {
      if (closing) break
      const run = begin(name, id)
      begun.push(run)
      await Promise.race([run, wait(longestTurnMs, undefined, { ref: false })])
    }
    await Promise.all(begun)
  }
  const workers = queueNames.map((name) => {
    const worker = backend.openWorker(name, concurrency(name), (job) => workOn(name, job.ids))
    worker.on('error', hear)
    return worker
  })
  async function close(): Promise<void> {
    closing = true
    const closed = Promise.allSettled(workers.map((worker) => worker.close()))
    while (running.size > 0) await Promise.allSettled(running)
    await within(farewellMs, closed, 'The queue does not answer').catch(() => {
      for (const worker of workers) worker.disconnect().catch(() => undefined)
    })
  }
  try {
    await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  } catch (error) {
    // Left alone they would ask for jobs for ever.
    await close()
    throw error
  }
  return { close }
}
