/** The knowledge the router is given: the version that holds, what came up before, and the days of receipt and of routing. */
import { loadModel } from '../../rules/classifier/load-model.ts'
import { londonDate, londonTime } from '../../shared/dates/london.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import { teamsWithNobody } from '../store/absences.ts'
import type { Database } from '../store/database.ts'
import {
  countEarlier,
  countOpenCases,
  currentKnowledgeVersion,
  loadKnowledgeVersion,
  type StoredKnowledge,
} from '../store/knowledge.ts'

export interface KnowledgeSource {
  /** What holds now, for something received at that instant by that organisation. Throws before first-run setup. */
  knowledgeFor(receivedAt: Date, receivedBy: OrganisationId, now: Date): Promise<Knowledge>
}

/** Counts this old are good enough to say how often something happens and how busy a team is. */
const countsKeptMs = 30_000
const yearMs = 365 * 24 * 3_600_000

interface Counts {
  readonly at: number
  readonly earlier: Awaited<ReturnType<typeof countEarlier>>
  readonly openCases: ReadonlyMap<string, number>
}

export function createKnowledgeSource(db: Database): KnowledgeSource {
  const model = loadModel()
  let stored: StoredKnowledge | null = null
  let counts: Counts | null = null

  async function current(): Promise<StoredKnowledge> {
    const version = await currentKnowledgeVersion(db)
    if (version === null) throw new Error('This database has no directory and rules yet')
    if (stored?.version !== version) stored = await loadKnowledgeVersion(db, version)
    if (stored === null) throw new Error(`Knowledge version ${version} is missing`)
    return stored
  }

  async function counted(now: Date): Promise<Counts> {
    if (counts === null || now.getTime() - counts.at > countsKeptMs) {
      const [earlier, openCases] = await Promise.all([
        countEarlier(db, new Date(now.getTime() - yearMs)),
        countOpenCases(db),
      ])
      counts = { at: now.getTime(), earlier, openCases }
    }
    return counts
  }

  return {
    async knowledgeFor(receivedAt, receivedBy, now) {
      const routedOn = londonDate(now.toISOString())
      const [{ version, directory, rules }, { earlier, openCases }, nobodyIn] = await Promise.all([
        current(),
        counted(now),
        teamsWithNobody(db, routedOn),
      ])
      return {
        version,
        today: londonDate(receivedAt.toISOString()),
        routedOn,
        routedAt: londonTime(now),
        receivedBy,
        directory,
        rules,
        earlierCounts: earlier.get(receivedBy) ?? new Map(),
        openCases,
        nobodyIn,
        model,
      }
    },
  }
}
