/** What every worker does around its own step: claim the row, try, try later, and give up where a person sees it. */
import type { Reason } from '../../shared/finding.ts'
import { reason } from '../../shared/finding.ts'
import type { Database } from '../store/database.ts'
import { claim, giveUp, putBack, type Claim, type WorkStep } from '../store/work.ts'

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

/** Seconds before each further try; after the last the work is given up in the open. About 9 hours in all. */
const patience = [2, 5, 15, 60, 300, 900, 3_600, 10_800, 18_000] as const

/** Makes a queue's handler of a step. The handler never throws: what fails is in the row, not in the queue. */
export function createStep(
  parts: StepParts,
  step: WorkStep,
  work: (held: Claim) => Promise<void>,
): (id: string) => Promise<void> {
  return async (id) => {
    const held = await claim(parts.db, step, id, parts.now())
    if (held === null) return
    try {
      await work(held)
    } catch (error) {
      parts.complain(step, id, error)
      await failed(parts, held, error)
    }
  }
}

async function failed(parts: StepParts, held: Claim, error: unknown): Promise<void> {
  if (error instanceof NeedsAPerson) return giveUp(parts.db, held, error.problem)
  const seconds = patience[held.attempt - 1]
  if (seconds === undefined) {
    return giveUp(parts.db, held, reason('pipeline:given-up', { times: held.attempt }))
  }
  return putBack(parts.db, held, new Date(parts.now().getTime() + seconds * 1_000))
}
