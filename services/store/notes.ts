/** A staff note by its reference, and how far it has come. */
import type { OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'

/** Null for what is no note of theirs. */
export async function findNote(queries: Queries, organisation: OrganisationId, reference: Reference) {
  const note = await queries
    .selectFrom('deliveries')
    .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .leftJoin('cases', 'cases.id', 'submissions.case')
    .select(['deliveries.reference', 'cases.id as case', 'cases.reference as caseReference'])
    .where('deliveries.channel', '=', 'staff-note')
    .where('deliveries.reference', '=', reference)
    .where('deliveries.received_by', '=', organisation)
    .executeTakeFirst()
  if (note === undefined) return null
  const clocks =
    note.case === null
      ? []
      : await queries
          .selectFrom('clocks')
          .select(['name', 'due_on'])
          .where('case', '=', note.case)
          .where('state', '=', 'running')
          .where('name', 'in', ['settle-oral', 'acknowledge'])
          .orderBy('due_on')
          .execute()
  return { ...note, clocks }
}
