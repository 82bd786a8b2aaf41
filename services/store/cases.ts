/** A case by its reference, for the workers and for programs. What the desk shows of it is in the desk's own queries. */
import type { CaseId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Person } from '../../shared/submission.ts'
import type { Queries } from './database.ts'

export async function personOfCase(db: Queries, id: CaseId): Promise<Person> {
  const row = await db.selectFrom('cases').select('person').where('id', '=', id).executeTakeFirstOrThrow()
  return row.person
}

export async function referenceOfCase(db: Queries, id: CaseId): Promise<Reference> {
  const row = await db.selectFrom('cases').select('reference').where('id', '=', id).executeTakeFirstOrThrow()
  return row.reference
}

/** What a program with `cases:read` may know of a case of its own organisation. */
export async function findCaseSummary(db: Queries, reference: Reference) {
  return db
    .selectFrom('cases')
    .leftJoin('case_aliases', 'case_aliases.case', 'cases.id')
    .select([
      'cases.reference',
      'cases.received_by',
      'cases.received_at',
      'cases.state',
      'cases.kind',
      'cases.level',
      'cases.flags',
      'cases.owner_team',
      'cases.is_joint',
      'cases.next_due_on',
    ])
    .where((where) =>
      where.or([where('cases.reference', '=', reference), where('case_aliases.reference', '=', reference)]),
    )
    .executeTakeFirst()
}
