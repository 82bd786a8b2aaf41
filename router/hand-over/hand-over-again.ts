/** Who is told when more words come on a case that teams have already: whenever they make it graver than they know. */
import { acceptBy } from '../../shared/clock/accept-by.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { HandoffPlan, Risk, Routing } from '../../shared/routing.ts'
import { dangers, higherOf, isNonEmpty, levels, type Flag, type Level } from '../../shared/words.ts'
import { ifNobody, offeredBy } from './hand-over.ts'

/** What the teams know. */
export interface KnownOfCase {
  /** Who answers for the case, whatever the new words are about. */
  readonly ownerTeam: TeamId
  readonly level: Level
  readonly flags: readonly Flag[]
  /** Was it closed until these words came? */
  readonly wasClosed: boolean
}

/**
 * The team that answers for the case, and those that the words call for besides; none where nothing got graver. The first
 * answers for it from now on: whoever speaks up in what they add is not left to the team that has it, nor is that team
 * told.
 */
export function handOverAgain(
  known: KnownOfCase,
  { handoffs, risk }: Pick<Routing, 'handoffs' | 'risk'>,
  knowledge: Knowledge,
): readonly HandoffPlan[] {
  const why = whyAgain(known, risk)
  if (!isNonEmpty(why)) return []
  const [first] = handoffs
  const isNowKept = speaksUp(risk) && !known.flags.includes(speakingUp)
  const answering = isNowKept ? first.team : known.ownerTeam
  const receiver = knowledge.directory.organisations.find(({ id }) => id === first.organisation)
  // Words that name no place of their own fall to triage: on a case, to the team that has it.
  const isPlaceless = (plan: HandoffPlan) => plan === first && plan.team === receiver?.triageTeam
  // Whoever is handed a case sees all of it, and these words do not say which team the earlier ones are about.
  const isKept = known.flags.includes(speakingUp) && !speaksUp(risk)
  const mayHave = (plan: HandoffPlan) =>
    isCalled(plan) || (!isPlaceless(plan) && (!isKept || plan.state === 'hold-for-consent'))
  const others = handoffs
    .filter((plan) => plan.team !== answering && mayHave(plan))
    .map((plan): HandoffPlan => (isPlaceless(plan) ? { ...plan, issues: [] } : plan))
  const withOthers = new Set(others.flatMap(({ issues }) => issues))
  const level = higherOf(levels, known.level, risk.level.value)
  const owner: HandoffPlan = {
    ...first,
    team: answering,
    issues: handoffs.flatMap(({ issues }) => issues).filter((issue) => !withOthers.has(issue)),
    acceptBy: acceptBy({ process: receiver?.process, level }, offeredBy(knowledge), knowledge.rules),
    ifNobody: ifNobody({ organisation: first.organisation, team: answering }, knowledge),
    because: isNowKept ? [...why, ...first.because] : why,
  }
  return [owner, ...others.map((plan): HandoffPlan => ({ ...plan, because: [...why, ...plan.because] }))]
}

const speakingUp: Flag = 'whistleblowing'

function speaksUp({ flags }: Pick<Risk, 'flags'>): boolean {
  return flags.some(({ value }) => value === speakingUp)
}

/** Told for a red flag, whose matter it may be besides. */
function isCalled({ because }: HandoffPlan): boolean {
  return because.some(({ key }) => key.startsWith('router:owner.duty.'))
}

function whyAgain(known: KnownOfCase, { level, flags }: Risk): readonly Reason[] {
  const rises = levels.indexOf(level.value) > levels.indexOf(known.level)
  // A danger of last week is no reason to miss the danger of tonight.
  const raised = flags.filter(({ value }) => !known.flags.includes(value) || dangers.includes(value))
  return [
    ...(rises ? [reason('router:handover.again.level', { level: level.value })] : []),
    ...(raised.length > 0 ? [reason('router:handover.again.flags')] : []),
    ...raised.flatMap(({ because }) => because),
    ...(known.wasClosed ? [reason('router:handover.again.reopened')] : []),
  ]
}
