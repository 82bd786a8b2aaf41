/** What our staff do on a part that another hub leads is owed to that hub, in the transaction in which they do it. */
import { errandFor } from '../../../shared/joint/errand.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { AuditEntry } from '../audit.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'

/** What an errand is about, by its name in the details of the audit. */
const abouts = ['contribution', 'exchange', 'response', 'meeting', 'lesson'] as const

/** Nothing where the case is led here. */
export async function bring(
  queries: Queries,
  { part, now }: { readonly part: { readonly case: CaseId }; readonly now: Date },
  act: string,
  details: NonNullable<AuditEntry['details']>,
): Promise<readonly Waiting[]> {
  const errand = errandFor(act)
  if (errand === null) return []
  const there = await queries
    .selectFrom('peer_cases')
    .select(['peer', 'their_reference'])
    .where('case', '=', part.case)
    .executeTakeFirst()
  if (there === undefined) return []
  const about = abouts.map((name) => details[name]).find((id) => id !== undefined && id !== null) ?? null
  const { id } = await queries
    .insertInto('peer_errands')
    .values({
      ...there,
      case: part.case,
      act: errand,
      about: about === null ? null : String(about),
      made_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return [{ step: 'errand', id }]
}
