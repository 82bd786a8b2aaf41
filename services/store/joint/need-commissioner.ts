/** Only a commissioner can handle a complaint about its provider itself (SI 2009/309 reg 7). */
import { reason } from '../../../shared/finding.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { consentPurposes, type ConsentPurpose } from '../../../shared/joint/consent.ts'
import { Refused } from '../case-acts.ts'
import type { Queries } from '../database.ts'

/** Throws where this organisation cannot ask for consent to that. */
export async function needCommissioner(
  queries: Queries,
  organisation: OrganisationId,
  purpose: ConsentPurpose,
): Promise<void> {
  if ((await purposesOf(queries, organisation)).includes(purpose)) return
  throw new Refused(reason('joint:add.refused.no-commissioner'))
}

/** What the organisation that received a case can ask for consent to. */
export async function purposesOf(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly ConsentPurpose[]> {
  const { type } = await queries
    .selectFrom('organisations')
    .select('type')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  return consentPurposes.filter((purpose) => purpose !== 'commissioner-handles' || type === 'icb')
}
