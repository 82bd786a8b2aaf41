/** What no machine could bring to its end: listed for whoever sees the case, or where there is none yet all cases; nothing hidden in a log. */
import { sql } from 'kysely'
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'
import { isSeenBy, seenBy, type Viewer } from './case-file-scope.ts'
import { loadDelivery, receiver } from './deliveries.ts'
import type { Envelope } from './envelope.ts'
import { countFailedFiles } from './held-files.ts'
import { countHeldUp } from './held-up.ts'
import { listLettersDue } from './letters-due.ts'
import { listedFor } from './receivers.ts'

/** Longer lists are worked off from the top. */
export const listLength = 50

/** Unreadable, oldest first: their acknowledgement is due from arrival. */
export async function listQuarantined(queries: Queries, { organisation, seesAll }: Viewer) {
  if (!seesAll) return []
  return queries
    .selectFrom('deliveries')
    .select(['id', 'reference', 'channel', 'received_at', 'size', 'problem'])
    .where('received_by', '=', organisation)
    .where('state', '=', 'quarantined')
    .orderBy('received_at')
    .limit(listLength)
    .execute()
}

/**
 * Bounces, automatic replies and the like, newest first. Receipts only where asked for: most texts bring one. No work
 * is done on this list, so it is paged to its end: what a machine was wrong about must stay in reach.
 */
export async function listNothingToRoute(
  queries: Queries,
  { organisation, seesAll }: Viewer,
  { withReceipts, page }: { readonly withReceipts: boolean; readonly page: number },
) {
  const all = queries
    .selectFrom('deliveries')
    .where('received_by', '=', organisation)
    .where('state', '=', 'nothing-to-route')
    .$if(!seesAll, (query) => query.where(sql<boolean>`false`))
    .$if(!withReceipts, (query) => query.where('why', 'is distinct from', 'delivery-receipt'))
  const { count } = await all
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(count / listLength))
  const shown = Math.min(page, pages)
  const rows = await all
    .select(['id', 'reference', 'channel', 'received_at', 'size', 'why'])
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .offset((shown - 1) * listLength)
    .limit(listLength)
    .execute()
  return { count, page: shown, pages, rows }
}

/** Read, but no case came of it. */
export async function listUnrouted(queries: Queries, { organisation, seesAll }: Viewer) {
  if (!seesAll) return []
  return queries
    .selectFrom('submissions')
    .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
    .select(['submissions.id', 'submissions.problem', 'submissions.received_at'])
    .select(['deliveries.id as delivery', 'deliveries.reference', 'deliveries.channel'])
    .where('submissions.received_by', '=', organisation)
    .where('submissions.state', '=', 'failed')
    .orderBy('submissions.received_at')
    .limit(listLength)
    .execute()
}

/** Messages that did not go, or wait for a way to go; newest first. */
export async function listUnsent(queries: Queries, who: Viewer) {
  return queries
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select(['messages.id', 'messages.purpose', 'messages.state', 'messages.created_at'])
    .select(['messages.problem', 'messages.held_because', 'cases.reference'])
    .where('cases.received_by', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
    .where('messages.state', 'in', ['failed', 'held'])
    .orderBy('messages.created_at', 'desc')
    .limit(listLength)
    .execute()
}

/** Teams that could not be told, and offers that nobody took, not even the last resort. */
export async function listStuckHandoffs(queries: Queries, who: Viewer) {
  return queries
    .selectFrom('handoffs')
    .innerJoin('cases', 'cases.id', 'handoffs.case')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .select(['handoffs.id', 'handoffs.state', 'handoffs.told', 'handoffs.problem', 'handoffs.accept_by'])
    .select(['teams.name as teamName', 'cases.reference'])
    .where('handoffs.organisation', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
    .where('cases.state', '=', 'open')
    .where((where) =>
      where.or([
        where.and([where('handoffs.told', '=', 'failed'), where('handoffs.state', '=', 'offered')]),
        where.and([
          where('handoffs.state', '=', 'escalated'),
          where('handoffs.team', '=', where.ref('handoffs.if_nobody')),
        ]),
      ]),
    )
    .orderBy('handoffs.accept_by')
    .limit(listLength)
    .execute()
}

/** What partners' systems did not take, newest first. */
export async function listUntold(queries: Queries, who: Viewer) {
  return queries
    .selectFrom('webhook_events')
    .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_events.endpoint')
    .innerJoin('organisations', 'organisations.id', 'webhook_endpoints.organisation')
    .innerJoin('cases', 'cases.id', 'webhook_events.case')
    .select(['webhook_events.id', 'webhook_events.event', 'webhook_events.made_at', 'webhook_events.problem'])
    .select(['organisations.name as organisationName', 'cases.reference'])
    .select((select) => select('webhook_endpoints.stopped_at', 'is not', null).as('isStopped'))
    .where('cases.received_by', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
    .where('webhook_events.state', '=', 'failed')
    .orderBy('webhook_events.made_at', 'desc')
    .limit(listLength)
    .execute()
}

/** What the hub that leads did not take of our part, newest first. Of what is closed to us there is nothing to do. */
export async function listNotBrought(queries: Queries, who: Viewer) {
  return queries
    .selectFrom('peer_errands')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_errands.peer')
    .innerJoin('organisations', 'organisations.id', 'peer_hubs.organisation')
    .leftJoin('cases', 'cases.id', 'peer_errands.case')
    .leftJoin('peer_cases', 'peer_cases.case', 'peer_errands.case')
    .select(['peer_errands.id', 'peer_errands.act', 'peer_errands.made_at', 'peer_errands.problem'])
    .select([
      'peer_errands.their_reference as theirs',
      'organisations.name as organisationName',
      'cases.reference',
    ])
    .select((select) => select('peer_hubs.stopped_at', 'is not', null).as('isStopped'))
    .where('peer_hubs.ours', '=', who.organisation)
    .where(seenOrNoCase(who))
    .where('peer_errands.state', '=', 'failed')
    .where('peer_cases.ended_at', 'is', null)
    .orderBy('peer_errands.id', 'desc')
    .limit(listLength)
    .execute()
}

/** What is no case yet is seen by whoever sees them all. */
function seenOrNoCase(who: Viewer) {
  return sql<boolean>`(${seenBy(who)} or ${who.seesAll} and cases.id is null)`
}

/** How many of all these there are, for the tab. */
export async function countStuck(queries: Queries, who: Viewer, now: Date): Promise<number> {
  const { organisation, seesAll } = who
  const seen = seenBy(who)
  const { rows } = await sql<{ count: number }>`
    select
      (select count(*) from deliveries where ${seesAll} and received_by = ${organisation} and state = 'quarantined')
      + (select count(*) from submissions where ${seesAll} and received_by = ${organisation} and state = 'failed')
      + (select count(*) from messages join cases on cases.id = messages."case"
          where cases.received_by = ${organisation} and ${seen} and messages.state in ('failed', 'held'))
      + (select count(*) from webhook_events join cases on cases.id = webhook_events."case"
          where cases.received_by = ${organisation} and ${seen} and webhook_events.state = 'failed')
      + (select count(*) from peer_errands
          join peer_hubs on peer_hubs.id = peer_errands.peer
          left join peer_cases on peer_cases."case" = peer_errands."case"
          left join cases on cases.id = peer_errands."case"
          where peer_hubs.ours = ${organisation} and ${seenOrNoCase(who)} and peer_errands.state = 'failed' and peer_cases.ended_at is null)
      + (select count(*) from handoffs join cases on cases.id = handoffs."case"
          where handoffs.organisation = ${organisation} and ${seen} and cases.state = 'open'
            and (handoffs.told = 'failed' and handoffs.state = 'offered'
              or handoffs.state = 'escalated' and handoffs.team = handoffs.if_nobody)) as count
  `.execute(queries)
  const letters = await listLettersDue(queries, who)
  const heldUp = seesAll ? await countHeldUp(queries, organisation, now) : 0
  return (rows[0]?.count ?? 0) + (await countFailedFiles(queries, who)) + letters.length + heldUp
}

/** The delivery as it stands, its bytes opened; null where they may not see it, or the case that came of it. */
export async function loadRaw(queries: Queries, envelope: Envelope, who: Viewer, reference: Reference) {
  const { organisation } = who
  const owners = await listedFor(queries, organisation)
  const row = await queries
    .selectFrom('deliveries')
    .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .leftJoin('cases', 'cases.id', 'submissions.case')
    .where(seenOrNoCase(who))
    .select([
      'deliveries.id',
      'deliveries.state',
      'deliveries.why',
      'deliveries.problem',
      'deliveries.size',
      'deliveries.received_at',
    ])
    .where('deliveries.reference', '=', reference)
    .where((where) =>
      where.or([
        where(receiver, '=', organisation),
        where.and([where('deliveries.state', '=', 'waiting'), where('deliveries.received_by', 'in', owners)]),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) return null
  const delivery = await loadDelivery(queries, envelope, row.id)
  return delivery === null ? null : { ...row, reference, channel: delivery.channel, raw: delivery.raw }
}
