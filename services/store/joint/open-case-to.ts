/** Opening the case itself to another organisation: what was held for its teams is released, else its triage team is offered it. */
import { openHandoffStates } from '../../../shared/case/handoff-changes.ts'
import { acceptBy, hoursToAccept, offeredAt } from '../../../shared/clock/accept-by.ts'
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
    .select(['id', 'state', 'because'])
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .where('state', 'in', openHandoffStates)
    .execute()
  const held = standing.filter(({ state }) => state === 'held')
  const { process, triage_team: team } = await queries
    .selectFrom('organisations')
    .select(['process', 'triage_team'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  if (held.length > 0) {
    const hours = hoursToAccept(about.flags, rules)
    const whyNow = [
      reason(because),
      ...(hours === null ? [] : [reason('router:handover.hours', { count: hours })]),
    ]
    for (const handoff of held) {
      const offered = {
        state: 'offered',
        told: 'waiting',
        offered_at: now,
        accept_by: acceptBy({ process, level: about.level }, offeredAt(now), rules),
        // A red flag leaves the receiver hours too, from when it has it.
        accept_until: hours === null ? null : new Date(now.getTime() + hours * 3_600_000),
        because: JSON.stringify([
          ...handoff.because.filter(({ key }) => key !== 'router:handover.held'),
          ...whyNow,
        ]),
        due_at: now,
      } as const
      await queries.updateTable('handoffs').set(offered).where('id', '=', handoff.id).execute()
    }
    return held.map(({ id }) => ({ step: 'hand-over', id }))
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
