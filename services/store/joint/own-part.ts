/** The receiver's own part: it contributes like any other, also where nobody else is involved. */
import type { CaseHead } from '../case-file.ts'
import type { Queries } from '../database.ts'

/** With every issue that no other organisation has. */
export async function ensureOwnPart(queries: Queries, head: CaseHead): Promise<void> {
  const parts = await queries
    .selectFrom('parts')
    .select(['organisation', 'issues'])
    .where('case', '=', head.id)
    .where('state', '<>', 'left')
    .execute()
  if (parts.some(({ organisation }) => organisation === head.received_by)) return
  const taken = parts.flatMap(({ issues }) => issues)
  const issues = await queries
    .selectFrom('issues')
    .select('position')
    .where('case', '=', head.id)
    .orderBy('position')
    .execute()
  await queries
    .insertInto('parts')
    .values({
      case: head.id,
      organisation: head.received_by,
      role: (head.lead ?? head.received_by) === head.received_by ? 'lead' : 'contributor',
      state: 'accepted',
      issues: issues.map(({ position }) => position).filter((position) => !taken.includes(position)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
