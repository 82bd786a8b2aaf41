/** Committing what arrived: before anything is answered, once however often it comes, several in one statement. */
import { CompiledQuery } from 'kysely'
import type { DeliveryId, OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'

export interface NewDelivery {
  readonly channel: ChannelName
  readonly door: string
  readonly key: string
  readonly reference: Reference
  readonly receivedAt: Date
  readonly receivedBy: OrganisationId
  readonly size: number
  /** By sealDelivery. */
  readonly sealed: Buffer
}

export interface Committed {
  readonly id: DeliveryId
  readonly reference: Reference
  readonly again: boolean
}

/**
 * One statement for all that arrived in the same few milliseconds. The answer is in the order of what was given.
 * Throws when a reference is taken (unique violation on `reference`): nothing is committed then, mint others.
 */
export async function commitDeliveries(
  db: Queries,
  deliveries: readonly NewDelivery[],
): Promise<readonly Committed[]> {
  const { rows: fresh } = await db.executeQuery<{ id: DeliveryId; reference: Reference }>(
    CompiledQuery.raw(insertAll, columnsOf(deliveries)),
  )
  const freshIds = new Map(fresh.map((row) => [row.reference, row.id]))
  const seenBefore = deliveries.filter((delivery) => !freshIds.has(delivery.reference))
  const known = await findByKeys(db, seenBefore)
  return deliveries.map((delivery) => {
    const id = freshIds.get(delivery.reference)
    if (id !== undefined) return { id, reference: delivery.reference, again: false }
    const earlier = known.get(placeOf(delivery.channel, delivery.receivedBy, delivery.key))
    if (earlier === undefined) throw new Error('A delivery was neither stored nor found')
    return { ...earlier, again: true }
  })
}

/**
 * The same text however many there are, and the sealed bytes as one value with the length of each: an array of bytes
 * would travel as text of twice the size.
 */
const insertAll = `
  insert into deliveries (channel, door, key, reference, received_at, received_by, size, due_at, sealed)
  select each.channel, each.door, each.key, each.reference, each.received_at, each.received_by, each.size,
    each.received_at, substring($9::bytea from each.begins for each.length)
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::int[],
    $8::int[], $10::int[])
    as each (channel, door, key, reference, received_at, received_by, size, length, begins)
  on conflict (channel, received_by, key) do nothing
  returning id, reference`

function columnsOf(deliveries: readonly NewDelivery[]): unknown[] {
  let begins = 1
  return [
    deliveries.map(({ channel }) => channel),
    deliveries.map(({ door }) => door),
    deliveries.map(({ key }) => key),
    deliveries.map(({ reference }) => reference),
    deliveries.map(({ receivedAt }) => receivedAt.toISOString()),
    deliveries.map(({ receivedBy }) => receivedBy),
    deliveries.map(({ size }) => size),
    deliveries.map(({ sealed }) => sealed.length),
    Buffer.concat(deliveries.map(({ sealed }) => sealed)),
    deliveries.map(({ sealed }) => {
      begins += sealed.length
      return begins - sealed.length
    }),
  ]
}

async function findByKeys(db: Queries, deliveries: readonly NewDelivery[]) {
  const found = new Map<string, { id: DeliveryId; reference: Reference }>()
  if (deliveries.length === 0) return found
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'reference', 'channel', 'received_by', 'key'])
    .where(
      'key',
      'in',
      deliveries.map((delivery) => delivery.key),
    )
    .execute()
  for (const row of rows) found.set(placeOf(row.channel, row.received_by, row.key), row)
  return found
}

/** What makes a delivery the same: the channel, who received it, and the channel's own key. */
function placeOf(channel: ChannelName, receivedBy: OrganisationId, key: string): string {
  return `${channel} ${receivedBy} ${key}`
}
