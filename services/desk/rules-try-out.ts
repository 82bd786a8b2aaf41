/** What changed routing rules would have done to last month's feedback and to every open case; nothing is saved and nothing moves. */
import { loadModel } from '../../rules/classifier/load-model.ts'
import { assessRisk } from '../../router/assess-risk/assess-risk.ts'
import { classify } from '../../router/classify/classify.ts'
import { findOwners } from '../../router/find-owners/find-owners.ts'
import { daysBefore, londonDate, londonInstant, type CalendarDate } from '../../shared/dates/london.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Knowledge, Model, RoutingRule } from '../../shared/knowledge.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Kind, Level } from '../../shared/words.ts'
import { teamsWithNobody } from '../store/absences.ts'
import { hubScope, withScope, type Database, type Queries } from '../store/database.ts'
import { countEarlier, countOpenCases, withoutOwn, type StoredKnowledge } from '../store/knowledge.ts'
import { listStandings, type Standing } from '../store/replays.ts'
import { loadSubmission } from '../store/submissions.ts'

/** Enough to see what a rule does, and few enough to wait for. */
export const mostTried = 2_000
export const daysTried = 30
const yearMs = 365 * 24 * 3_600_000

export interface TryOut {
  /** How many cases were routed again. */
  readonly tried: number
  /** Of those: received in the last days. */
  readonly recent: number
  /** And those received before that, which are open still. */
  readonly olderOpen: number
  /** There were more: only the newest were tried. */
  readonly cut: boolean
  /** Those that the one who asks may see, newest first. */
  readonly rows: readonly MovedCase[]
  /** Cases of other organisations that would have gone elsewhere: of them nothing but their number is told. */
  readonly others: number
}

export interface MovedCase {
  readonly reference: Reference
  readonly kind: Kind
  readonly level: Level
  /** The first answers for the case. */
  readonly from: readonly TeamId[]
  readonly to: readonly TeamId[]
}

export interface Trial {
  readonly stored: StoredKnowledge
  readonly routing: readonly RoutingRule[]
  /** The rules are compared as they stand on this day, whenever the feedback came. */
  readonly day: CalendarDate
  readonly organisation: OrganisationId
  readonly now: Date
}

export type TryRules = (trial: Trial) => Promise<TryOut>

/** The classifier's weights are read when somebody first asks. */
export function createTryRules(db: Database): TryRules {
  let model: Model | null = null
  return (trial) => {
    const weights = (model ??= loadModel())
    return withScope(db, hubScope, (queries) => tryRules(queries, trial, weights))
  }
}

async function tryRules(queries: Queries, trial: Trial, model: Model): Promise<TryOut> {
  const { stored, now, organisation } = trial
  const routedOn = londonDate(now)
  const since = new Date(londonInstant(daysBefore(routedOn, daysTried), '00:00'))
  const found = await listStandings(queries, { since, andOpen: true, newest: mostTried + 1 })
  const standings = found.slice(-mostTried)
  const earlier = await countEarlier(queries, new Date(now.getTime() - yearMs))
  const open = await countOpenCases(queries)
  const nobodyIn = await teamsWithNobody(queries, routedOn)
  const rows: MovedCase[] = []
  let others = 0
  for (const standing of standings) {
    const submission = await loadSubmission(queries, standing.submission)
    if (submission === null) continue
    const { receivedAt, receivedBy, content } = submission
    const today = londonDate(receivedAt)
    const { version, directory, rules } = stored
    const earlierCounts = await withoutOwn(
      queries,
      standing.case,
      earlier.get(receivedBy) ?? new Map<string, number>(),
    )
    const days = { today, routedOn }
    const counts = { earlierCounts, openCases: withoutItself(open, standing), nobodyIn }
    const knowledge = { version, directory, rules, ...days, receivedBy, ...counts, model }
    const moved = movedCase(standing, content, knowledge, trial)
    if (moved === null) continue
    if (receivedBy === organisation) rows.push(moved)
    else others++
  }
  const recent = standings.filter(({ receivedAt }) => receivedAt >= since).length
  const tried = { tried: standings.length, recent, olderOpen: standings.length - recent }
  return { ...tried, cut: found.length > mostTried, rows: rows.toReversed(), others }
}

/** When a case is routed it is not yet among the open cases of a team. */
function withoutItself(
  open: ReadonlyMap<string, number>,
  { team, state }: Standing,
): ReadonlyMap<string, number> {
  return state === 'open' ? new Map(open).set(team, Math.max(0, (open.get(team) ?? 0) - 1)) : open
}

/** Null where the same teams would have had it. Nothing of the walk but the owners depends on the routing rules. */
function movedCase(
  { reference, kind, level }: Standing,
  content: Parameters<typeof classify>[0],
  knowledge: Knowledge,
  { routing, day }: Trial,
): MovedCase | null {
  const classification = classify(content, knowledge)
  const risk = assessRisk(content, classification, knowledge)
  const teamsBy = (rules: Knowledge['rules']): readonly TeamId[] =>
    findOwners(content, classification, risk, { ...knowledge, rules, today: day }).map(
      ({ value }) => value.team,
    )
  const from = teamsBy(knowledge.rules)
  const to = teamsBy({ ...knowledge.rules, routing })
  return from.join() === to.join() ? null : { reference, kind, level, from, to }
}
