/** Looks at a file in a thread of its own that can be ended: what it is by its bytes, and pictures made anew. */
import { Worker } from 'node:worker_threads'
import type { Display } from '../../../shared/attached.ts'

export interface Seen {
  /** By its bytes; null where they give nothing away. */
  readonly sniffedType: string | null
  readonly display: Display
  /** The picture without anything that its camera wrote into it. */
  readonly picture: Uint8Array | null
  readonly thumbnail: Uint8Array | null
}

/** Never rejects. What hangs, breaks or eats memory is a file that nothing is shown of. */
export type Look = (content: Uint8Array) => Promise<Seen>

const nothing: Seen = { sniffedType: null, display: 'none', picture: null, thumbnail: null }

/** Beyond any honest picture, and less than a worker's lease with the scanner's time beside it. */
const limitMs = 12_000
const megabytes = 256

export function createLook(
  program: URL = new URL('./look-worker.ts', import.meta.url),
  milliseconds = limitMs,
): Look {
  return (content) =>
    new Promise((resolve) => {
      const worker = new Worker(program, {
        workerData: content,
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      })
      // What was recognised before it broke is worth keeping.
      let known = nothing
      const end = () => {
        clearTimeout(clock)
        resolve(known)
        void worker.terminate()
      }
      const clock = setTimeout(end, milliseconds)
      worker.on('message', (seen: Seen) => (known = seen))
      worker.on('error', end)
      worker.on('exit', end)
    })
}
