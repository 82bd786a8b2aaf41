/** The rules that hold now, for grading, clocks and the names of subjects; read again only when they changed. */
import type { Rules } from '../../shared/knowledge.ts'
import { currentKnowledgeVersion, loadKnowledgeVersion } from '../store/knowledge.ts'
import type { Database } from '../store/database.ts'

export type RulesInForce = () => Promise<Rules>

/** Throws on a database that was never set up. */
export function createRulesInForce(db: Database): RulesInForce {
  let known: { readonly version: string; readonly rules: Rules } | null = null
  return async () => {
    const version = await currentKnowledgeVersion(db)
    if (version !== null && version !== known?.version) known = await loadKnowledgeVersion(db, version)
    if (known === null) throw new Error('This database has no rules yet')
    return known.rules
  }
}
