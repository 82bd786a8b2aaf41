/** Did a member of staff hand a case on a moment ago, which they see no more since? So the second of two clicks is understood. */
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'
import type { StaffMember } from './staff.ts'

/** Two clicks, or a page sent again because no answer came. */
const momentMs = 60_000

export async function hasJustHandedOn(
  queries: Queries,
  who: Pick<StaffMember, 'id'>,
  reference: Reference,
  now: Date,
): Promise<boolean> {
  const row = await queries
    .selectFrom('handoffs')
    .innerJoin('cases', 'cases.id', 'handoffs.case')
    .select('handoffs.id')
    .where('cases.reference', '=', reference)
    .where('handoffs.decided_by', '=', who.id)
    .where('handoffs.state', 'in', ['passed-on', 'declined'])
    .where('handoffs.decided_at', '>=', new Date(now.getTime() - momentMs))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
