/** All that the desk shows of one case, read in one transaction. */
import { shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import {
  clocksOf,
  directoryNames,
  findingsOf,
  gradingsOf,
  handoffsOf,
  issuesOf,
  messagesOf,
  submissionsOf,
  trailOf,
} from './case-file-parts.ts'
import { findStageOne } from './answered-stage.ts'
import { decisionLetters } from './decision-letters.ts'
import { isSeenBy, type Viewer } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { openSuggestions } from './suggestions.ts'

/** Null for what they may not see. */
export async function loadCaseHead(queries: Queries, who: Viewer, id: CaseId) {
  const { organisation } = who
  const head = await queries
    .selectFrom('cases')
    .innerJoin('teams', 'teams.id', 'cases.owner_team')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .leftJoin('organisations as leads', 'leads.id', 'cases.lead')
    .leftJoin('staff', 'staff.id', 'cases.kind_confirmed_by')
    .selectAll('cases')
    .select(['teams.name as ownerTeamName', 'organisations.name as receivedByName'])
    .select(['leads.name as leadName', 'staff.name as kindConfirmedByName'])
    .where('cases.id', '=', id)
    .where((where) => isSeenBy(who)(where))
    .executeTakeFirst()
  if (head === undefined) return null
  return { ...head, ...(head.received_by === organisation ? {} : await theirTeam(queries, organisation, id)) }
}

/** Handed to them by whoever received it, it is one of their own teams that answers for it here. */
async function theirTeam(queries: Queries, organisation: OrganisationId, id: CaseId) {
  const theirs = await queries
    .selectFrom('handoffs')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .select(['teams.id', 'teams.name'])
    .where('handoffs.case', '=', id)
    .where('handoffs.organisation', '=', organisation)
    .where('handoffs.state', 'in', shownHandoffStates)
    .orderBy('handoffs.id', 'desc')
    .executeTakeFirst()
  return theirs === undefined ? {} : { owner_team: theirs.id, ownerTeamName: theirs.name }
}

export type CaseHead = NonNullable<Awaited<ReturnType<typeof loadCaseHead>>>

/** Null for what they may not see. */
export async function loadCaseFile(queries: Queries, who: Viewer, id: CaseId) {
  const head = await loadCaseHead(queries, who, id)
  if (head === null) return null
  return {
    head,
    submissions: await submissionsOf(queries, id),
    issues: await issuesOf(queries, id),
    findings: await findingsOf(queries, id),
    gradings: await gradingsOf(queries, id),
    clocks: await clocksOf(queries, id),
    handoffs: await handoffsOf(queries, id),
    messages: await messagesOf(queries, id),
    letters: await decisionLetters(queries, id),
    suggestions: await openSuggestions(queries, id),
    stageOne: await findStageOne(queries, id, who.organisation),
    trail: await trailOf(queries, id),
    names: await directoryNames(queries),
  }
}

export type CaseFile = NonNullable<Awaited<ReturnType<typeof loadCaseFile>>>
