/** What one click corrected and how it stood before; and what people most often say instead of what the hub found. */
import { sql } from 'kysely'
import type { StoodBefore } from '../../shared/case/stood-before.ts'
import type { CaseId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Act } from './case-acts.ts'
import type { CaseHead } from './case-file.ts'
import type { Queries } from './database.ts'
import { stands } from './undone-findings.ts'

/** Findings made later have greater ids; 0 where there is none. */
export async function newestFinding(queries: Queries, id: CaseId): Promise<number> {
  const { newest } = await queries
    .selectFrom('findings')
    .select((select) => select.fn.coalesce(select.fn.max('id'), select.val(0)).as('newest'))
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  return newest
}

export async function saveQuick(
  { queries, head, who, now }: Act,
  before: StoodBefore,
  firstFinding: number,
): Promise<void> {
  await queries
    .insertInto('quick_corrections')
    .values({
      case: head.id,
      about: before.about,
      before: JSON.stringify(before),
      first_finding: firstFinding,
      version_after: head.version + 1,
      made_at: now,
      made_by: who.id,
    })
    .execute()
}

/** The last thing that was done to the case, if that was such a click and it still stands; else null. */
export async function findUndoable(queries: Queries, { id, version }: Pick<CaseHead, 'id' | 'version'>) {
  const row = await queries
    .selectFrom('quick_corrections')
    .innerJoin('staff', 'staff.id', 'quick_corrections.made_by')
    .select(['quick_corrections.id', 'before', 'first_finding as firstFinding', 'made_at as at'])
    .select(['staff.name as byName', 'staff.id as by'])
    .where('quick_corrections.case', '=', id)
    .where('version_after', '=', version)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export type Undoable = NonNullable<Awaited<ReturnType<typeof findUndoable>>>

const year = sql`interval '1 year'`

/** Teams that people named instead of this one, where the hub had found this one; the most often named first. */
export async function teamsNamedInstead(
  queries: Queries,
  organisation: OrganisationId,
  team: TeamId,
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly team: string }>`
    select said.value->>'team' as team
    from findings said
    join cases on cases.id = said."case" and cases.received_by = ${organisation}
    where said.about = 'owner' and said.corrected_by is not null and ${stands}
      and said.found_at > ${now}::timestamptz - ${year} and said.value->>'team' <> ${team}
      and exists (
        select from findings found
        where found."case" = said."case" and found.about = 'owner' and found.knowledge_version is not null
          and found.value->>'team' = ${team})
    group by 1 order by count(*) desc, 1 limit 3`.execute(queries)
  return rows.map((row) => row.team)
}

/** Subjects that people chose where the hub had found one of these, other than these; the most often chosen first. */
export async function subjectsChosenInstead(
  queries: Queries,
  organisation: OrganisationId,
  subjects: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly code: string }>`
    select chosen.code
    from findings said
    join cases on cases.id = said."case" and cases.received_by = ${organisation}
    cross join lateral jsonb_array_elements_text(said.value) chosen(code)
    where said.about like 'issue.%.subjects' and said.corrected_by is not null and ${stands}
      and said.found_at > ${now}::timestamptz - ${year} and chosen.code <> all (${[...subjects]}::text[])
      and exists (
        select from findings found
        where found."case" = said."case" and found.about = regexp_replace(said.about, 's$', '')
          and found.knowledge_version is not null and found.value #>> '{}' = any (${[...subjects]}::text[]))
    group by 1 order by count(*) desc, 1 limit 3`.execute(queries)
  return rows.map(({ code }) => code)
}
