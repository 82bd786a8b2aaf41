/** What runs by the clock: the sweeper of waiting rows, handoffs nobody took, expired drafts, and sealing the audit. */
import type { Bell } from '../queue/bell.ts'
import { sealAudit } from '../store/audit-seals.ts'
import { removeExpiredDrafts } from '../store/drafts.ts'
import { escalateCase, listOverdue } from '../store/escalations.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import { oweLooks } from '../store/joint/peer-looks.ts'
import { leftWaiting, workSteps } from '../store/work.ts'
import { jointWork, type JointWorkParts } from './joint-work.ts'

interface UpkeepParts extends JointWorkParts {
  readonly depth: Bell['depth']
}

interface Task {
  readonly name: string
  readonly everyMs: number
  run(parts: UpkeepParts): Promise<void>
}

/** A row rung for this long ago was missed: the queue was flushed, a worker died, or the bell never reached it. */
const missedAfterMs = 2_000
const sweptAtOnce = 500

/** As many jobs as that are not missed, only not reached yet: ringing again would bury the queue. */
const deepEnough = 100

async function sweep({ db, ring, depth, now }: UpkeepParts): Promise<void> {
  const at = now()
  const dueBefore = new Date(at.getTime() - missedAfterMs)
  // A queue that does not answer is complained of where it is rung, and has nothing to bring.
  const jobs = await depth().catch(() => null)
  if (jobs === null) return
  for (const step of workSteps) {
    if (jobs[step] >= deepEnough) continue
    const ids = await leftWaiting(db, step, dueBefore, at, sweptAtOnce)
    if (ids.length > 0) ring(step, ...ids)
  }
}

/** Case by case: what one case fails by keeps no other from being passed on. */
async function escalate({ db, ring, now, complain }: UpkeepParts): Promise<void> {
  const overdue = await listOverdue(db, now())
  if (overdue.length === 0) return
  const { rules } = await loadCurrentKnowledge(db)
  for (const id of overdue) {
    const offered = await escalateCase(db, id, rules, now()).catch((error: unknown) => {
      complain(`escalate ${id}`, error)
      return []
    })
    ring('hand-over', ...offered)
  }
}

const tasks: readonly Task[] = [
  { name: 'sweep', everyMs: 1_000, run: sweep },
  { name: 'escalate', everyMs: 60_000, run: escalate },
  { name: 'joint-work', everyMs: 60_000, run: jointWork },
  {
    name: 'peer-looks',
    everyMs: 600_000,
    run: async ({ db, ring, now }) => {
      ring('errand', ...(await oweLooks(db, now())))
    },
  },
  {
    name: 'seal-audit',
    everyMs: 60_000,
    run: async ({ db, now }) => {
      await sealAudit(db, now())
    },
  },
  {
    name: 'drafts',
    everyMs: 600_000,
    run: async ({ db, now }) => {
      await removeExpiredDrafts(db, now())
    },
  },
]

export interface Upkeep {
  /** Resolves when what runs has finished. */
  close(): Promise<void>
}

export function startUpkeep(parts: UpkeepParts): Upkeep {
  const running = tasks.map((task) => repeat(task, parts))
  return {
    close: async () => {
      await Promise.all(running.map((task) => task.close()))
    },
  }
}

/** The pause is counted from the end of a run: a slow run is never overtaken by the next. */
function repeat(task: Task, parts: UpkeepParts): Upkeep {
  let timer: NodeJS.Timeout | null = null
  let closed = false
  let current: Promise<void> = Promise.resolve()

  function begin(): void {
    current = task
      .run(parts)
      .catch((error: unknown) => parts.complain(task.name, error))
      .finally(() => {
        if (!closed) timer = setTimeout(begin, task.everyMs)
      })
  }

  begin()
  return {
    async close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      await current
    },
  }
}
