/** What was fetched to read a delivery, kept beside it, so that reading again gives the same. */
import type { Evidence } from '../../channels/channel.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

export async function loadEvidence(db: Queries, delivery: DeliveryId): Promise<Evidence> {
  const rows = await db
    .selectFrom('evidence')
    .select(['key', 'content'])
    .where('delivery', '=', delivery)
    .execute()
  return new Map(rows.map((row) => [row.key, row.content]))
}

/** The first answer stays: later ones would read differently. */
export async function saveEvidence(
  db: Queries,
  delivery: DeliveryId,
  key: string,
  content: unknown,
  now: Date,
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ delivery, key, content: JSON.stringify(content ?? null), fetched_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
