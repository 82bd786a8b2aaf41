/** What the programs of another organisation are told: that something happened on a case, by its reference alone. */
import type { Selectable } from 'kysely'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import { openPartStates } from '../../../shared/joint/part-changes.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'
import type { Cases } from '../tables.ts'

/** With a notice to people as well. */
export type Noticed =
  | 'part.asked'
  | 'part.approve'
  | 'part.ended'
  | 'part.due'
  | 'part.overdue'
  | 'consent.withdrawn'
  | 'consent.narrowed'
  | 'lead.proposed'
  | 'lead.accepted'
  | 'lead.withdrawn'
  | 'lead.declined'
  | 'lead.silent'
  | 'case.transferred'
  | 'commissioner.handles'
  | 'meeting.changed'
  | 'person.not-told'
  | 'meeting.moved'
  | 'meeting.cancelled'

/** The rest is for programs alone: people see it where they work. */
type Announced = Noticed | 'exchange.written' | 'response.changed' | 'response.sent'

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

/** To every organisation that has a part in it and is told by a program. */
export async function announceToParts(
  queries: Queries,
  about: Pick<Selectable<Cases>, 'id' | 'reference'>,
  event: Announced,
  now: Date,
): Promise<void> {
  const parts = await queries
    .selectFrom('parts')
    .select('organisation')
    .where('case', '=', about.id)
    .where('state', 'in', [...openPartStates])
    .execute()
  for (const { organisation } of parts) {
    await announce(queries, { organisation, case: about.id, reference: about.reference, event, now })
  }
}
