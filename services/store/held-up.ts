/** What came in and is not a case yet although it is no news any more: staff see it while machines still try. */
import { sql, type RawBuilder } from 'kysely'
import type { Reason } from '../../shared/finding.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { listedFor } from './receivers.ts'

/** Reading and routing take two seconds; a minute is more than any backlog of a usual day. */
const noNewsMs = 60_000
/** A backlog is counted no further: the count stands on every page of the inbox. */
const mostCounted = 1_000

export interface HeldUp {
  readonly step: 'read' | 'route'
  readonly id: string
  readonly reference: Reference
  readonly channel: ChannelName
  readonly receivedAt: Date
  /** Tries that came to nothing; 0 where nobody has begun. */
  readonly attempts: number
  readonly nextTryAt: Date
  readonly problem: Reason | null
}

/** The oldest first. */
export async function listHeldUp(
  queries: Queries,
  organisation: OrganisationId,
  now: Date,
  limit: number,
): Promise<readonly HeldUp[]> {
  const heldUp = await heldUpOf(queries, organisation, now)
  const { rows } = await sql<HeldUp>`
    select * from (${heldUp}) as held_up order by "receivedAt" limit ${limit}`.execute(queries)
  return rows
}

/** No further than a thousand. */
export async function countHeldUp(
  queries: Queries,
  organisation: OrganisationId,
  now: Date,
): Promise<number> {
  const heldUp = await heldUpOf(queries, organisation, now)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${heldUp} limit ${mostCounted}) as held_up`.execute(queries)
  return rows[0]?.count ?? 0
}

async function heldUpOf(
  queries: Queries,
  organisation: OrganisationId,
  now: Date,
): Promise<RawBuilder<unknown>> {
  const owners = await listedFor(queries, organisation)
  const before = new Date(now.getTime() - noNewsMs)
  return sql`
    select 'read' as step, id, reference, channel, received_at as "receivedAt",
      attempts, due_at as "nextTryAt", problem
    from deliveries
    where state = 'waiting' and received_at < ${before} and received_by in (${sql.join(owners)})
    union all
    select 'route', submissions.id, deliveries.reference, deliveries.channel, submissions.received_at,
      submissions.attempts, submissions.due_at, submissions.problem
    from submissions join deliveries on deliveries.id = submissions.delivery
    where submissions.state = 'waiting' and submissions.received_at < ${before}
      and submissions.received_by = ${organisation}`
}
