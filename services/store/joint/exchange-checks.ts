/** What is said on a part answers something of the other side on that same part, and is said once. */
import { reason } from '../../../shared/finding.ts'
import type { ExchangeId, OrganisationId, PartId } from '../../../shared/ids.ts'
import type { ExchangeKind } from '../../../shared/joint/exchange.ts'
import { Refused } from '../case-acts.ts'
import type { Queries } from '../database.ts'

/** Kinds that answer, and what each may answer. */
const answerable: Partial<Record<ExchangeKind, readonly ExchangeKind[]>> = {
  answer: ['question', 'document-request'],
  document: ['document-request', 'question'],
  'time-granted': ['time-request'],
  'time-refused': ['time-request'],
}

export interface Answering {
  readonly part: PartId
  readonly from: OrganisationId
  readonly kind: ExchangeKind
  readonly answers: ExchangeId | null
}

/** Throws Refused where it answers nothing that was asked. */
export async function checkAnswers(queries: Queries, given: Answering): Promise<void> {
  const { part, from, kind, answers } = given
  const kinds = answerable[kind]
  if (answers === null && (kinds === undefined || kind === 'document')) return
  const asked =
    answers === null || kinds === undefined
      ? undefined
      : await queries
          .selectFrom('exchanges')
          .select('id')
          .where('id', '=', answers)
          .where('part', '=', part)
          .where('from_organisation', '<>', from)
          .where('kind', 'in', [...kinds])
          .executeTakeFirst()
  if (asked === undefined) throw new Refused(reason('joint:exchange.refused.no-such'))
}

export async function isWritten(queries: Queries, part: PartId, id: ExchangeId): Promise<boolean> {
  const row = await queries
    .selectFrom('exchanges')
    .select('id')
    .where('id', '=', id)
    .where('part', '=', part)
    .executeTakeFirst()
  return row !== undefined
}
