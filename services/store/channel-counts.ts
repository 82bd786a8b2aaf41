/** What came by each channel: per London day, how it was read, and what of it became a case; of one organisation alone. */
import { sql } from 'kysely'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'

export interface ChannelDay {
  readonly channel: ChannelName
  readonly day: CalendarDate
  readonly deliveries: number
  readonly cases: number
  readonly nothingToRoute: number
  readonly quarantined: number
}

/** Days on which nothing came are left out. */
export async function countByChannel(
  queries: Queries,
  organisation: OrganisationId,
  since: CalendarDate,
): Promise<readonly ChannelDay[]> {
  const { rows } = await sql<ChannelDay>`
    select deliveries.channel,
      to_char(deliveries.received_at at time zone 'Europe/London', 'YYYY-MM-DD') as day,
      count(*)::int as deliveries,
      count(submissions."case")::int as cases,
      (count(*) filter (where deliveries.state = 'nothing-to-route'))::int as "nothingToRoute",
      (count(*) filter (where deliveries.state = 'quarantined'))::int as quarantined
    from deliveries left join submissions on submissions.delivery = deliveries.id
    where coalesce(submissions.received_by, deliveries.received_by) = ${organisation}
      and deliveries.received_at >= (${since}::date)::timestamp at time zone 'Europe/London'
    group by 1, 2`.execute(queries)
  return rows
}

export async function lastDeliveries(
  queries: Queries,
  organisation: OrganisationId,
): Promise<ReadonlyMap<ChannelName, Date>> {
  const rows = await queries
    .selectFrom('deliveries')
    .select((select) => ['channel', select.fn.max('received_at').as('last')])
    .where('received_by', '=', organisation)
    .groupBy('channel')
    .execute()
  return new Map(rows.map(({ channel, last }) => [channel, last]))
}
