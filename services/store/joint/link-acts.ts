/** The receiver's staff open one part by a link for an organisation without an account, and take it back. */
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId, PartId, PartnerLinkId } from '../../../shared/ids.ts'
import { actOnCase, Refused, type Acting, type ActResult } from '../case-acts.ts'
import type { Database, Queries } from '../database.ts'
import { isOpenTo } from './part-scope.ts'
import { revokeLink, saveLink, type NewLink } from './partner-links.ts'

export interface PartOfCase {
  readonly id: PartId
  readonly organisation: OrganisationId
  readonly organisationName: string
}

/** A part of another organisation on this case. */
export async function findPartOfCase(queries: Queries, id: CaseId, part: PartId): Promise<PartOfCase | null> {
  const row = await queries
    .selectFrom('parts')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .innerJoin('organisations', 'organisations.id', 'parts.organisation')
    .select(['parts.id', 'parts.organisation', 'organisations.name as organisationName'])
    .where('parts.id', '=', part)
    .where('parts.case', '=', id)
    .whereRef('parts.organisation', '<>', 'cases.received_by')
    .executeTakeFirst()
  return row ?? null
}

/** Refused while nothing may be seen by it. */
export async function makeLink(
  db: Database,
  acting: Acting,
  link: Omit<NewLink, 'madeBy' | 'now'>,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    const part = await findPartOfCase(queries, head.id, link.part)
    if (part === null || !(await isOpen(queries, part, londonDate(now.toISOString())))) {
      throw new Refused(reason('joint:part.refused.waiting'))
    }
    const id = await saveLink(queries, { ...link, madeBy: who.id, now })
    return { act: 'link.make', details: { link: id, part: part.id, organisation: part.organisation } }
  })
}

export async function takeBackLink(db: Database, acting: Acting, link: PartnerLinkId): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, now }) => {
    if (!(await revokeLink(queries, { case: head.id, link }, now))) {
      throw new Refused(reason('desk:link.gone'))
    }
    return { act: 'link.revoke', details: { link } }
  })
}

async function isOpen(queries: Queries, part: PartOfCase, today: string): Promise<boolean> {
  const row = await queries
    .selectFrom('parts')
    .select('id')
    .where('id', '=', part.id)
    .where((where) => isOpenTo(part.organisation, today)(where))
    .executeTakeFirst()
  return row !== undefined
}
