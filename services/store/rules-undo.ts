/** Taking back the last change of the routing rules: they are again what they were before, as a change of its own. */
import { z } from 'zod'
import { withScope, type Database, type Queries } from './database.ts'
import { loadCurrentKnowledge } from './knowledge.ts'
import { saveRouting } from './rules.ts'
import type { StaffMember } from './staff.ts'

const undoable = ['rule.add', 'rule.change', 'rule.move', 'rule.end']
const detailsRead = z.object({ rule: z.string(), before: z.string() })

/** Null where the last thing that changed the knowledge was something else, a change of the rules taken back included. */
export async function findLastChange(queries: Queries, version: string) {
  const entry = await queries
    .selectFrom('audit_entries')
    .select(['act', 'actor', 'at', 'details'])
    .where('about_kind', '=', 'knowledge')
    .where('about', '=', version)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (entry === undefined || !undoable.includes(entry.act)) return null
  const { rule, before } = detailsRead.parse(entry.details)
  const { name } = (await queries
    .selectFrom('staff')
    .select('name')
    .where((where) => where(where.cast('id', 'text'), '=', entry.actor))
    .executeTakeFirst()) ?? { name: '' }
  return { act: entry.act, at: entry.at, by: name, rule, before }
}

/** `changed-meanwhile`: the rules are not as they were looked at, or there is nothing to take back; nothing was done. */
export async function undoLastChange(
  db: Database,
  { who, version, now }: { readonly who: StaffMember; readonly version: string; readonly now: Date },
): Promise<'done' | 'changed-meanwhile'> {
  const scope = { of: 'organisation', organisation: who.organisation } as const
  const found = await withScope(db, scope, async (queries) => {
    const current = await loadCurrentKnowledge(queries)
    const last = current.version === version ? await findLastChange(queries, version) : null
    if (last === null) return null
    const { rules } = await queries
      .selectFrom('knowledge_versions')
      .select('rules')
      .where('version', '=', last.before)
      .executeTakeFirstOrThrow()
    return { rule: last.rule, routing: rules.routing }
  })
  if (found === null) return 'changed-meanwhile'
  return saveRouting(db, { who, version, ...found, act: 'rule.undo', now })
}
