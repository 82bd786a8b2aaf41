/** What runs by the clock: the sweeper of waiting rows, handoffs nobody took, expired drafts, and sealing the audit. */
import type { Bell } from '../queue/bell.ts'
import { sealAudit } from '../store/audit-seals.ts'
import { endUnsettled } from '../store/case-acts-settle-aloud.ts'
import { removeExpiredDrafts } from '../store/drafts.ts'
import { escalateCase, listOverdue } from '../store/escalations.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import { removeOldErrands } from '../store/joint/old-errands.ts'
import { recountLately } from '../store/recount-lately.ts'
import { removeOldSessions } from '../store/old-sessions.ts'
import { oweLooks } from '../store/joint/peer-looks.ts'
import { tellGathered } from './gathered-notices.ts'
import { jointWork, type JointWorkParts } from './joint-work.ts'
import { createSweeper } from './sweeper.ts'

interface UpkeepParts extends JointWorkParts {
  readonly depth: Bell['depth']
  /** Lets go what was held only for want of a way to send. */
  readonly release: () => Promise<void>
}

interface Task {
  readonly name: string
  readonly everyMs: number
  run(parts: UpkeepParts): Promise<void>
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
  { name: 'escalate', everyMs: 60_000, run: escalate },
  { name: 'unsettled', everyMs: 60_000, run: ({ db, now }) => endUnsettled(db, now()) },
  {
    name: 'bank-holidays',
    everyMs: 600_000,
    run: async ({ db, now }) => {
      await recountLately(db, now())
    },
  },
  { name: 'gathered-notices', everyMs: 60_000, run: tellGathered },
  { name: 'joint-work', everyMs: 60_000, run: jointWork },
  { name: 'release-held', everyMs: 60_000, run: (parts) => parts.release() },
  {
    name: 'peer-looks',
    everyMs: 600_000,
    run: async ({ db, ring, now }) => {
      ring('errand', ...(await oweLooks(db, now())))
    },
  },
  {
    name: 'old-errands',
    everyMs: 3_600_000,
    run: async ({ db, now }) => {
      await removeOldErrands(db, now())
    },
  },
  {
    name: 'old-sessions',
    everyMs: 900_000,
    run: async ({ db, now }) => {
      await removeOldSessions(db, now())
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
  const sweep: Task = { name: 'sweep', everyMs: 1_000, run: createSweeper() }
  const running = [sweep, ...tasks].map((task) => repeat(task, parts))
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
