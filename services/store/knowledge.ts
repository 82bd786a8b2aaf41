/** Versions of what the router may know: each distinct content once, and which of them holds now. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Directory } from '../../shared/directory.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { inOneOrder } from '../../shared/same.ts'
import { record, type AuditEntry } from './audit.ts'
import type { Database, Queries } from './database.ts'
import { saveDirectoryRows } from './directory.ts'
import { recount, type Recounted } from './recount.ts'

export interface StoredKnowledge {
  readonly version: string
  readonly directory: Directory
  readonly rules: Rules
  /** Whose act made it: an id of staff, or the release it came with. */
  readonly madeBy: string
}

export interface KnowledgeContent {
  readonly directory: Directory
  readonly rules: Rules
}

/** What the audit says of a new version. */
export type KnowledgeAct = Pick<AuditEntry, 'actor' | 'act' | 'organisation' | 'details'>

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

/** Throws on a database that was never set up. */
export async function loadCurrentKnowledge(db: Queries): Promise<StoredKnowledge> {
  const version = await currentKnowledgeVersion(db)
  const stored = version === null ? null : await loadKnowledgeVersion(db, version)
  if (stored === null) throw new Error('This database has no directory and rules yet')
  return stored
}

/** Without all the rest of the version that holds. Empty on a database that was never set up. */
export async function loadBankHolidays(db: Queries): Promise<Rules['bankHolidays']> {
  const row = await db
    .selectFrom('knowledge_versions')
    .select(sql<Rules['bankHolidays']>`rules -> 'bankHolidays'`.as('bankHolidays'))
    .where('is_current', '=', true)
    .executeTakeFirst()
  return row?.bankHolidays ?? []
}

/** Makes this directory and these rules the ones that hold. The same content twice is the same version. */
export async function saveKnowledge(
  db: Database,
  content: KnowledgeContent,
  by: string,
  now: Date,
): Promise<string> {
  return db.transaction().execute(async (queries) => {
    await holdKnowledge(queries)
    await saveDirectoryRows(queries, content.directory)
    const { version } = await makeCurrent(queries, content, by, now, null)
    return version
  })
}

/** Until the transaction ends nobody else makes another version the one that holds. */
export async function holdKnowledge(queries: Queries): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge_versions'))`.execute(queries)
}

/** What became of making a version the one that holds. */
export interface MadeCurrent {
  readonly version: string
  readonly recounted: Recounted
}

/**
 * In a transaction that holds the knowledge, and where the rows of the directory are as the content says. With its line
 * in the audit where it is somebody's act. What runs is counted by the bank holidays that hold from now on.
 */
export async function makeCurrent(
  queries: Queries,
  content: KnowledgeContent,
  by: string,
  now: Date,
  act: KnowledgeAct | null,
): Promise<MadeCurrent> {
  const version = versionOf(content)
  const before = await currentKnowledgeVersion(queries)
  const held = before === null ? null : await loadKnowledgeVersion(queries, before)
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
  if (act !== null) await record(queries, { ...act, at: now, about: { kind: 'knowledge', id: version } })
  const { rules } = content
  return { version, recounted: await recount({ queries, before: held?.rules ?? rules, after: rules, now }) }
}

/** The start of a hash over the content: two hubs with the same rules name them alike. */
function versionOf({ directory, rules }: KnowledgeContent): string {
  const text = JSON.stringify([directory, rules], inOneOrder)
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** By who received them: how often the same care service and subject came up since `since`. Key: `careService|subject`. */
export async function countEarlier(
  db: Queries,
  since: Date,
): Promise<ReadonlyMap<OrganisationId, ReadonlyMap<string, number>>> {
  const rows = await db
    .selectFrom('issues')
    .innerJoin('cases', 'cases.id', 'issues.case')
    .select(['cases.received_by', 'issues.care_service', 'issues.subjects'])
    .select((select) => select.fn.countAll<number>().as('times'))
    .where('cases.received_at', '>=', since)
    .where('issues.kind', 'in', ['concern', 'complaint'])
    .where('issues.care_service', 'is not', null)
    .groupBy(['cases.received_by', 'issues.care_service', 'issues.subjects'])
    .execute()
  const byReceiver = new Map<OrganisationId, Map<string, number>>()
  for (const { received_by: receiver, care_service: careService, subjects, times } of rows) {
    const counts = byReceiver.get(receiver) ?? new Map<string, number>()
    byReceiver.set(receiver, counts)
    for (const subject of subjects) {
      const key = `${careService}|${subject}`
      counts.set(key, (counts.get(key) ?? 0) + times)
    }
  }
  return byReceiver
}

/** When a case was routed first, its own issues were not among the earlier ones. */
export async function withoutOwn(
  db: Queries,
  id: CaseId,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  return lessOwn(counts, await issuesCounted(db, [id]))
}

/** The issues of these cases that are among the earlier ones of others. */
export async function issuesCounted(db: Queries, cases: readonly CaseId[]) {
  return db
    .selectFrom('issues')
    .select(['case', 'care_service', 'subjects'])
    .where('case', 'in', [...cases])
    .where('kind', 'in', ['concern', 'complaint'])
    .where('care_service', 'is not', null)
    .execute()
}

/** `own`: the issues of one case. */
export function lessOwn(
  counts: ReadonlyMap<string, number>,
  own: Awaited<ReturnType<typeof issuesCounted>>,
): ReadonlyMap<string, number> {
  const left = new Map(counts)
  for (const { care_service: careService, subjects } of own) {
    for (const subject of subjects) {
      const key = `${careService}|${subject}`
      left.set(key, Math.max(0, (left.get(key) ?? 0) - 1))
    }
  }
  return left
}

/** How many open cases does each team answer for? */
export async function countOpenCases(db: Queries): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select((select) => ['owner_team', select.fn.countAll<number>().as('times')])
    .where('state', '=', 'open')
    .groupBy('owner_team')
    .execute()
  return new Map(rows.map((row) => [row.owner_team, row.times]))
}
