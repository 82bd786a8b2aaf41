/** What every worker does around its own step: claim the row, try, try later, and give up where a person sees it. */
import type { Reason } from '../../shared/finding.ts'
import { reason } from '../../shared/finding.ts'
import { within } from '../queue/time-limit.ts'
import type { Database } from '../store/database.ts'
import { claim, giveUp, leaseMs, putBack, type Claim, type WorkStep } from '../store/work.ts'

export interface StepParts {
  readonly db: Database
  readonly now: () => Date
  /** Ids and the fault's own message; never a person's words. */
  readonly complain: (step: WorkStep, id: string, error: unknown) => void
}

/** Trying again cannot help: a person must look, and is told this. */
export class NeedsAPerson extends Error {
  readonly problem: Reason
  constructor(problem: Reason) {
    super(problem.key)
    this.problem = problem
  }
}

/** Trying again may help, and meanwhile staff see why it waits. */
export class TryLater extends Error {
  readonly problem: Reason
  constructor(problem: Reason) {
    super(problem.key)
    this.problem = problem
  }
}

/** Seconds before each further try; after the last the work is given up in the open. About 9 hours in all. */
const usual = [2, 5, 15, 60, 300, 900, 3_600, 10_800, 18_000] as const

/** Nearly five days: a mail server that is away over a long weekend loses us nothing (RFC 5321 4.5.4.1). */
const untilServersAreBack = [2, 5, 15, 60, 300, 900, 3_600, ...Array<number>(38).fill(10_800)]

const patience: Readonly<Record<WorkStep, readonly number[]>> = {
  read: usual,
  route: usual,
  'hand-over': usual,
  send: untilServersAreBack,
  webhook: untilServersAreBack,
  errand: untilServersAreBack,
  examine: untilServersAreBack,
}

/** Before the lease is over: what hangs is put back by the one who holds it. */
const limitMs = leaseMs - 5_000

/**
 * Makes a queue's handler of a step. The handler never throws: what fails is in the row, not in the queue. What takes
 * longer than `limit` milliseconds has failed, though it may still end: saving then asks whether the row is still its.
 * `whenFailed` follows each try that failed, the first too.
 */
export function createStep(
  parts: StepParts,
  step: WorkStep,
  work: (held: Claim) => Promise<void>,
  limit = limitMs,
  whenFailed: (id: string) => Promise<void> = () => Promise.resolve(),
): (id: string) => Promise<void> {
  return async (id) => {
    const held = await claim(parts.db, step, id, parts.now())
    if (held === null) return
    // So many tries and none of them came back to say how it failed: whoever held it was ended by it.
    if (held.attempt > patience[step].length + 1) return giveUp(parts.db, held, givenUp(held.attempt - 1))
    try {
      await within(limit, work(held), `Not done within ${limit} ms`)
    } catch (error) {
      parts.complain(step, id, error)
      await failed(parts, held, error)
      await whenFailed(id)
    }
  }
}

async function failed(parts: StepParts, held: Claim, error: unknown): Promise<void> {
  if (error instanceof NeedsAPerson) return giveUp(parts.db, held, error.problem)
  const seconds = pauseAfter(held.step, held.attempt)
  if (seconds === null) return giveUp(parts.db, held, givenUp(held.attempt))
  const dueAt = new Date(parts.now().getTime() + seconds * 1_000)
  return putBack(parts.db, held, dueAt, error instanceof TryLater ? error.problem : null)
}

/** Seconds until the next try; null: it was the last. */
export function pauseAfter(step: WorkStep, attempt: number): number | null {
  return patience[step][attempt - 1] ?? null
}

export function givenUp(times: number): Reason {
  return reason('pipeline:given-up', { times })
}
