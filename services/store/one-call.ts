/** All that arrives about one telephone call is one matter: what has no words adds none, and a second transcript corrects the first. */
import type { CaseId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'

/** Where the issues of more words begin among those of the case, and whether they are saved there, in whose stead. */
export interface IssuesGo {
  readonly first: number
  readonly how: 'added' | 'replacing' | 'not-saved'
}

/** `more`: how many issues the words have; `issues`: how many the case has. Within the transaction that holds the case. */
export async function whereIssuesGo(
  queries: Queries,
  id: CaseId,
  content: Submission,
  more: number,
  issues: number,
): Promise<IssuesGo> {
  const added = { first: issues, how: 'added' } as const
  const call = content.channel === 'phone' ? content.thread.messageId : null
  if (call === null || issues === 0) return added
  const isOfLine = content.thread.conversation !== undefined
  if (isOfLine && content.text.trim() === '') return { first: issues - 1, how: 'not-saved' }
  const earlier = await issuesOfCall(queries, id, call)
  const [first] = earlier
  if (first === undefined) return added
  const areLast = first.position + earlier.length === issues
  const hadWords = earlier.some(({ content: { text } }) => text.trim() !== '')
  // Of two messages that somebody left in one call each has its own words; a transcript has those of the whole call.
  if (hadWords && isOfLine) return added
  const mayReplace = more === earlier.length || (more > earlier.length && areLast)
  if (mayReplace && !(await isTouched(queries, id, earlier)))
    return { first: first.position, how: 'replacing' }
  // What staff said of them stands; the corrected words are on the case for a person to compare.
  return hadWords && more <= earlier.length ? { first: first.position, how: 'not-saved' } : added
}

interface CallsIssue {
  readonly position: number
  readonly content: Submission
  readonly subjects: readonly string[]
}

/** One after the other, from the first of them; what came of another message between them ends the row. */
async function issuesOfCall(queries: Queries, id: CaseId, call: string): Promise<readonly CallsIssue[]> {
  const rows = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['position', 'content', 'subjects'])
    .where('issues.case', '=', id)
    .orderBy('position')
    .execute()
  const own = rows.filter(({ content }) => content.channel === 'phone' && content.thread.messageId === call)
  return own.filter(({ position }, nth) => position === (own[0]?.position ?? 0) + nth)
}

/** Are they not as the hub left them any more, or were subjects made out where there were no words? */
async function isTouched(queries: Queries, id: CaseId, issues: readonly CallsIssue[]): Promise<boolean> {
  if (issues.some(({ content, subjects }) => content.text.trim() === '' && subjects.length > 0)) return true
  const corrected = await queries
    .selectFrom('findings')
    .select('about')
    .where('case', '=', id)
    .where('about', 'like', 'issue.%')
    .where('corrected_by', 'is not', null)
    .execute()
  const positions = new Set(issues.map(({ position }) => String(position)))
  return corrected.some(({ about }) => positions.has(about.split('.')[1] ?? ''))
}
