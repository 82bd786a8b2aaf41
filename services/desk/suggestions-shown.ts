/** What the rules as they are now suggest for a case, as its page asks about it: what they say, how it stands, and why. */
import { subjectsOf, teamOf } from '../store/case-acts-suggestion.ts'
import type { CaseFile } from '../store/case-file.ts'
import type { OpenSuggestion } from '../store/suggestions.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { becauseShown, type FindingShown } from './findings-shown.ts'
import { subjectNames } from './names.ts'

export interface SuggestionShown {
  readonly id: number
  readonly about: 'team' | 'subjects'
  /** Of the issue; null where it is about the whole case. */
  readonly number: number | null
  readonly suggested: string
  readonly stands: string
  readonly because: FindingShown['because']
  readonly at: Date
}

type About = Pick<OpenSuggestion, 'id' | 'about' | 'value' | 'because' | 'submission' | 'suggested_at'>

/** Of the case: only what tells how it stands now. */
export type Beside = Pick<CaseFile, 'issues' | 'names'> & {
  readonly head: Pick<CaseFile['head'], 'ownerTeamName'>
  /** The words of a submission, to quote from. */
  readonly textOf: (submission: string) => string | undefined
}

export function suggestionShown(
  { id, about, value, because, submission, suggested_at: at }: About,
  { head, issues, names, textOf }: Beside,
  rules: Pick<Rules, 'subjects'>,
): SuggestionShown {
  const shown = { id, because: becauseShown(because, textOf(submission)), at }
  const team = teamOf({ about, value })
  if (team !== null) {
    const suggested = names.get(team) ?? team
    return { ...shown, about: 'team', number: null, suggested, stands: head.ownerTeamName }
  }
  const issue = issues.find(({ position }) => about === `issue.${position}.subjects`)
  return {
    ...shown,
    about: 'subjects',
    number: (issue?.position ?? 0) + 1,
    suggested: subjectNames(subjectsOf({ value }), rules).join('; '),
    stands: subjectNames(issue?.subjects ?? [], rules).join('; '),
  }
}
