/** Who takes a matter where the team it belongs to is away or has as many open cases as it can take. */
import { isAway } from '../../shared/away.ts'
import type { Team } from '../../shared/directory.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner } from '../../shared/routing.ts'

type WhoIsThere = Pick<Knowledge, 'directory' | 'routedOn' | 'openCases' | 'nobodyIn'>

/** Its fallback, then that one's, and in the end triage, which takes everything. The reasons say who passed to whom. */
export function withStandIn(owner: Finding<Owner>, knowledge: WhoIsThere): Finding<Owner> {
  let found = owner
  const asked = new Set<TeamId>()
  for (let team = teamOf(owner.value.team, knowledge); team !== null;) {
    asked.add(team.id)
    const next = nextAfter(team, asked, knowledge)
    const why = next === null ? null : whyNot(team, next, knowledge)
    if (next === null || why === null) return found
    found = {
      value: { ...found.value, team: next.id, insteadOf: owner.value.team },
      because: [...found.because, why],
      confidence: found.confidence,
    }
    team = next
  }
  return found
}

/** Null where there is nobody left to ask. Never a team of another organisation. */
function nextAfter(team: Team, asked: ReadonlySet<TeamId>, knowledge: WhoIsThere): Team | null {
  const triage = knowledge.directory.organisations.find(({ id }) => id === team.organisation)?.triageTeam
  if (team.id === triage) return null
  const candidates = [team.fallback, triage ?? null].map((id) => teamOf(id, knowledge))
  return (
    candidates.find(
      (other) => other !== null && other.organisation === team.organisation && !asked.has(other.id),
    ) ?? null
  )
}

function whyNot(team: Team, next: Team, { routedOn, openCases, nobodyIn }: WhoIsThere): Reason | null {
  const { name, away, capacity } = team
  if (away !== undefined && isAway(team, { routedOn })) {
    return reason('router:owner.away', { team: name, until: away.until, next: next.name })
  }
  const allAwayUntil = nobodyIn?.get(team.id)
  if (allAwayUntil !== undefined) {
    return reason('router:owner.nobody-in', { team: name, until: allAwayUntil, next: next.name })
  }
  const count = openCases?.get(team.id) ?? 0
  if (capacity === undefined || count < capacity) return null
  return reason('router:owner.full', { team: name, count, capacity, next: next.name })
}

function teamOf(id: TeamId | null, { directory }: WhoIsThere): Team | null {
  return directory.teams.find((team) => team.id === id) ?? null
}
