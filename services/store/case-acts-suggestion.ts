/** Answering what the rules as they are now suggest: the case follows them, or stays as it is because a person says so. */
import { asId, type TeamId } from '../../shared/ids.ts'
import { reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import {
  actOnCase,
  Refused,
  type Act,
  type ActResult,
  type Acting,
  type Done,
  type Waiting,
} from './case-acts.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import { moveToTeam } from './case-acts-handoffs.ts'
import type { Database } from './database.ts'
import { findSuggestion, openSuggestions, type OpenSuggestion } from './suggestions.ts'

export const suggestionAnswers = ['taken', 'kept'] as const
export type SuggestionAnswer = (typeof suggestionAnswers)[number]

export interface Answered {
  readonly suggestion: number
  readonly answer: SuggestionAnswer
  readonly why: string
}

/** Either way it is a person's word on that finding, which routing again leaves alone. */
export async function answerSuggestion(
  db: Database,
  acting: Acting,
  { suggestion: id, answer, why }: Answered,
  rules: Rules,
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    needReason(why)
    const { queries, head, who, now } = act
    const suggestion = (await openSuggestions(queries, head.id)).find((one) => one.id === id)
    if (suggestion === undefined) throw new Refused(reason('desk:refused.noSuggestion'))
    await queries
      .updateTable('suggestions')
      .set({ answer, answered_at: now, answered_by: who.id })
      .where('id', '=', id)
      .execute()
    const { about } = suggestion
    const team = teamOf(suggestion)
    if (team !== null) {
      const waiting = await answerOnTeam(act, team, { answer, why }, suggestion, rules)
      return {
        act: `suggestion.${answer}`,
        details: { about, from: head.owner_team, to: answer === 'taken' ? team : head.owner_team },
        waiting,
      }
    }
    await answerOnSubjects(act, suggestion, { answer, why }, rules)
    return { act: `suggestion.${answer}`, details: { about } }
  }
  return actOnCase(db, acting, 'receiver', work, async ({ queries, head, who }) => {
    const done = await findSuggestion(queries, head.id, id)
    return done?.answer === answer && done.answered_by === who.id
  })
}

/** Null where it is about something else. */
export function teamOf({ about, value }: Pick<OpenSuggestion, 'about' | 'value'>): TeamId | null {
  if (about !== 'owner' || typeof value !== 'object' || value === null || !('team' in value)) return null
  return asId<'team'>(String(value.team))
}

/** Codes of subjects; empty where it is about something else. */
export function subjectsOf({ value }: Pick<OpenSuggestion, 'value'>): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

type Answer = Pick<Answered, 'answer' | 'why'>

async function answerOnTeam(
  act: Act,
  team: TeamId,
  { answer, why }: Answer,
  { because }: OpenSuggestion,
  rules: Rules,
): Promise<readonly Waiting[]> {
  if (answer === 'taken')
    return moveToTeam(
      act,
      { to: team, why, anyway: true },
      [reason('desk:handoff.afterSuggestion'), ...because],
      rules,
    )
  const value = { organisation: act.head.received_by, team: act.head.owner_team, issues: [] }
  await saveCorrections(act, why, [{ about: 'owner', value, because: bySomeone }])
  return []
}

async function answerOnSubjects(
  act: Act,
  suggestion: OpenSuggestion,
  { answer, why }: Answer,
  rules: Rules,
): Promise<void> {
  const { queries, head } = act
  const { about } = suggestion
  const subjects = subjectsOf(suggestion)
  const position = Number(/^issue\.(\d+)\.subjects$/.exec(about)?.[1])
  const issue = await queries
    .selectFrom('issues')
    .select(['id', 'subjects'])
    .where('case', '=', head.id)
    .where('position', '=', position)
    .executeTakeFirst()
  if (issue === undefined) throw new Refused(reason('desk:refused.noIssue'))
  if (answer === 'kept') {
    await saveCorrections(act, why, [{ about, value: issue.subjects, because: bySomeone }])
    return
  }
  if (subjects.some((code) => !rules.subjects.some((subject) => subject.code === code)))
    throw new Refused(reason('desk:refused.noSubject'))
  await queries
    .updateTable('issues')
    .set({ subjects: [...subjects] })
    .where('id', '=', issue.id)
    .execute()
  await saveCorrections(act, why, [{ about, value: subjects, because: bySomeone }])
}
