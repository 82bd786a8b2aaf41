/** Opening the case itself to another organisation: what was held for its teams is released, else its triage team is offered it. */
import { acceptBy } from '../../../shared/clock/accept-by.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { insertOffer } from '../offers.ts'
import type { CaseToTell, Telling } from './telling.ts'

/** Only with the person's consent in force, which is the caller's to know. Open already: nothing is done. */
export async function openCaseTo(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  because: 'joint:handoff.lead' | 'joint:handoff.transferred',
  { rules, now }: Telling,
): Promise<readonly Waiting[]> {
  const standing = await queries
    .selectFrom('handoffs')
    .select(['id', 'state'])
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .where('state', 'in', ['held', 'offered', 'accepted', 'escalated'])
    .execute()
  const held = standing.filter(({ state }) => state === 'held').map(({ id }) => id)
  const { process, triage_team: team } = await queries
    .selectFrom('organisations')
    .select(['process', 'triage_team'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  if (held.length > 0) {
    await queries
      .updateTable('handoffs')
      .set({
        state: 'offered',
        told: 'waiting',
        offered_at: now,
        accept_by: acceptBy({ process, level: about.level }, londonDate(now), rules),
        due_at: now,
      })
      .where('id', 'in', held)
      .execute()
    return held.map((id) => ({ step: 'hand-over', id }))
  }
  if (standing.length > 0) return []
  const id = await insertOffer(queries, {
    case: about,
    organisation,
    team,
    issues: [],
    ifNobody: team,
    because: [reason(because)],
    rules,
    now,
  })
  return [{ step: 'hand-over', id }]
}
