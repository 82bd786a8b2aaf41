/** The routing rules as administrators change them: each change a new version of the knowledge, none made unseen. */
import type { RoutingRule } from '../../shared/knowledge.ts'
import { withScope, type Database } from './database.ts'
import { holdKnowledge, loadCurrentKnowledge, makeCurrent } from './knowledge.ts'
import { staffActor } from './case-acts.ts'
import type { StaffMember } from './staff.ts'

export interface RoutingChange {
  readonly who: StaffMember
  /** Of the knowledge they looked at. */
  readonly version: string
  /** All of them, in their order. */
  readonly routing: readonly RoutingRule[]
  /** Such as "rule.add". */
  readonly act: string
  /** Id of the rule that it is about. */
  readonly rule: string
  readonly now: Date
}

/** `changed-meanwhile`: somebody else made another version since; nothing was saved. */
export async function saveRouting(
  db: Database,
  { who, version, routing, act, rule, now }: RoutingChange,
): Promise<'done' | 'changed-meanwhile'> {
  return withScope(db, { of: 'organisation', organisation: who.organisation }, async (queries) => {
    await holdKnowledge(queries)
    const stored = await loadCurrentKnowledge(queries)
    if (stored.version !== version) return 'changed-meanwhile'
    const content = { directory: stored.directory, rules: { ...stored.rules, routing } }
    await makeCurrent(queries, content, who.id, now, {
      actor: staffActor(who.id),
      act,
      organisation: who.organisation,
      details: { rule, before: version },
    })
    return 'done'
  })
}
