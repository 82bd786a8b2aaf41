/** All that is posted about one telephone call is one matter: what has no words adds none, and the words give the one that was wordless its own. */
import type { CaseId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'

/** Where the issues of more words begin among those of the case, and whether they are saved there, in whose stead. */
export interface IssuesGo {
  readonly first: number
  readonly how: 'added' | 'replacing' | 'not-saved'
}

/** `issues`: how many the case has. Within the transaction that holds the case. */
export async function whereIssuesGo(
  queries: Queries,
  id: CaseId,
  content: Submission,
  issues: number,
): Promise<IssuesGo> {
  const added = { first: issues, how: 'added' } as const
  const call = content.channel === 'phone' ? content.thread.conversation?.theirs : undefined
  if (call === undefined || issues === 0) return added
  const last = issues - 1
  if (content.text.trim() === '') return { first: last, how: 'not-saved' }
  return (await isWordless(queries, id, last, call)) ? { first: last, how: 'replacing' } : added
}

/** Of the same call, with nothing made out in it, and as the hub left it: what staff said of it stands. */
async function isWordless(queries: Queries, id: CaseId, position: number, call: string): Promise<boolean> {
  const issue = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['subjects', 'content'])
    .where('issues.case', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()
  if (issue === undefined || issue.subjects.length > 0) return false
  const { text, thread } = issue.content
  if (text.trim() !== '' || thread.conversation?.theirs !== call) return false
  const corrected = await queries
    .selectFrom('findings')
    .select('id')
    .where('case', '=', id)
    .where('about', 'like', `issue.${position}.%`)
    .where('corrected_by', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return corrected === undefined
}
