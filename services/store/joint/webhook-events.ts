/** What partners are told by webhook: one row for each event and endpoint, ids only, sent until it is taken or given up. */
import { sql } from 'kysely'
import type { Reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId, WebhookEndpointId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'

export interface EventToSend {
  readonly id: string
  readonly event: string
  readonly content: Readonly<Record<string, string | number | boolean | null>>
  readonly madeAt: Date
  readonly endpoint: WebhookEndpointId
  readonly url: string
  readonly sealedSecret: Uint8Array
  readonly sealedNextSecret: Uint8Array | null
  readonly stopped: boolean
}

export async function loadEventToSend(db: Queries, id: string): Promise<EventToSend | null> {
  const row = await db
    .selectFrom('webhook_events')
    .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_events.endpoint')
    .select(['webhook_events.id', 'webhook_events.event', 'webhook_events.content', 'webhook_events.made_at'])
    .select(['webhook_endpoints.id as endpoint', 'webhook_endpoints.url', 'webhook_endpoints.stopped_at'])
    .select(['webhook_endpoints.sealed_secret', 'webhook_endpoints.sealed_next_secret'])
    .where('webhook_events.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { made_at, stopped_at, sealed_secret, sealed_next_secret, ...same } = row
  return {
    ...same,
    madeAt: made_at,
    sealedSecret: sealed_secret,
    sealedNextSecret: sealed_next_secret,
    stopped: stopped_at !== null,
  }
}

/** Where an event goes; null where it is gone. */
export async function endpointOf(db: Queries, event: string): Promise<WebhookEndpointId | null> {
  const row = await db
    .selectFrom('webhook_events')
    .select('endpoint')
    .where('id', '=', event)
    .executeTakeFirst()
  return row?.endpoint ?? null
}

/** The oldest that is due for this endpoint and that nobody holds. */
export async function nextDueFor(
  db: Queries,
  endpoint: WebhookEndpointId,
  now: Date,
): Promise<string | null> {
  const row = await db
    .selectFrom('webhook_events')
    .select('id')
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Waiting for the endpoint of the organisation at that address; null where none is set up. */
export async function saveEvent(
  db: Queries,
  to: { readonly organisation: OrganisationId; readonly url: string },
  event: { readonly case: CaseId; readonly event: string; readonly content: EventToSend['content'] },
  now: Date,
): Promise<string | null> {
  const endpoint = await db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('organisation', '=', to.organisation)
    .where('url', '=', to.url)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  if (endpoint === undefined) return null
  const { id } = await db
    .insertInto('webhook_events')
    .values({
      endpoint: endpoint.id,
      case: event.case,
      event: event.event,
      content: JSON.stringify(event.content),
      made_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function markEventSent(db: Queries, id: string, now: Date): Promise<void> {
  await db
    .updateTable('webhook_events')
    .set({ state: 'sent', sent_at: now, lease_until: null, problem: null })
    .where('id', '=', id)
    .execute()
}

/** Nobody answers there: what else waits for this endpoint waits as long, and has been tried as often. */
export async function postponeOthers(
  db: Queries,
  endpoint: WebhookEndpointId,
  attempts: number,
  dueAt: Date,
): Promise<void> {
  await db
    .updateTable('webhook_events')
    .set({
      due_at: sql`greatest(due_at, ${dueAt})`,
      attempts: sql`greatest(attempts, ${attempts})`,
    })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .where('lease_until', 'is', null)
    .execute()
}

/** Given up together, so that none of them has to be tried in vain by itself. */
export async function failOthers(
  db: Queries,
  endpoint: WebhookEndpointId,
  attempts: number,
  problem: Reason,
): Promise<void> {
  await db
    .updateTable('webhook_events')
    .set({ state: 'failed', problem: JSON.stringify(problem) })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .where('lease_until', 'is', null)
    .where('attempts', '>=', attempts)
    .execute()
}
