/** What whoever leads sees of everybody's work: parts, what was said on each, and what each learned. */
import { mayBeOpened } from '../../../shared/attached.ts'
import type { CaseHead } from '../case-file.ts'
import type { Queries } from '../database.ts'
import { isHeld } from '../held-files.ts'

export async function workOnCase(queries: Queries, { id }: Pick<CaseHead, 'id'>) {
  const parts = await queries
    .selectFrom('parts')
    .innerJoin('organisations', 'organisations.id', 'parts.organisation')
    .selectAll('parts')
    .select('organisations.name')
    .where('parts.case', '=', id)
    .where('parts.state', '<>', 'left')
    .orderBy('parts.role', 'desc')
    .orderBy('organisations.name')
    .execute()
  const exchanges = await queries
    .selectFrom('exchanges')
    .innerJoin('organisations', 'organisations.id', 'exchanges.from_organisation')
    .leftJoin('exchanges as answered', 'answered.answers', 'exchanges.id')
    .selectAll('exchanges')
    .select(['organisations.name as fromName', 'answered.id as answeredBy'])
    .where('exchanges.case', '=', id)
    .orderBy('exchanges.written_at')
    .execute()
  const lessons = await queries
    .selectFrom('lessons')
    .select(['id', 'organisation', 'learned', 'action', 'action_by'])
    .where('case', '=', id)
    .orderBy('written_at')
    .execute()
  const documents = await queries
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .innerJoin('files', 'files.id', 'documents.file')
    .select(['documents.id', 'documents.name', 'documents.exchange', 'documents.file', 'files.state'])
    .select(isHeld.as('isHeld'))
    .where('exchanges.case', '=', id)
    .orderBy('documents.id')
    .execute()
  return {
    parts,
    exchanges: exchanges.map((each) => ({
      ...each,
      documents: documents
        .filter(({ exchange }) => exchange === each.id)
        .map((document) => ({ ...document, mayOpen: mayBeOpened(document.state) })),
    })),
    lessons,
  }
}
