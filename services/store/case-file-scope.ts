/** Which cases may an organisation see? Asked by every query of the desk, beside the scope of its transaction. */
import { shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'
import type { DB } from './tables.ts'

type OnCases = ExpressionBuilder<DB, 'cases'>

/** Was it handed to one of their teams, and not merely held for consent? */
export function isHandedTo(organisation: OrganisationId): (where: OnCases) => Expression<SqlBool> {
  return (where) =>
    where.exists(
      where
        .selectFrom('handoffs')
        .select('handoffs.id')
        .whereRef('handoffs.case', '=', 'cases.id')
        .where('handoffs.organisation', '=', organisation)
        .where('handoffs.state', 'in', shownHandoffStates),
    )
}

/** Handed to one of their teams by another organisation that received it. */
export function isAcrossTo(organisation: OrganisationId): (where: OnCases) => Expression<SqlBool> {
  return (where) =>
    where(
      'cases.id',
      'in',
      where
        .selectFrom('handoffs')
        .select('handoffs.case')
        .where('handoffs.organisation', '=', organisation)
        .where('handoffs.state', 'in', shownHandoffStates)
        .where('handoffs.is_across', '=', true),
    )
}

/** Received by them, or handed to them. */
export function isVisibleTo(organisation: OrganisationId): (where: OnCases) => Expression<SqlBool> {
  return (where) => where.or([where('cases.received_by', '=', organisation), isHandedTo(organisation)(where)])
}

export interface FoundCase {
  readonly id: CaseId
  readonly reference: Reference
  readonly receivedBy: OrganisationId
}

/** By its reference or an alias of it; null for what does not exist and for what they may not see, alike. */
export async function findVisibleCase(
  queries: Queries,
  organisation: OrganisationId,
  reference: Reference,
): Promise<FoundCase | null> {
  const found = await queries
    .selectFrom('cases')
    .select(['id', 'reference', 'received_by as receivedBy'])
    .where((where) =>
      where.or([
        where('reference', '=', reference),
        where('id', 'in', where.selectFrom('case_aliases').select('case').where('reference', '=', reference)),
      ]),
    )
    .where(isVisibleTo(organisation))
    .executeTakeFirst()
  return found ?? null
}
