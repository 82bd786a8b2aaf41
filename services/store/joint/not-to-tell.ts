/** Whom the person of a case does not want told, by their own words: kept out of what was proposed before they said so. */
import { z } from 'zod'
import { organisationTypes } from '../../../shared/directory.ts'
import { asId, type CaseId, type OrganisationId } from '../../../shared/ids.ts'
import { isLeftOut, type NotToTell } from '../../../shared/joint/not-to-tell.ts'
import type { Queries } from '../database.ts'
import { setLead } from './lead-standing.ts'

const stored = z.union([
  z.enum([...organisationTypes, 'everyone']),
  z.string().transform((id): OrganisationId => asId(id)),
])

/** The organisations that any of their messages leaves out. */
export async function loadLeftOut(queries: Queries, id: CaseId): Promise<ReadonlySet<OrganisationId>> {
  const rows = await queries
    .selectFrom('findings')
    .select('value')
    .where('case', '=', id)
    .where('about', '=', 'not-to-tell')
    .execute()
  if (rows.length === 0) return new Set()
  const refused = rows.map(({ value }) => stored.parse(value))
  const all = await queries.selectFrom('organisations').select(['id', 'type']).execute()
  return new Set(all.filter((organisation) => isLeftOut(organisation, refused)).map((each) => each.id))
}

/** Said after it was proposed: who received the case is proposed to lead it, unless staff have decided that already. */
export async function leadWithoutRefused(
  queries: Queries,
  id: CaseId,
  receivedBy: OrganisationId,
  refused: readonly NotToTell[],
): Promise<void> {
  if (refused.length === 0) return
  const led = await queries
    .selectFrom('cases')
    .innerJoin('organisations', 'organisations.id', 'cases.lead')
    .innerJoin('joint_cases', 'joint_cases.case', 'cases.id')
    .select(['organisations.id', 'organisations.type'])
    .where('cases.id', '=', id)
    .where('joint_cases.state', '=', 'proposed')
    .executeTakeFirst()
  if (led === undefined || led.id === receivedBy || !isLeftOut(led, refused)) return
  await setLead(queries, id, receivedBy)
}
