/** Offering a case to a team: by when it must accept, reckoned from the day it is offered. */
import { acceptBy, hoursToAccept, offeredAt } from '../../shared/clock/accept-by.ts'
import type { Reason } from '../../shared/finding.ts'
import type { CaseId, HandoffId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Flag, Level } from '../../shared/words.ts'
import type { Queries } from './database.ts'

export interface Offer {
  readonly case: { readonly id: CaseId; readonly level: Level; readonly flags: readonly Flag[] }
  readonly organisation: OrganisationId
  readonly team: TeamId
  readonly issues: readonly number[]
  readonly ifNobody: TeamId
  readonly because: readonly Reason[]
  readonly rules: Rules
  readonly now: Date
}

/** The team is yet to be told: the handoff waits for a worker. */
export async function insertOffer(queries: Queries, offer: Offer): Promise<HandoffId> {
  const { organisation, team, now } = offer
  const { level, flags } = offer.case
  const { process } = await queries
    .selectFrom('organisations')
    .select('process')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  const hours = hoursToAccept(flags, offer.rules)
  const { id } = await queries
    .insertInto('handoffs')
    .values({
      case: offer.case.id,
      organisation,
      team,
      issues: [...offer.issues],
      state: 'offered',
      accept_by: acceptBy({ process, level }, offeredAt(now), offer.rules),
      accept_until: hours === null ? null : new Date(now.getTime() + hours * 3_600_000),
      if_nobody: offer.ifNobody,
      because: JSON.stringify(offer.because),
      offered_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
