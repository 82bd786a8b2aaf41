/** The knowledge the router is given: the version that holds, what came up before, and the days of receipt and of routing. */
import { loadModel } from '../../rules/classifier/load-model.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Database } from '../store/database.ts'
import {
  countEarlier,
  currentKnowledgeVersion,
  loadKnowledgeVersion,
  type StoredKnowledge,
} from '../store/knowledge.ts'

export interface KnowledgeSource {
  /** What holds now, for something received at that instant by that organisation. Throws before first-run setup. */
  knowledgeFor(receivedAt: Date, receivedBy: OrganisationId, now: Date): Promise<Knowledge>
}

/** Counts this old are good enough to say how often something happens. */
const countsKeptMs = 30_000
const yearMs = 365 * 24 * 3_600_000

export function createKnowledgeSource(db: Database): KnowledgeSource {
  const model = loadModel()
  let stored: StoredKnowledge | null = null
  let counts: { readonly at: number; readonly earlier: ReadonlyMap<string, number> } | null = null

  async function current(): Promise<StoredKnowledge> {
    const version = await currentKnowledgeVersion(db)
    if (version === null) throw new Error('This database has no directory and rules yet')
    if (stored?.version !== version) stored = await loadKnowledgeVersion(db, version)
    if (stored === null) throw new Error(`Knowledge version ${version} is missing`)
    return stored
  }

  async function earlierCounts(now: Date): Promise<ReadonlyMap<string, number>> {
    if (counts === null || now.getTime() - counts.at > countsKeptMs) {
      counts = { at: now.getTime(), earlier: await countEarlier(db, new Date(now.getTime() - yearMs)) }
    }
    return counts.earlier
  }

  return {
    async knowledgeFor(receivedAt, receivedBy, now) {
      const [{ version, directory, rules }, earlier] = await Promise.all([current(), earlierCounts(now)])
      return {
        version,
        today: londonDate(receivedAt.toISOString()),
        routedOn: londonDate(now.toISOString()),
        receivedBy,
        directory,
        rules,
        earlierCounts: earlier,
        model,
      }
    },
  }
}
