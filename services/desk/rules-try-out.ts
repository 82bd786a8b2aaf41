/** What changed routing rules would have done to last month's feedback and to every open case; nothing is saved and nothing moves. */
import { loadModel } from '../../rules/classifier/load-model.ts'
import { assessRisk } from '../../router/assess-risk/assess-risk.ts'
import { classify } from '../../router/classify/classify.ts'
import { findOwners } from '../../router/find-owners/find-owners.ts'
import { isOnlyTold } from '../../router/find-owners/told-by-rule.ts'
import { daysBefore, londonDate, londonInstant, type CalendarDate } from '../../shared/dates/london.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Knowledge, RoutingRule } from '../../shared/knowledge.ts'
import type { Model } from '../../shared/classifier-model.ts'
import type { Reference } from '../../shared/reference.ts'
import { isSame } from '../../shared/same.ts'
import type { Kind, Level } from '../../shared/words.ts'
import { teamsWithNobody } from '../store/absences.ts'
import { casesSeen, type Viewer } from '../store/case-file-scope.ts'
import { hubScope, withScope, type Database, type Queries } from '../store/database.ts'
import {
  countEarlier,
  countOpenCases,
  issuesCounted,
  lessOwn,
  type StoredKnowledge,
} from '../store/knowledge.ts'
import { listStandings, type Standing } from '../store/replays.ts'
import { loadSubmissions } from '../store/submissions.ts'
import type { Progress } from './show-as-it-goes.ts'

/** Enough to see what a rule does, and few enough to wait for. */
export const mostTried = 2_000
export const daysTried = 30
/** Between two of these others are served. */
const triedAtOnce = 25
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
  /** Cases that they may not see, most of other organisations, that would have gone elsewhere, or been told to others: only their number is told. */
  readonly others: number
}

export interface MovedCase {
  readonly reference: Reference
  readonly receivedBy: OrganisationId
  readonly kind: Kind
  readonly level: Level
  readonly from: TeamsOfCase
  readonly to: TeamsOfCase
}

export interface TeamsOfCase {
  /** The first answers for the case. */
  readonly own: readonly TeamId[]
  /** With nothing to take on. */
  readonly told: readonly TeamId[]
}

export interface Trial {
  readonly stored: StoredKnowledge
  readonly routing: readonly RoutingRule[]
  /** The rules are compared as they stand on this day, whenever the feedback came. */
  readonly day: CalendarDate
  readonly who: Viewer
  readonly now: Date
}

/** `progress` is told how far it is; null where it says that nobody waits any more. */
export type TryRules = (trial: Trial, progress: Progress) => Promise<TryOut | null>

/** The classifier's weights are read when somebody first asks. */
export function createTryRules(db: Database): TryRules {
  let model: Model | null = null
  return (trial, progress) => {
    const weights = (model ??= loadModel())
    return withScope(db, hubScope, (queries) => tryRules(queries, trial, weights, progress))
  }
}

async function tryRules(
  queries: Queries,
  trial: Trial,
  model: Model,
  progress: Progress,
): Promise<TryOut | null> {
  const { now, who } = trial
  const routedOn = londonDate(now)
  const since = new Date(londonInstant(daysBefore(routedOn, daysTried), '00:00'))
  const found = await listStandings(queries, { since, andOpen: true, newest: mostTried + 1 })
  const standings = found.slice(-mostTried)
  const around = {
    routedOn,
    model,
    earlier: await countEarlier(queries, new Date(now.getTime() - yearMs)),
    open: await countOpenCases(queries),
    nobodyIn: await teamsWithNobody(queries, routedOn),
  }
  const rows: MovedCase[] = []
  let others = 0
  for (let at = 0; at < standings.length; at += triedAtOnce) {
    if (!progress(at, standings.length)) return null
    const some = standings.slice(at, at + triedAtOnce)
    const ids = some.map((standing) => standing.case)
    const seen = new Set((await casesSeen(queries, who, ids)).map(({ reference }) => reference))
    for (const moved of await movedAmong(queries, some, around, trial)) {
      if (moved.receivedBy === who.organisation && seen.has(moved.reference)) rows.push(moved)
      else others++
    }
  }
  const recent = standings.filter(({ receivedAt }) => receivedAt >= since).length
  const tried = { tried: standings.length, recent, olderOpen: standings.length - recent }
  return { ...tried, cut: found.length > mostTried, rows: rows.toReversed(), others }
}

/** What is the same for all of them. */
interface Around extends Pick<Knowledge, 'routedOn' | 'model'> {
  readonly earlier: Awaited<ReturnType<typeof countEarlier>>
  readonly open: ReadonlyMap<string, number>
  readonly nobodyIn: NonNullable<Knowledge['nobodyIn']>
}

async function movedAmong(
  queries: Queries,
  standings: readonly Standing[],
  { earlier, open, ...around }: Around,
  trial: Trial,
): Promise<readonly MovedCase[]> {
  const ids = standings.map(({ submission }) => submission)
  const submissions = await loadSubmissions(queries, ids)
  const cases = standings.map((standing) => standing.case)
  const counted = Map.groupBy(await issuesCounted(queries, cases), (issue) => issue.case)
  const { version, directory, rules } = trial.stored
  return standings.flatMap((standing) => {
    const submission = submissions.get(standing.submission)
    if (submission === undefined) return []
    const { receivedAt, receivedBy, content } = submission
    const today = londonDate(receivedAt)
    const counts = earlier.get(receivedBy) ?? new Map<string, number>()
    const earlierCounts = lessOwn(counts, counted.get(standing.case) ?? [])
    const openCases = withoutItself(open, standing)
    const knowledge = { version, directory, rules, today, receivedBy, earlierCounts, openCases, ...around }
    return movedCase(standing, content, knowledge, trial) ?? []
  })
}

/** When a case is routed it is not yet among the open cases of a team. */
function withoutItself(
  open: ReadonlyMap<string, number>,
  { team, state }: Standing,
): ReadonlyMap<string, number> {
  return state === 'open' ? new Map(open).set(team, Math.max(0, (open.get(team) ?? 0) - 1)) : open
}

/** Null where the same teams would have had it, or known of it. Nothing of the walk but the owners depends on the routing rules. */
function movedCase(
  { reference, receivedBy, kind, level }: Standing,
  content: Parameters<typeof classify>[0],
  knowledge: Knowledge,
  { routing, day }: Trial,
): MovedCase | null {
  const classification = classify(content, knowledge)
  const risk = assessRisk(content, classification, knowledge)
  const teamsBy = (rules: Knowledge['rules']): TeamsOfCase => {
    const owners = findOwners(content, classification, risk, { ...knowledge, rules, today: day })
    const [told, own] = [owners.filter(isOnlyTold), owners.filter((owner) => !isOnlyTold(owner))]
    return { own: own.map(({ value }) => value.team), told: told.map(({ value }) => value.team) }
  }
  const from = teamsBy(knowledge.rules)
  const to = teamsBy({ ...knowledge.rules, routing })
  return isSame(from, to) ? null : { reference, receivedBy, kind, level, from, to }
}
