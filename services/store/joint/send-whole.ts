/** What is sent on goes whole, with its files and whoever it came from: less than that is for one answer together. */
import { reason, type Reason } from '../../../shared/finding.ts'
import type { CaseId, ConsentId } from '../../../shared/ids.ts'
import type { ConsentPurpose, Covers } from '../../../shared/joint/consent.ts'
import type { Queries } from '../database.ts'

interface Sharing {
  readonly case: CaseId
  readonly purpose: ConsentPurpose
  readonly covers: Covers
}

/** Null where all of the case may go. Whoever it is sent on to sees all of it, so a consent to less cannot send it. */
export async function refuseInPart(
  queries: Queries,
  { case: id, purpose, covers }: Sharing,
): Promise<Reason | null> {
  if (purpose !== 'pass-on') return null
  const issues = await queries.selectFrom('issues').select('position').where('case', '=', id).execute()
  const isWhole =
    covers.identity &&
    issues.every(({ position }) => covers.issues.includes(position)) &&
    (covers.attachments || !(await hasFiles(queries, id)))
  return isWhole ? null : reason('joint:consent.refused.in-part')
}

/** What a question to send it on asks for, before it is asked: the files that came along go too. */
export async function askForFilesToo(queries: Queries, consents: readonly ConsentId[]): Promise<void> {
  const rows = await queries
    .selectFrom('consents')
    .select(['id', 'case', 'purpose', 'covers'])
    .where('id', 'in', [...consents])
    .execute()
  for (const { id, ...sharing } of rows) {
    const covers = JSON.stringify(await withFiles(queries, sharing))
    await queries.updateTable('consents').set({ covers }).where('id', '=', id).execute()
  }
}

/** As wide as it was, and where it is to be sent on, with the files that the case has. */
export async function withFiles(queries: Queries, { case: id, purpose, covers }: Sharing): Promise<Covers> {
  const sends = purpose === 'pass-on' && (await hasFiles(queries, id))
  return sends ? { ...covers, attachments: true } : covers
}

async function hasFiles(queries: Queries, id: CaseId): Promise<boolean> {
  const file = await queries
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .select('attachments.id')
    .where('submissions.case', '=', id)
    .limit(1)
    .executeTakeFirst()
  return file !== undefined
}
