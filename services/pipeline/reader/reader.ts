/** Reads deliveries in threads that can be ended: a parser that hangs, throws or eats memory costs only that one read. */
import type { ChannelSettings } from '../../../channels/settings.ts'
import type { Delivery, Evidence, Reading } from '../../../channels/channel.ts'
import { startReadThread, unreadable, type ReadLimits, type ReadThread } from './read-thread.ts'

export interface Reader {
  /** Never rejects: what could not be read comes back as `unreadable`. */
  read(delivery: Delivery, evidence: Evidence): Promise<Reading>
  close(): Promise<void>
}

export interface ReaderLimits extends ReadLimits {
  readonly threads: number
}

/** Ten seconds is far beyond any honest mail; the heap holds the largest mail several times over. */
const usualLimits: ReaderLimits = { threads: 2, milliseconds: 10_000, megabytes: 512 }

/** The problem of what was being read when the hub stopped: no fault of the delivery. */
export const closedWhileReading = 'reader:problem.closed'

interface Waiting {
  readonly delivery: Delivery
  readonly evidence: Evidence
  readonly settle: (reading: Reading) => void
  /** A thread broke under it already. It may have broken by what it read before: only a second is this one's doing. */
  readonly again: boolean
}

/** One thread starts at once, the others when first needed, and they are used again; one that was ended is replaced at the next need. */
export function createReader(
  settings: ChannelSettings,
  limits: ReaderLimits = usualLimits,
  program: URL = new URL('./read-worker.ts', import.meta.url),
): Reader {
  const waiting: Waiting[] = []
  const idle: ReadThread[] = []
  const all = new Set<ReadThread>()
  let closed = false

  const start = () => {
    const thread = startReadThread(program, settings, limits)
    all.add(thread)
    return thread
  }
  const freeThread = (): ReadThread | null => {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (thread.isAlive()) return thread
      all.delete(thread)
    }
    return all.size < limits.threads ? start() : null
  }
  const give = (task: Waiting, reading: Reading | null) => {
    if (reading !== null) task.settle(reading)
    else if (task.again || closed)
      task.settle(unreadable(closed ? closedWhileReading : 'reader:problem.broke'))
    else waiting.unshift({ ...task, again: true })
  }
  const next = () => {
    while (waiting.length > 0) {
      const thread = freeThread()
      const task = thread === null ? undefined : waiting.shift()
      if (thread === null || task === undefined) return
      void thread.read(task.delivery, task.evidence).then((reading) => {
        if (thread.isAlive()) idle.push(thread)
        else all.delete(thread)
        give(task, reading)
        next()
      })
    }
  }
  // The first one is made ready at once: loading what it reads with takes longer than reading.
  idle.push(start())
  return {
    read(delivery, evidence) {
      if (closed) return Promise.resolve(unreadable(closedWhileReading))
      return new Promise((settle) => {
        waiting.push({ delivery, evidence, settle, again: false })
        next()
      })
    },
    async close() {
      closed = true
      for (const task of waiting.splice(0)) {
        task.settle(unreadable(closedWhileReading))
      }
      await Promise.all([...all].map((thread) => thread.end()))
    },
  }
}
