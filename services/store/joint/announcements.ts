/** What the programs of another organisation are told: that something happened on a case, by its reference alone. */
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'

export type Announced =
  | 'part.asked'
  | 'part.approve'
  | 'part.ended'
  | 'part.due'
  | 'part.overdue'
  | 'consent.withdrawn'
  | 'lead.proposed'
  | 'lead.accepted'
  | 'lead.withdrawn'
  | 'lead.declined'
  | 'lead.silent'
  | 'case.transferred'
  | 'commissioner.handles'

export interface Announcement {
  readonly organisation: OrganisationId
  readonly case: CaseId
  readonly reference: Reference
  readonly event: Announced
  readonly now: Date
}

/** One row for each of their endpoints, in the transaction of the act. Returns those rows, to be rung for after it. */
export async function announce(queries: Queries, given: Announcement): Promise<readonly string[]> {
  const endpoints = await queries
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('organisation', '=', given.organisation)
    .where('stopped_at', 'is', null)
    .execute()
  if (endpoints.length === 0) return []
  const rows = await queries
    .insertInto('webhook_events')
    .values(
      endpoints.map(({ id }) => ({
        endpoint: id,
        case: given.case,
        event: given.event,
        content: JSON.stringify({ reference: given.reference }),
        made_at: given.now,
        due_at: given.now,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
