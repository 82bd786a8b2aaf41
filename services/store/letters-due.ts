/** Decisions on what the procedure covers of which the person has still to be told in writing, for whoever decided. */
import {
  aboutDecision,
  asOutcome,
  codeDecided,
  dutyToTell,
  late,
  withoutLetter,
  type DecisionMade,
  type DutyToTell,
} from '../../shared/case/exclusion.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import { isSeenBy, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { isTold } from './decision-letters.ts'

export interface LetterDue {
  readonly reference: Reference
  readonly code: string
  readonly duty: DutyToTell
  readonly decidedAt: Date
  readonly decidedBy: string
}

/** Longest waiting first. A letter that was written and has not gone is listed as a message, not here. */
export async function listLettersDue(queries: Queries, who: Viewer): Promise<readonly LetterDue[]> {
  const standing = await standingDecisions(queries, who)
  if (standing.length === 0) return []
  const histories = await decisionsOn(
    queries,
    standing.map(({ case: id }) => id),
  )
  return standing.flatMap(({ case: id, about, reference, found_at, by }) => {
    const code = codeDecided(about)
    const decisions = histories.filter((one) => one.case === id && one.about === about).flatMap(asDecision)
    const duty = dutyToTell(decisions)
    return code === null || duty === null
      ? []
      : [{ reference, code, duty, decidedAt: found_at, decidedBy: by }]
  })
}

/** The newest on each ground of each case, where no letter tells of it or is under way. */
function standingDecisions(queries: Queries, who: Viewer) {
  return queries
    .selectFrom('findings')
    .innerJoin('cases', 'cases.id', 'findings.case')
    .innerJoin('staff', 'staff.id', 'findings.corrected_by')
    .select(['findings.case', 'findings.about', 'findings.found_at', 'cases.reference', 'staff.name as by'])
    .where('cases.received_by', '=', who.organisation)
    .where((where) => isSeenBy(who)(where))
    .where((where) => where.or([where('about', '=', late), where('about', 'like', aboutDecision('%'))]))
    .where('about', 'not in', withoutLetter.map(aboutDecision))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('findings as newer')
            .select('newer.id')
            .whereRef('newer.case', '=', 'findings.case')
            .whereRef('newer.about', '=', 'findings.about')
            .where('newer.corrected_by', 'is not', null)
            .whereRef('newer.id', '>', 'findings.id'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('decision_letters')
            .innerJoin('messages', 'messages.id', 'decision_letters.message')
            .select('messages.id')
            .whereRef('decision_letters.finding', '=', 'findings.id')
            .where('messages.settled_how', 'is distinct from', 'not-needed'),
        ),
      ),
    )
    .orderBy('findings.found_at')
    .orderBy('findings.id')
    .execute()
}

type Decision = Awaited<ReturnType<typeof decisionsOn>>[number]

/** All that was ever decided on these cases, newest first, each with the newest letter that tells of it. */
function decisionsOn(queries: Queries, cases: readonly CaseId[]) {
  return queries
    .selectFrom('findings')
    .leftJoin('decision_letters', 'decision_letters.finding', 'findings.id')
    .leftJoin('messages', 'messages.id', 'decision_letters.message')
    .distinctOn('findings.id')
    .select(['findings.case', 'findings.about', 'findings.value', 'messages.state', 'messages.settled_how'])
    .where('findings.case', 'in', [...cases])
    .where('findings.corrected_by', 'is not', null)
    .orderBy('findings.id', 'desc')
    .orderBy('messages.created_at', 'desc')
    .execute()
}

function asDecision({ about, value, state, settled_how }: Decision): readonly DecisionMade[] {
  const code = codeDecided(about)
  const outcome = asOutcome(value)
  if (code === null || outcome === null) return []
  return [{ code, outcome, isTold: state !== null && isTold({ state, settled_how }) }]
}
