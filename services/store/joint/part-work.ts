/** The work of one organisation on other organisations' cases: what is due first comes first, thirty to a page. */
import { sql } from 'kysely'
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { LeadProposalId, OrganisationId, PartId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'
import { isOpenTo } from './part-scope.ts'
import { listLeadsElsewhere } from './peer-leads.ts'

/** Where the page before ended. */
export interface WorkCursor {
  /** Null: nothing is due. */
  readonly dueOn: CalendarDate | null
  readonly id: PartId
}

export interface WorkRow {
  readonly id: PartId
  readonly reference: Reference
  readonly state: 'asked' | 'accepted' | 'filed'
  readonly role: 'lead' | 'contributor'
  readonly dueOn: CalendarDate | null
  readonly issues: number
  /** Whose case it is. */
  readonly receivedByName: string
}

export interface WorkPage {
  readonly rows: readonly WorkRow[]
  readonly next: WorkCursor | null
}

const pageLength = 30
/** As the index of open work has them; what is approved needs nothing more of them. */
const inWork = ['asked', 'accepted', 'filed'] as const

export async function listWork(
  queries: Queries,
  organisation: OrganisationId,
  today: CalendarDate,
  after: WorkCursor | null,
): Promise<WorkPage> {
  const found = await queries
    .selectFrom('parts')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .select(['parts.id', 'parts.role', 'parts.due_on as dueOn', 'cases.reference'])
    .select((select) => [
      select.ref('parts.state').$castTo<WorkRow['state']>().as('state'),
      select.fn<number>('cardinality', ['parts.issues']).as('issues'),
      'organisations.name as receivedByName',
    ])
    .where('parts.state', 'in', [...inWork])
    .where((where) => isOpenTo(organisation, today)(where))
    .where('cases.received_by', '<>', organisation)
    .where(isAfter(after))
    .orderBy('parts.due_on')
    .orderBy('parts.id')
    .limit(pageLength + 1)
    .execute()
  const rows = found.slice(0, pageLength)
  const last = rows.at(-1)
  return {
    rows,
    next: found.length > pageLength && last ? { dueOn: last.dueOn, id: last.id } : null,
  }
}

/** Work without a day stands last, as PostgreSQL orders nulls. */
function isAfter(after: WorkCursor | null) {
  if (after === null) return sql<boolean>`true`
  return after.dueOn === null
    ? sql<boolean>`(parts.due_on is null and parts.id > ${after.id})`
    : sql<boolean>`((parts.due_on, parts.id) > (${after.dueOn}::date, ${after.id}::uuid) or parts.due_on is null)`
}

export interface ProposalToUs {
  readonly id: LeadProposalId
  readonly reference: Reference
  readonly answerBy: CalendarDate
  readonly receivedByName: string
  /** Of the hub that holds the case; null: this one. */
  readonly url: string | null
}

/** Led by this organisation on this hub, which received none of them: worked on where the case is. */
export async function listLed(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('lead_proposals')
    .innerJoin('cases', 'cases.id', 'lead_proposals.case')
    .select(['lead_proposals.id', 'cases.reference'])
    .where('lead_proposals.organisation', '=', organisation)
    .where('lead_proposals.state', '=', 'accepted')
    .where('cases.received_by', '<>', organisation)
    .where('cases.state', '<>', 'closed')
    .orderBy('lead_proposals.id')
    .execute()
}

/** Asked to lead, and not answered: what it is about is seen when it is theirs, not before. */
export async function listProposals(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly ProposalToUs[]> {
  const here = await proposalsHere(queries, organisation)
  const elsewhere = await listLeadsElsewhere(queries, organisation)
  return [...here, ...elsewhere].toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1))
}

/** Without those of other hubs. */
export async function proposalsHere(
  queries: Queries,
  organisation: OrganisationId,
): Promise<readonly ProposalToUs[]> {
  const rows = await queries
    .selectFrom('lead_proposals')
    .innerJoin('cases', 'cases.id', 'lead_proposals.case')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .select(['lead_proposals.id', 'lead_proposals.answer_by as answerBy', 'cases.reference'])
    .select('organisations.name as receivedByName')
    .where('lead_proposals.organisation', '=', organisation)
    .where('lead_proposals.state', '=', 'proposed')
    .where('cases.received_by', '<>', organisation)
    .orderBy('lead_proposals.answer_by')
    .execute()
  return rows.map((row) => ({ ...row, url: null }))
}
