/** Taking in goes before working off: in a process that does both, work waits a moment while something arrives. */
import { setTimeout as wait } from 'node:timers/promises'

export interface Precedence {
  /** Counts as arriving until it is settled. */
  arriving<T>(taking: Promise<T>): Promise<T>
  /** At once where nothing arrives; else when nothing does any more, at the latest after a moment. Never rejects. */
  turn(): Promise<void>
}

/** What is worked off goes on, slowly, however much arrives. */
const momentMs = 100

export function createPrecedence(): Precedence {
  let count = 0
  let quiet = Promise.withResolvers<undefined>()
  return {
    async arriving(taking) {
      if (count++ === 0) quiet = Promise.withResolvers<undefined>()
      try {
        return await taking
      } finally {
        if (--count === 0) quiet.resolve(undefined)
      }
    },
    async turn() {
      if (count > 0) await Promise.race([quiet.promise, wait(momentMs)])
    },
  }
}
