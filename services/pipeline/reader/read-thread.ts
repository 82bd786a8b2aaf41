/** One worker thread that reads one delivery at a time, and the watch over it. */
import { Worker } from 'node:worker_threads'
import type { ChannelSettings } from '../../../channels/settings.ts'
import type { Delivery, Evidence, Reading } from '../../../channels/channel.ts'
import { reason } from '../../../shared/finding.ts'

/** What one read may cost. */
export interface ReadLimits {
  /** Longest one read may take, in milliseconds. */
  readonly milliseconds: number
  /** Heap of one thread, in megabytes. */
  readonly megabytes: number
}

export interface ReadThread {
  /** Never rejects. A read over the limit of time ends the thread. Null: the thread broke, under this or before it. */
  read(delivery: Delivery, evidence: Evidence): Promise<Reading | null>
  isAlive(): boolean
  end(): Promise<void>
}

/** What goes to the thread after the settings, and what comes back. */
export interface ReadTask {
  readonly delivery: Delivery
  readonly evidence: Evidence
}
export type ReadAnswer = { readonly ready: true } | { readonly reading: Reading }

export function unreadable(key: string): Reading {
  return { outcome: 'unreadable', problem: reason(key) }
}

/** `program` is what runs inside the thread. */
export function startReadThread(program: URL, settings: ChannelSettings, limits: ReadLimits): ReadThread {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  worker.postMessage(settings)
  let alive = true
  let ending = false
  let settle: (reading: Reading | null) => void = () => undefined
  const died = (reading: Reading | null) => {
    alive = false
    settle(reading)
  }
  const ready = new Promise<void>((resolve) => {
    worker.on('message', (answer: ReadAnswer) => {
      if ('ready' in answer) resolve()
      else settle(answer.reading)
    })
    worker.on('error', () => died(null))
    worker.on('exit', () => {
      died(ending ? unreadable('reader:problem.closed') : null)
      resolve()
    })
  })
  // An idle thread must not keep a finished program alive.
  worker.unref()

  const end = async () => {
    ending = true
    alive = false
    await worker.terminate()
  }
  return {
    isAlive: () => alive,
    end,
    async read(delivery, evidence) {
      const answer = new Promise<Reading | null>((resolve) => (settle = resolve))
      worker.ref()
      await ready
      // Starting up is not reading: the clock starts once the thread can read.
      const clock = setTimeout(() => {
        died(unreadable('reader:problem.slow'))
        void worker.terminate()
      }, limits.milliseconds)
      if (alive) worker.postMessage({ delivery, evidence } satisfies ReadTask)
      else died(null)
      const reading = await answer
      clearTimeout(clock)
      worker.unref()
      return reading
    },
  }
}
