/** The audit as administrators read it: the newest entries of their own organisation, narrowed down, page by page. */
import { asId, type CaseId, type OrganisationId, type StaffId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import { casesSeen, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'

export interface AuditFilter {
  /** Such as "handoff.accept". */
  readonly act: string | null
  readonly staff: StaffId | null
  /** Only what was done to this case. */
  readonly case: CaseId | null
  /** Entries older than this one. */
  readonly before: number | null
}

const pageLength = 100

/** All of it is told, but of cases that they may not see only that something was done. */
export async function listAudit(queries: Queries, who: Viewer, filter: AuditFilter) {
  const { act, staff, before } = filter
  const rows = await queries
    .selectFrom('audit_entries')
    .leftJoin('staff', (join) =>
      join.on((on) => on(on.cast<string>('staff.id', 'text'), '=', on.ref('audit_entries.actor'))),
    )
    .select(['audit_entries.id', 'audit_entries.at', 'audit_entries.act', 'audit_entries.actor_kind'])
    .select(['audit_entries.about_kind', 'audit_entries.about'])
    .select('staff.name as staffName')
    .where('audit_entries.organisation', '=', who.organisation)
    .$if(act !== null, (query) => query.where('audit_entries.act', '=', act))
    .$if(staff !== null, (query) =>
      query.where('audit_entries.actor_kind', '=', 'staff').where('audit_entries.actor', '=', staff),
    )
    .$if(filter.case !== null, (query) =>
      query.where('audit_entries.about_kind', '=', 'case').where('audit_entries.about', '=', filter.case),
    )
    .$if(before !== null, (query) => query.where('audit_entries.id', '<', before))
    .orderBy('audit_entries.id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const page = rows.slice(0, pageLength)
  const cases = page.flatMap((row) => (row.about_kind === 'case' ? [asId<'case'>(row.about)] : []))
  const seen = await casesSeen(queries, who, [...new Set(cases)])
  const references = new Map<string, Reference>(seen.map(({ id, reference }) => [id, reference]))
  return {
    rows: page.map(({ id, at, act: done, actor_kind, staffName, about }) => ({
      ...{ id, at, act: done, actor_kind, staffName },
      reference: references.get(about) ?? null,
    })),
    next: rows.length > pageLength ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Whose acts can be asked for: everybody who ever worked there. */
export async function listActors(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('organisation', '=', organisation)
    .orderBy('name')
    .execute()
}
