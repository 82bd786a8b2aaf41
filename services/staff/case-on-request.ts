/** Which case an address means, for who asks: 404 for what does not exist and for what they may not see, alike. */
import type { Request } from 'express'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import { readReference, type Reference } from '../../shared/reference.ts'
import { findVisibleCase } from '../store/case-file-scope.ts'
import { withScope, type Queries } from '../store/database.ts'
import type { StaffMember } from '../store/staff.ts'
import type { StaffParts } from './parts.ts'
import { staffOf } from './signed-in.ts'

export interface CaseOnRequest {
  readonly id: CaseId
  /** The case's own, where the address may have an alias. */
  readonly reference: Reference
  readonly receivedBy: OrganisationId
  readonly who: StaffMember
}

/** Runs in a transaction scoped to the member's organisation; null where there is no such case for them. */
export async function withCase<T>(
  { db }: Pick<StaffParts, 'db'>,
  request: Request,
  work: (queries: Queries, found: CaseOnRequest) => Promise<T | null>,
): Promise<T | null> {
  const who = staffOf(request)
  const typed = request.params['reference']
  const reference = typeof typed === 'string' ? readReference(typed) : null
  if (reference === null) return null
  return withScope(db, { of: 'organisation', organisation: who.organisation }, async (queries) => {
    const found = await findVisibleCase(queries, who, reference)
    return found === null ? null : work(queries, { ...found, who })
  })
}
