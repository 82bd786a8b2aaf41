/** What the lead's hub says to us on our part, and the text it asks us to stand by, as rows that our own pages work on. */
import type { CaseId, PartId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import type { PartFromPeer } from './peer-case-open.ts'

/** Each once; our own, told back to us, are here already. Says how many are new. */
export async function saveExchangesTold(
  queries: Queries,
  id: CaseId,
  { errand, told }: PartFromPeer,
): Promise<number> {
  const part = await partOf(queries, id)
  let news = 0
  // One after the other: an answer names what it answers.
  for (const each of told.exchanges) {
    const added = await queries
      .insertInto('exchanges')
      .values({
        id: each.id,
        case: id,
        part,
        kind: each.kind,
        from_organisation: each.from === told.organisation ? errand.ours : errand.theirs,
        answers: each.answers,
        body: each.body,
        wanted_on: each.wantedOn,
        due_before: each.dueBefore,
        written_at: each.writtenAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added !== undefined) news++
  }
  return news
}

/** Of our sections only. A text that is being written anew is not ours to stand by until it is asked for. */
export async function saveResponseTold(
  queries: Queries,
  id: CaseId,
  { errand, told, now }: PartFromPeer,
): Promise<number> {
  const { response } = told
  const before = queries
    .updateTable('responses')
    .set({ state: 'superseded' })
    .where('case', '=', id)
    .where('state', '=', 'in-approval')
  await (response === null ? before : before.where('id', '<>', response.id)).execute()
  if (response === null) return 0
  const sections = response.sections.map(({ issue, text }) => ({
    name: 'issue' as const,
    issue,
    organisation: errand.ours,
    text,
  }))
  const written = { state: response.state, sections: JSON.stringify(sections) }
  const known = await queries
    .updateTable('responses')
    .set(written)
    .where('id', '=', response.id)
    .where('case', '=', id)
    .executeTakeFirst()
  if (known.numUpdatedRows > 0n) return 0
  await queries
    .insertInto('responses')
    .values({ ...written, id: response.id, case: id, version: response.version, made_at: now })
    .execute()
  return 1
}

async function partOf(queries: Queries, id: CaseId): Promise<PartId> {
  const row = await queries.selectFrom('parts').select('id').where('case', '=', id).executeTakeFirstOrThrow()
  return row.id
}
