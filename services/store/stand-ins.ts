/** Who takes a case that goes on to a team, as things are at that moment: the team itself, or whoever stands in for it. */
import { withStandIn } from '../../router/find-owners/stand-in.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import { teamsWithNobody } from './absences.ts'
import type { Queries } from './database.ts'
import { listTeams } from './inbox-teams.ts'
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
  const there = await whoIsThere(queries, londonDate(now))
  const wanted = { value: { organisation, team: to, issues: [] }, because: [why], confidence: 1 } as const
  const { value, because } = withStandIn(wanted, there)
  return value.team === from ? { team: to, because: [why] } : { team: value.team, because }
}

export interface TeamToName {
  readonly id: TeamId
  readonly name: string
  /** Why it cannot look at a case now, and who stands in; empty where it can. */
  readonly notThere: readonly Reason[]
}

/** The teams of an organisation by name, each with whether it is there on that day. */
export async function listTeamsToName(
  queries: Queries,
  organisation: OrganisationId,
  day: CalendarDate,
): Promise<readonly TeamToName[]> {
  const there = await whoIsThere(queries, day)
  const teams = await listTeams(queries, organisation)
  return teams.map((team) => ({ ...team, notThere: whyNotThere(team.id, organisation, there) }))
}

/** Empty where the team is there. */
export async function whyNotThereNow(
  queries: Queries,
  team: TeamId,
  organisation: OrganisationId,
  now: Date,
): Promise<readonly Reason[]> {
  return whyNotThere(team, organisation, await whoIsThere(queries, londonDate(now)))
}

/** Stands before the reasons that are asked for, and is shown nowhere. */
const byName = reason('desk:handoff.afterPassOn')

function whyNotThere(team: TeamId, organisation: OrganisationId, there: WhoIsThere): readonly Reason[] {
  const value = { organisation, team, issues: [] }
  const [, ...why] = withStandIn({ value, because: [byName], confidence: 1 }, there).because
  return why
}

type WhoIsThere = Awaited<ReturnType<typeof whoIsThere>>

async function whoIsThere(queries: Queries, routedOn: CalendarDate) {
  const { directory } = await loadCurrentKnowledge(queries)
  return {
    directory,
    routedOn,
    nobodyIn: await teamsWithNobody(queries, routedOn),
    openCases: await countOpenCases(queries),
  }
}
