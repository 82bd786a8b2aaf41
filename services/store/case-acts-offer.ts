/** Offering a case to the next team, by whoever does not keep it; and who is told if that team does not accept. */
import type { Selectable } from 'kysely'
import type { Reason } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Act, Waiting } from './case-acts.ts'
import { insertOffer } from './offers.ts'
import type { Handoffs } from './tables.ts'

/** The next handoff, for the same issues; whoever answered for the case so far hands that on too. */
export async function offer(
  act: Act,
  from: Pick<Selectable<Handoffs>, 'team' | 'issues'>,
  to: TeamId,
  because: readonly Reason[],
  rules: Rules,
): Promise<readonly Waiting[]> {
  const { queries, head, who, now } = act
  const { fallback } = await queries
    .selectFrom('teams')
    .select('fallback')
    .where('id', '=', to)
    .executeTakeFirstOrThrow()
  const id = await insertOffer(queries, {
    case: head,
    organisation: who.organisation,
    team: to,
    issues: from.issues,
    ifNobody: fallback ?? who.triageTeam,
    because,
    rules,
    now,
  })
  // Whom it was sent on to hands it about among its own teams; who answers for it at the sender stays.
  if (from.team === head.owner_team && who.organisation === head.received_by) {
    await queries.updateTable('cases').set({ owner_team: to }).where('id', '=', head.id).execute()
  }
  return [{ step: 'hand-over', id }]
}
