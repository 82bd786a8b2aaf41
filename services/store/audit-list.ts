/** The audit as administrators read it: the newest entries of their own organisation, narrowed down, page by page. */
import type { CaseId, OrganisationId, StaffId } from '../../shared/ids.ts'
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

export async function listAudit(queries: Queries, organisation: OrganisationId, filter: AuditFilter) {
  const { act, staff, before } = filter
  const about = filter.case
  const rows = await queries
    .selectFrom('audit_entries')
    .leftJoin('staff', (join) =>
      join.on((on) => on(on.cast<string>('staff.id', 'text'), '=', on.ref('audit_entries.actor'))),
    )
    .leftJoin('cases', (join) =>
      join
        .on('audit_entries.about_kind', '=', 'case')
        .on('cases.received_by', '=', organisation)
        .on((on) => on(on.cast<string>('cases.id', 'text'), '=', on.ref('audit_entries.about'))),
    )
    .select(['audit_entries.id', 'audit_entries.at', 'audit_entries.act', 'audit_entries.actor_kind'])
    .select(['staff.name as staffName', 'cases.reference'])
    .where('audit_entries.organisation', '=', organisation)
    .$if(act !== null, (query) => query.where('audit_entries.act', '=', act))
    .$if(staff !== null, (query) =>
      query.where('audit_entries.actor_kind', '=', 'staff').where('audit_entries.actor', '=', staff),
    )
    .$if(about !== null, (query) =>
      query.where('audit_entries.about_kind', '=', 'case').where('audit_entries.about', '=', about),
    )
    .$if(before !== null, (query) => query.where('audit_entries.id', '<', before))
    .orderBy('audit_entries.id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const shown = rows.slice(0, pageLength)
  return { rows: shown, next: rows.length > pageLength ? (shown.at(-1)?.id ?? null) : null }
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
