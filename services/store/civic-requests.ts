/** What came in by Open311, as far as civic apps may know of it: never a word of what was said. */
import { sql } from 'kysely'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { About } from '../../shared/submission.ts'
import type { Queries } from './database.ts'
import { receiver } from './deliveries.ts'

export interface CivicRequest {
  readonly reference: Reference
  readonly receivedAt: Date
  /** When somebody or the hub last did something about it; looking at it does not count. */
  readonly updatedAt: Date
  readonly receivedBy: OrganisationId
  readonly status: 'received' | 'open' | 'closed'
  /** Null until it was read. */
  readonly about: Pick<About, 'organisation' | 'careService'> | null
}

/** Null in `references` or `receivedBy` is any. */
export interface CivicRequestQuery {
  readonly references: readonly Reference[] | null
  readonly receivedBy: OrganisationId | null
  readonly statuses: readonly ('open' | 'closed')[] | null
  readonly from: Date
  readonly to: Date
}

/** As many as GeoReport v2 has a server give at once. */
const mostRequests = 1_000

const lastChange = sql<Date | null>`(
  select max(at) from audit_entries
  where about_kind = 'case' and about = cases.id::text
    and act not in ('case.read', 'mail.view', 'record.view', 'attachment.download', 'attachment.play',
      'attachment.original', 'document.download'))`

/** Newest first. */
export async function findCivicRequests(
  db: Queries,
  query: CivicRequestQuery,
): Promise<readonly CivicRequest[]> {
  const { references, receivedBy, statuses, from, to } = query
  if (references?.length === 0 || statuses?.length === 0) return []
  const rows = await db
    .selectFrom('deliveries')
    .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .leftJoin('cases', 'cases.id', 'submissions.case')
    .select([
      'deliveries.reference',
      'deliveries.received_at',
      receiver.as('received_by'),
      'submissions.content',
      'cases.state',
    ])
    .select(lastChange.as('changed_at'))
    .where('deliveries.channel', '=', 'open311')
    .where('deliveries.received_at', '>=', from)
    .where('deliveries.received_at', '<=', to)
    .$if(references !== null, (select) => select.where('deliveries.reference', 'in', references ?? []))
    .$if(receivedBy !== null, (select) => select.where(receiver, '=', receivedBy))
    .$if(statuses !== null, (select) =>
      select.where(sql`coalesce(cases.state, 'open')`, 'in', statuses ?? []),
    )
    .orderBy('deliveries.received_at', 'desc')
    .limit(mostRequests)
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    receivedAt: row.received_at,
    updatedAt: row.changed_at ?? row.received_at,
    receivedBy: row.received_by,
    status: row.state ?? 'received',
    about: row.content?.about ?? null,
  }))
}
