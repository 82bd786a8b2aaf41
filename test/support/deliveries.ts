/** Deliveries and their files, put straight into the tables a test needs. */
import { createHash, randomBytes } from 'node:crypto'
import { createFileStore } from '../../services/files/file-store.ts'
import type { Database } from '../../services/store/database.ts'
import type { Envelope } from '../../services/store/envelope.ts'
import type { Reason } from '../../shared/finding.ts'
import type { DeliveryId, OrganisationId } from '../../shared/ids.ts'
import { mintReference, type Reference } from '../../shared/reference.ts'
import { sealDelivery } from '../../services/store/deliveries.ts'
import { marsh } from './county.ts'

export interface FileGiven {
  readonly name: string
  readonly content: string
}

export async function addFiles(
  db: Database,
  envelope: Envelope,
  delivery: DeliveryId,
  files: readonly FileGiven[],
): Promise<void> {
  for (const [position, { name, content }] of files.entries()) {
    const bytes = Buffer.from(content)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = await createFileStore(db, envelope, null).keep(marsh, { sha256, content: bytes }, new Date())
    await db.updateTable('files').set({ state: 'not-scanned' }).where('id', '=', file).execute()
    await db
      .insertInto('attachments')
      .values({ delivery, position, name, content_type: 'text/html', size: bytes.length, file })
      .execute()
  }
}

export interface DeliveryGiven {
  readonly receivedBy?: OrganisationId
  readonly receivedAt?: Date
  readonly raw?: string
  readonly state?: 'waiting' | 'read' | 'nothing-to-route' | 'quarantined'
  readonly why?: string
  readonly problem?: Reason
}

export async function addDelivery(
  db: Database,
  envelope: Envelope,
  given: DeliveryGiven = {},
): Promise<{ readonly id: DeliveryId; readonly reference: Reference }> {
  const receivedAt = given.receivedAt ?? new Date('2026-11-20T10:00:00Z')
  const raw = Buffer.from(given.raw ?? 'Subject: hello\r\n\r\nHello')
  return db
    .insertInto('deliveries')
    .values({
      channel: 'email',
      door: 'listener',
      key: randomBytes(16).toString('hex'),
      reference: mintReference(randomBytes(5)),
      received_at: receivedAt,
      received_by: given.receivedBy ?? marsh,
      size: raw.length,
      sealed: sealDelivery(envelope, { raw, contentType: null, envelope: {}, peer: null }),
      state: given.state ?? 'read',
      why: given.why ?? null,
      problem: given.problem === undefined ? null : JSON.stringify(given.problem),
      due_at: receivedAt,
      attempts: 3,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}
