/** Who is told when routing again finds a case graver than it was taken for: the same as when a person had written so now. */
import { handOverAgain } from '../../router/hand-over/hand-over-again.ts'
import { asId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { HandoffPlan, Routing } from '../../shared/routing.ts'
import { dangers, type Flag } from '../../shared/words.ts'
import { dangerNotTold } from './danger-not-told.ts'
import type { Queries } from './database.ts'
import { saveMoreHandoffs } from './duties.ts'
import type { Standing } from './replays.ts'
import { addRemark } from './submissions.ts'

/**
 * In the transaction that keeps what was found, so that it happens once. The offers wait for a worker. Routing again
 * writes to nobody outside, so whoever turns out to be in danger is to be rung. A closed case is left alone.
 */
export async function alertAgain(
  queries: Queries,
  { case: id, submission, state, level, flags, team }: Standing,
  raised: readonly Flag[],
  routing: Routing,
  knowledge: Knowledge,
  now: Date,
): Promise<void> {
  if (state !== 'open') return
  const known = { ownerTeam: asId<'team'>(team), level, flags, wasClosed: false }
  const issues = await queries
    .selectFrom('issues')
    .select('position')
    .where('case', '=', id)
    .where('submission', '=', submission)
    .execute()
  const present = new Set(issues.map(({ position }) => position))
  const plans = handOverAgain(known, routing, knowledge).map((plan): HandoffPlan => ({
    ...plan,
    issues: plan.issues.filter((position) => present.has(position)),
  }))
  await saveMoreHandoffs(queries, id, plans, now)
  if (raised.some((flag) => dangers.includes(flag))) await addRemark(queries, submission, dangerNotTold)
}
