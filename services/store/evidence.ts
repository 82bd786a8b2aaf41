/** What was fetched to read a delivery, sealed like it and kept beside it, so that reading again gives the same. */
import type { Evidence } from '../../channels/channel.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import type { Envelope } from './envelope.ts'

export async function loadEvidence(db: Queries, envelope: Envelope, delivery: DeliveryId): Promise<Evidence> {
  const rows = await db
    .selectFrom('evidence')
    .select(['key', 'content'])
    .where('delivery', '=', delivery)
    .execute()
  return new Map(rows.map((row) => [row.key, open(envelope, row.content)]))
}

/** The first answer stays: later ones would read differently. */
export async function saveEvidence(
  db: Queries,
  envelope: Envelope,
  delivery: DeliveryId,
  key: string,
  content: unknown,
  now: Date,
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ delivery, key, content: JSON.stringify(sealed(envelope, content)), fetched_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A picture is a person's own as much as the words it came with. */
function sealed(envelope: Envelope, content: unknown): string {
  return envelope.seal(Buffer.from(JSON.stringify(content ?? null))).toString('base64')
}

function open(envelope: Envelope, content: unknown): unknown {
  if (typeof content !== 'string') return null
  return JSON.parse(envelope.open(Buffer.from(content, 'base64')).toString('utf8'))
}
