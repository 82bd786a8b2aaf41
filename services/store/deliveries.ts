/** Deliveries: committed before anything is answered, sealed, and never changed. */
import { sql } from 'kysely'
import type { NothingToRoute, Delivery } from '../../channels/channel.ts'
import type { Reason } from '../../shared/finding.ts'
import type { DeliveryId, OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'
import type { Envelope } from './envelope.ts'

export interface StoredDelivery extends Delivery {
  readonly id: DeliveryId
  readonly receivedBy: OrganisationId
  /** A person on the desk said that this is feedback although a machine took it for something else. */
  readonly treatAsFeedback: boolean
}

/** Opens the seal. Null when there is no such delivery. */
export async function loadDelivery(
  db: Queries,
  envelope: Envelope,
  id: DeliveryId,
): Promise<StoredDelivery | null> {
  const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { about, raw } = openDelivery(envelope, row.sealed)
  return {
    id: row.id,
    channel: row.channel,
    door: row.door,
    key: row.key,
    reference: row.reference,
    raw,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
    treatAsFeedback: row.treat_as_feedback,
    ...readAbout(about),
  }
}

/** Bytes that say how long the part about the transport is. */
const lengthBytes = 4

/** The bytes as they came and what the transport said beside them, under one seal. */
export function sealDelivery(
  envelope: Envelope,
  arrival: Pick<Delivery, 'contentType' | 'envelope' | 'peer' | 'raw'>,
): Buffer {
  const { contentType, envelope: said, peer } = arrival
  const about = Buffer.from(JSON.stringify({ contentType, envelope: said, peer }))
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(about.length)
  return envelope.seal(Buffer.concat([length, about, arrival.raw]))
}

/** Throws if the bytes were changed or sealed with another key. */
export function openDelivery(
  envelope: Envelope,
  sealed: Uint8Array,
): { readonly about: unknown; readonly raw: Buffer } {
  const opened = envelope.open(sealed)
  const begin = lengthBytes + opened.readUInt32BE()
  return { about: JSON.parse(opened.toString('utf8', lengthBytes, begin)), raw: opened.subarray(begin) }
}

function readAbout(about: unknown): Pick<Delivery, 'contentType' | 'envelope' | 'peer'> {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  if (typeof about !== 'object' || about === null) return { contentType: null, envelope: {}, peer: null }
  const envelope: Record<string, string> = {}
  if ('envelope' in about && typeof about.envelope === 'object' && about.envelope !== null) {
    for (const [name, value] of Object.entries(about.envelope)) {
      if (typeof value === 'string') envelope[name] = value
    }
  }
  return {
    contentType: text('contentType' in about ? about.contentType : null),
    envelope,
    peer: text('peer' in about ? about.peer : null),
  }
}

export async function markNothingToRoute(db: Queries, id: DeliveryId, why: NothingToRoute): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'nothing-to-route', why, lease_until: null })
    .where('id', '=', id)
    .execute()
}

export async function markQuarantined(db: Queries, id: DeliveryId, problem: Reason): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'quarantined', problem: JSON.stringify(problem), lease_until: null })
    .where('id', '=', id)
    .execute()
}

export async function markRead(db: Queries, id: DeliveryId): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'read', why: null, problem: null, lease_until: null })
    .where('id', '=', id)
    .execute()
}

/**
 * Whose it is: once it is read, the organisation that the person chose or that answers the thread, which need not be the
 * owner of the door. Wants `submissions` joined to `deliveries`.
 */
export const receiver = sql<OrganisationId>`coalesce(submissions.received_by, deliveries.received_by)`

/** Has this reference arrived, and how far has it come? */
export async function findDelivery(db: Queries, reference: Reference) {
  return db
    .selectFrom('deliveries')
    .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .select(['deliveries.id', 'deliveries.state', 'deliveries.received_at', receiver.as('received_by')])
    .where('deliveries.reference', '=', reference)
    .executeTakeFirst()
}
