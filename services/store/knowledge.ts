/** Versions of what the router may know: each distinct content once, and which of them holds now. */
import { createHash } from 'node:crypto'
import type { Directory } from '../../shared/directory.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Database, Queries } from './database.ts'
import { saveDirectoryRows } from './directory.ts'

export interface StoredKnowledge {
  readonly version: string
  readonly directory: Directory
  readonly rules: Rules
  /** Whose act made it: an id of staff, or the release it came with. */
  readonly madeBy: string
}

/** Null on a database that was never set up. */
export async function currentKnowledgeVersion(db: Queries): Promise<string | null> {
  const row = await db
    .selectFrom('knowledge_versions')
    .select('version')
    .where('is_current', '=', true)
    .executeTakeFirst()
  return row?.version ?? null
}

export async function loadKnowledgeVersion(db: Queries, version: string): Promise<StoredKnowledge | null> {
  const row = await db
    .selectFrom('knowledge_versions')
    .select(['version', 'directory', 'rules', 'made_by as madeBy'])
    .where('version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

/** Makes this directory and these rules the ones that hold. The same content twice is the same version. */
export async function saveKnowledge(
  db: Database,
  content: { readonly directory: Directory; readonly rules: Rules },
  by: string,
  now: Date,
): Promise<string> {
  const version = versionOf(content)
  await db.transaction().execute(async (queries) => {
    await saveDirectoryRows(queries, content.directory)
    await queries
      .updateTable('knowledge_versions')
      .set({ is_current: false })
      .where('is_current', '=', true)
      .execute()
    await queries
      .insertInto('knowledge_versions')
      .values({
        version,
        directory: JSON.stringify(content.directory),
        rules: JSON.stringify(content.rules),
        made_at: now,
        made_by: by,
        is_current: true,
      })
      .onConflict((conflict) => conflict.column('version').doUpdateSet({ is_current: true }))
      .execute()
  })
  return version
}

/** The start of a hash over the content: two hubs with the same rules name them alike. */
function versionOf(content: { readonly directory: Directory; readonly rules: Rules }): string {
  const text = JSON.stringify([content.directory, content.rules])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** How often the same care service and subject came up since `since`. Key: `careService|subject`; either may be empty. */
export async function countEarlier(db: Queries, since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('issues')
    .innerJoin('cases', 'cases.id', 'issues.case')
    .select((select) => ['issues.care_service', 'issues.subjects', select.fn.countAll<number>().as('times')])
    .where('cases.received_at', '>=', since)
    .where('issues.kind', 'in', ['concern', 'complaint'])
    .groupBy(['issues.care_service', 'issues.subjects'])
    .execute()
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const subject of row.subjects.length === 0 ? [''] : row.subjects) {
      const key = `${row.care_service ?? ''}|${subject}`
      counts.set(key, (counts.get(key) ?? 0) + row.times)
    }
  }
  return counts
}
