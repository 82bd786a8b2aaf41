/** Who takes a case that goes on to a team, as things are at that moment: the team itself, or whoever stands in for it. */
import { withStandIn } from '../../router/find-owners/stand-in.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { Reason } from '../../shared/finding.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import { teamsWithNobody } from './absences.ts'
import type { Queries } from './database.ts'
import { countOpenCases, loadCurrentKnowledge } from './knowledge.ts'

export interface Next {
  readonly team: TeamId
  /** Why it goes there, with who passed to whom. */
  readonly because: readonly Reason[]
}

/** `from` does not get back what it has just not taken. */
export async function nextWhoIsThere(
  queries: Queries,
  {
    from,
    to,
    organisation,
  }: { readonly from: TeamId; readonly to: TeamId; readonly organisation: OrganisationId },
  why: Reason,
  now: Date,
): Promise<Next> {
  const routedOn = londonDate(now)
  const { directory } = await loadCurrentKnowledge(queries)
  const there = {
    directory,
    routedOn,
    nobodyIn: await teamsWithNobody(queries, routedOn),
    openCases: await countOpenCases(queries),
  }
  const wanted = { value: { organisation, team: to, issues: [] }, because: [why], confidence: 1 } as const
  const { value, because } = withStandIn(wanted, there)
  return value.team === from ? { team: to, because: [why] } : { team: value.team, because }
}
