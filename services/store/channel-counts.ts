/** What came by each channel: per London day, how it was read, and what of it became a case; of one organisation alone. */
import { sql } from 'kysely'
import type { CalendarDate } from '../../shared/dates/london.ts'
import { receiptsSince } from '../../shared/receipt-age.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { noTransport } from './messages.ts'

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
  /** Held because nothing is set up to send by this channel: they go by themselves once there is. Receipts while they are worth it. */
  readonly noTransport: number
  /** Held for another reason, such as a wish of the person's: somebody decides. */
  readonly held: number
  /** Tried in vain so far, and tried again by itself. */
  readonly triedAgain: number
}

/** What waits for a person now, from whichever day; channels where all is well are left out. */
export async function errorsByChannel(
  queries: Queries,
  organisation: OrganisationId,
  now: Date,
): Promise<readonly ChannelErrors[]> {
  const { rows } = await sql<ChannelErrors>`
    select channel,
      (count(*) filter (where what = 'unreadable'))::int as unreadable,
      (count(*) filter (where what = 'failed'))::int as unsent,
      (count(*) filter (where what = 'no-transport'))::int as "noTransport",
      (count(*) filter (where what = 'held'))::int as held,
      (count(*) filter (where what = 'waiting'))::int as "triedAgain"
    from (
      select channel, 'unreadable' as what from deliveries
        where received_by = ${organisation} and state = 'quarantined'
      union all
      select messages.channel,
        case
          when messages.state = 'held' and messages.held_because->>'key' = ${noTransport}
            and not (messages.purpose = 'receipt' and messages.created_at < ${receiptsSince(now)})
            then 'no-transport'
          else messages.state
        end
        from messages join cases on cases.id = messages."case"
        where cases.received_by = ${organisation} and (
          messages.state in ('failed', 'held')
          or messages.state = 'waiting' and messages.problem is not null)
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
