/** What each team is told, by when it must accept, and who is told if nobody takes it. */
import { isAway } from '../../shared/away.ts'
import { acceptBy, hoursToAccept, type Offered } from '../../shared/clock/accept-by.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type {
  Arrangement,
  Classification,
  ClockSetting,
  HandoffPlan,
  Owner,
  Owners,
  Risk,
  Routing,
} from '../../shared/routing.ts'

/** Everything the stages before have concluded. */
export interface Judged {
  readonly classification: Classification
  readonly risk: Risk
  readonly owners: Owners
  readonly arrangement: Arrangement
  readonly clocks: readonly ClockSetting[]
}

/** One handoff for each owner. What belongs to another organisation than the receiver's is held until consent. */
export function handOver(judged: Judged, knowledge: Knowledge): Routing {
  const here = judged.owners[0].value.organisation
  const [first, ...others] = judged.owners
  const plan = (owner: Finding<Owner>) => planFor(owner, judged, here, knowledge)
  return { ...judged, handoffs: [plan(first), ...others.map(plan)], knowledgeVersion: knowledge.version }
}

function planFor(
  { value, because }: Finding<Owner>,
  judged: Judged,
  here: OrganisationId,
  knowledge: Knowledge,
): HandoffPlan {
  const held = value.organisation !== here
  const flags = judged.risk.flags.map((flag) => flag.value)
  const hours = hoursToAccept(flags, knowledge.rules)
  const process = knowledge.directory.organisations.find(({ id }) => id === value.organisation)?.process
  return {
    ...value,
    state: held ? 'hold-for-consent' : 'offer',
    acceptBy: acceptBy({ process, level: judged.risk.level.value }, offeredBy(knowledge), knowledge.rules),
    acceptWithinHours: held ? null : hours,
    ifNobody: ifNobody(value, knowledge),
    because: [because[0], ...because.slice(1), ...speedReasons(held, hours, value.organisation, knowledge)],
  }
}

/** What is routed is offered at once. */
export function offeredBy({ routedOn, routedAt }: Pick<Knowledge, 'routedOn' | 'routedAt'>): Offered {
  return { on: routedOn, at: routedAt }
}

/** Never a team of another organisation, which would be told before the person consents. */
export function ifNobody(
  { organisation, team }: Pick<Owner, 'organisation' | 'team'>,
  knowledge: Knowledge,
): TeamId {
  const { organisations, teams } = knowledge.directory
  const fallback = teams.find(({ id }) => id === team)?.fallback ?? null
  const stays = teams.some(
    (candidate) =>
      candidate.id === fallback && candidate.organisation === organisation && !isAway(candidate, knowledge),
  )
  if (fallback !== null && stays) return fallback
  return organisations.find(({ id }) => id === organisation)?.triageTeam ?? team
}

function speedReasons(
  held: boolean,
  hours: number | null,
  organisation: OrganisationId,
  knowledge: Knowledge,
): readonly Reason[] {
  const name = knowledge.directory.organisations.find(({ id }) => id === organisation)?.name ?? organisation
  if (held) return [reason('router:handover.held', { organisation: name })]
  return hours === null ? [] : [reason('router:handover.hours', { count: hours })]
}
