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

export interface ChannelErrors {
  readonly channel: ChannelName
  readonly unreadable: number
  readonly unsent: number
}

/** What waits for a person now, from whichever day; channels where all is well are left out. */
export async function errorsByChannel(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly ChannelErrors[]> {
  const { rows } = await sql<ChannelErrors>`
    select channel, sum(unreadable)::int as unreadable, sum(unsent)::int as unsent from (
      select channel, 1 as unreadable, 0 as unsent from deliveries
        where received_by = ${organisation} and state = 'quarantined'
      union all
      select messages.channel, 0, 1 from messages join cases on cases.id = messages."case"
        where cases.received_by = ${organisation} and messages.state = 'failed'
    ) as wrong group by channel`.execute(queries)
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
