/** What arrives in pieces is one matter: all of one telephone call, where a second transcript corrects the first, and the parts of one text. */
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
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
  const earlier = await issuesInRow(
    queries,
    id,
    ({ content: { channel, thread } }) => channel === 'phone' && thread.messageId === call,
  )
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

/** The same of one message that came in parts: null where its parts cannot give way to the whole, and stay as they are. */
export async function whereWholeGoes(
  queries: Queries,
  id: CaseId,
  parts: ReadonlySet<SubmissionId>,
  more: number,
): Promise<IssuesGo | null> {
  const earlier = await issuesInRow(queries, id, ({ submission }) => parts.has(submission))
  const [first] = earlier
  if (first === undefined || more < earlier.length || (await isTouched(queries, id, earlier))) return null
  const isLast = first.position + earlier.length === (await countIssues(queries, id))
  return more === earlier.length || isLast ? { first: first.position, how: 'replacing' } : null
}

async function countIssues(queries: Queries, id: CaseId): Promise<number> {
  const { count } = await queries
    .selectFrom('issues')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

interface EarlierIssue {
  readonly position: number
  readonly submission: SubmissionId
  readonly content: Submission
  readonly subjects: readonly string[]
}

/** One after the other, from the first of them; what came of another message between them ends the row. */
async function issuesInRow(
  queries: Queries,
  id: CaseId,
  isOfThese: (issue: EarlierIssue) => boolean,
): Promise<readonly EarlierIssue[]> {
  const rows = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['position', 'content', 'subjects', 'issues.submission'])
    .where('issues.case', '=', id)
    .orderBy('position')
    .execute()
  const own = rows.filter(isOfThese)
  return own.filter(({ position }, nth) => position === (own[0]?.position ?? 0) + nth)
}

/** Are they not as the hub left them any more, or were subjects made out where there were no words? */
async function isTouched(queries: Queries, id: CaseId, issues: readonly EarlierIssue[]): Promise<boolean> {
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
