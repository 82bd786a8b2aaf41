/** A staff note by its reference, and how far it has come. */
import type { DeliveryId, StaffId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import { seenBy, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { loadDelivery } from './deliveries.ts'
import type { Envelope } from './envelope.ts'

/** Null for what is no note of theirs. Whoever wrote it finds it, though they may not see the case that came of it. */
export async function findNote(
  queries: Queries,
  envelope: Envelope,
  who: Viewer & { readonly id: StaffId },
  reference: Reference,
) {
  const note = await queries
    .selectFrom('deliveries')
    .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .leftJoin('cases', 'cases.id', 'submissions.case')
    .select(['deliveries.id', 'deliveries.reference'])
    .select(['cases.id as case', 'cases.reference as caseReference'])
    .select(seenBy(who).as('isSeen'))
    .where('deliveries.channel', '=', 'staff-note')
    .where('deliveries.reference', '=', reference)
    .where('deliveries.received_by', '=', who.organisation)
    .executeTakeFirst()
  if (note === undefined) return null
  const isSeen = note.case === null ? who.seesAll : note.isSeen
  if (!isSeen && (await writerOf(queries, envelope, note.id)) !== who.id) return null
  const clocks =
    note.case === null || !isSeen
      ? []
      : await queries
          .selectFrom('clocks')
          .select(['name', 'due_on'])
          .where('case', '=', note.case)
          .where('state', '=', 'running')
          .where('name', 'in', ['settle-oral', 'acknowledge'])
          .orderBy('due_on')
          .execute()
  return { ...note, isSeen, clocks }
}

async function writerOf(queries: Queries, envelope: Envelope, id: DeliveryId): Promise<string | null> {
  const delivery = await loadDelivery(queries, envelope, id)
  return delivery?.envelope['taken-by'] ?? null
}
