/** Which parts of whose cases may an organisation see today? Asked by every query of partners: pages, links and API. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { CaseId, OrganisationId, PartId } from '../../../shared/ids.ts'
import { openPartStates } from '../../../shared/joint/part-changes.ts'
import type { Covers } from '../../../shared/joint/consent.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'
import type { DB } from '../tables.ts'

type OnParts = ExpressionBuilder<DB, 'parts'>

/** Does the person's consent, or a disclosure that two people stand for, let this part be seen today? */
function mayLeave(today: CalendarDate): (where: OnParts) => Expression<SqlBool> {
  return (where) =>
    where.or([
      where.exists(
        where
          .selectFrom('consents')
          .select('consents.id')
          .whereRef('consents.case', '=', 'parts.case')
          .whereRef('consents.organisation', '=', 'parts.organisation')
          .where('consents.state', '=', 'given')
          .where(holdsOn(today)),
      ),
      where.exists(
        where
          .selectFrom('disclosures')
          .select('disclosures.id')
          .whereRef('disclosures.case', '=', 'parts.case')
          .whereRef('disclosures.organisation', '=', 'parts.organisation')
          .where('disclosures.state', '=', 'approved'),
      ),
    ])
}

/**
 * Theirs, open, and let out by consent: asked anew each time, so that a consent taken back closes it at once. Not for
 * the organisation that received the case, which works on its desk.
 */
export function isOpenTo(
  organisation: OrganisationId,
  today: CalendarDate,
): (where: OnParts) => Expression<SqlBool> {
  return (where) =>
    where.and([
      where('parts.organisation', '=', organisation),
      where('parts.state', 'in', [...openPartStates]),
      mayLeave(today)(where),
    ])
}

export interface OpenPart {
  readonly id: PartId
  readonly case: CaseId
  readonly reference: Reference
  readonly receivedBy: OrganisationId
}

/** Null for what does not exist and for what they may not see, alike. */
export async function findOpenPart(
  queries: Queries,
  organisation: OrganisationId,
  reference: Reference,
  today: CalendarDate,
): Promise<OpenPart | null> {
  const row = await queries
    .selectFrom('parts')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .select(['parts.id', 'parts.case', 'cases.reference', 'cases.received_by as receivedBy'])
    .where('cases.reference', '=', reference)
    .where('cases.received_by', '<>', organisation)
    .where((where) => isOpenTo(organisation, today)(where))
    .executeTakeFirst()
  return row ?? null
}

/** A case and whose part of it. */
type PartOf = Pick<OpenPart, 'case'> & { readonly organisation: OrganisationId }

/** Said yes to, whether or not the last day is past. */
export function givenConsents(queries: Queries, part: PartOf) {
  return queries
    .selectFrom('consents')
    .where('consents.case', '=', part.case)
    .where('consents.organisation', '=', part.organisation)
    .where('consents.state', '=', 'given')
}

/** Is the last day of a consent not past? */
export function holdsOn(today: CalendarDate) {
  return (where: ExpressionBuilder<DB, 'consents'>): Expression<SqlBool> =>
    where.or([where('consents.valid_until', 'is', null), where('consents.valid_until', '>=', today)])
}

/** What two people stand for. */
function approvedDisclosures(queries: Queries, part: PartOf) {
  return queries
    .selectFrom('disclosures')
    .where('disclosures.case', '=', part.case)
    .where('disclosures.organisation', '=', part.organisation)
    .where('disclosures.state', '=', 'approved')
}

/** Open for what two people disclosed alone. */
export async function isWithoutConsent(
  queries: Queries,
  part: PartOf,
  today: CalendarDate,
): Promise<boolean> {
  const consent = await givenConsents(queries, part).where(holdsOn(today)).select('id').executeTakeFirst()
  return consent === undefined
}

/** The last London day on which what lets it out holds; null: until it is taken back. */
export async function loadOpenUntil(queries: Queries, part: PartOf): Promise<CalendarDate | null> {
  const consents = await givenConsents(queries, part).select('valid_until').execute()
  const disclosed = await approvedDisclosures(queries, part).select('id').executeTakeFirst()
  const days = consents.flatMap(({ valid_until: until }) => (until === null ? [] : [until]))
  const isOpenEnded = disclosed !== undefined || days.length < consents.length
  return isOpenEnded ? null : (days.toSorted().at(-1) ?? null)
}

/** What of the case the part may be shown: all that is covered by consent or disclosure, and nothing beyond. */
export async function loadCovers(queries: Queries, part: PartOf, today: CalendarDate): Promise<Covers> {
  const consents = await givenConsents(queries, part).where(holdsOn(today)).select('covers').execute()
  const disclosures = await approvedDisclosures(queries, part).select('covers').execute()
  const all = [...consents, ...disclosures].map(({ covers }) => covers)
  return {
    issues: [...new Set(all.flatMap(({ issues }) => issues))].toSorted((a, b) => a - b),
    identity: all.some(({ identity }) => identity),
    attachments: all.some(({ attachments }) => attachments),
    records: all.some(({ records }) => records),
  }
}
