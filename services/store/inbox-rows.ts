/** The rows of the inbox, with what stands in other tables beside them. */
import { shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import type { Selectable } from 'kysely'
import type { CaseId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { ClockName } from '../../shared/knowledge.ts'
import type { Reference } from '../../shared/reference.ts'
import type { ChannelName, Flag, Kind, Level } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { fileWarnings, type FileWarnings } from './held-files.ts'
import { casesWithStopQuestions } from './joint/stop-questions.ts'
import { waitingToBeTold } from './joint/to-tell.ts'
import { casesWithSuggestions } from './suggestions.ts'
import type { Cases } from './tables.ts'
import { casesNotReadable } from './unread-words.ts'

export interface InboxRow {
  readonly id: CaseId
  readonly reference: Reference
  readonly kind: Kind
  readonly isKindConfirmed: boolean
  readonly subjects: readonly string[]
  readonly level: Level
  readonly flags: readonly Flag[]
  readonly ownerTeam: string
  readonly nextClock: { readonly name: ClockName; readonly dueOn: string } | null
  readonly unread: number
  /** Did somebody ask to be rung back, or may somebody be in danger, and nobody has rung them? */
  readonly callBack: 'danger' | 'asked' | null
  /** Since when must somebody tell them of sharing or the lead, whom no message reaches? Null: nobody has to. */
  readonly toTellSince: Date | null
  /** Did they text STOP while it is shared, and nobody has asked what they mean? */
  readonly asksAboutStop: boolean
  /** Of files that came along; null where all are well. */
  readonly files: FileWarnings | null
  /** Did they write something that nobody here can read? */
  readonly isNotReadable: boolean
  /** Do the rules as they are now suggest another team or subject, which nobody has answered? */
  readonly hasSuggestion: boolean
  readonly channel: ChannelName
  readonly receivedOn: string
  readonly state: 'open' | 'closed'
}

/** What the list itself reads of each case. */
export type Found = readonly Pick<
  Selectable<Cases>,
  | 'id'
  | 'reference'
  | 'kind'
  | 'kind_confirmed_at'
  | 'level'
  | 'flags'
  | 'owner_team'
  | 'next_due_on'
  | 'unread'
  | 'channel'
  | 'received_on'
  | 'state'
>[]

/** As this organisation sees them. Adds subjects, the next clock and the team's name, in the same order. */
export async function complete(
  queries: Queries,
  organisation: OrganisationId,
  found: Found,
): Promise<readonly InboxRow[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const issues = await queries
    .selectFrom('issues')
    .select(['case', 'subjects'])
    .where('case', 'in', ids)
    .orderBy('position')
    .execute()
  const clocks = await queries
    .selectFrom('clocks')
    .select(['case', 'name', 'due_on'])
    .where('case', 'in', ids)
    .where('state', '=', 'running')
    .orderBy('due_on')
    .execute()
  const calls = await queries
    .selectFrom('submissions')
    .select(['case', 'call_back_urgent as isUrgent'])
    .where('case', 'in', ids)
    .where('call_back_asked', '=', true)
    .where('call_back_at', 'is', null)
    .execute()
  const stopped = await casesWithStopQuestions(queries, ids)
  const toTell = await waitingToBeTold(queries, organisation, ids)
  const files = await fileWarnings(queries, ids)
  const notReadable = await casesNotReadable(queries, ids)
  const suggestions = await casesWithSuggestions(queries, organisation, ids)
  const teams = await teamNames(queries, found)
  const theirs = await teamsItWasSentOnTo(queries, organisation, ids)
  return found.map((row) => {
    const clock = clocks.find((candidate) => candidate.case === row.id)
    const subjects = issues.filter((issue) => issue.case === row.id).flatMap((issue) => issue.subjects)
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      isKindConfirmed: row.kind_confirmed_at !== null,
      subjects: [...new Set(subjects)],
      level: row.level,
      flags: row.flags,
      ownerTeam: theirs.get(row.id) ?? teams.get(row.owner_team) ?? row.owner_team,
      nextClock: clock === undefined ? null : { name: clock.name, dueOn: clock.due_on },
      unread: row.unread,
      callBack: callOf(calls.filter((call) => call.case === row.id)),
      toTellSince: toTell.get(row.id) ?? null,
      asksAboutStop: stopped.has(row.id),
      files: files.get(row.id) ?? null,
      isNotReadable: notReadable.has(row.id),
      hasSuggestion: suggestions.has(row.id),
      channel: row.channel,
      receivedOn: row.received_on,
      state: row.state,
    }
  })
}

function callOf(calls: readonly { readonly isUrgent: boolean }[]): InboxRow['callBack'] {
  if (calls.length === 0) return null
  return calls.some(({ isUrgent }) => isUrgent) ? 'danger' : 'asked'
}

async function teamNames(queries: Queries, found: Found): Promise<ReadonlyMap<TeamId, string>> {
  const ids = [...new Set(found.map((row) => row.owner_team))]
  const rows = await queries.selectFrom('teams').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** By case: the name of the team of theirs that has what another organisation received. */
async function teamsItWasSentOnTo(
  queries: Queries,
  organisation: OrganisationId,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, string>> {
  const rows = await queries
    .selectFrom('handoffs')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .select(['handoffs.case', 'teams.name'])
    .where('handoffs.case', 'in', [...ids])
    .where('handoffs.organisation', '=', organisation)
    .where('handoffs.is_across', '=', true)
    .where('handoffs.state', 'in', shownHandoffStates)
    .orderBy('handoffs.id')
    .execute()
  return new Map(rows.map((row) => [row.case, row.name]))
}
