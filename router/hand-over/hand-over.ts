/** What each team is told, by when it must accept, and who is told if nobody takes it. */
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { dueDate } from '../../shared/dates/due-date.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
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
  const hours = hoursAllowed(judged.risk, knowledge)
  return {
    ...value,
    state: held ? 'hold-for-consent' : 'offer',
    acceptBy: acceptBy(value.organisation, judged.risk, knowledge),
    acceptWithinHours: held ? null : hours,
    ifNobody: ifNobody(value, knowledge),
    because: [because[0], ...because.slice(1), ...speedReasons(held, hours, value.organisation, knowledge)],
  }
}

/** The shortest that any of the red flags allows; null where none is raised. */
function hoursAllowed(risk: Risk, knowledge: Knowledge): number | null {
  const raised = risk.flags.map(({ value }) => value)
  const hours = knowledge.rules.redFlags.filter(({ flag }) => raised.includes(flag)).map((rule) => rule.hours)
  return hours.length === 0 ? null : Math.min(...hours)
}

/** By the level of risk, as the rules of the organisation's process have it; the same day where they say nothing. */
function acceptBy(organisation: OrganisationId, risk: Risk, knowledge: Knowledge): CalendarDate {
  const process = knowledge.directory.organisations.find(({ id }) => id === organisation)?.process
  const period = knowledge.rules.periods.find(
    (candidate) =>
      candidate.clock === 'accept-handoff' &&
      candidate.process === process &&
      (candidate.levels === undefined || candidate.levels.includes(risk.level.value)),
  )
  const holidays = holidaySet(knowledge.rules.bankHolidays)
  const sameDay = { amount: 0, unit: 'working-days', startDay: 'day-zero' } as const
  return dueDate(knowledge.today, period ?? sameDay, holidays)
}

/** Never a team of another organisation, which would be told before the person consents. */
function ifNobody({ organisation, team }: Owner, knowledge: Knowledge): TeamId {
  const { organisations, teams } = knowledge.directory
  const fallback = teams.find(({ id }) => id === team)?.fallback ?? null
  const stays = teams.some(
    (candidate) => candidate.id === fallback && candidate.organisation === organisation,
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
