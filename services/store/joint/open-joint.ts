/** What the router noticed of several organisations: proposed as a joint case, each other part waiting for consent. */
import { consentGiver, usualCovers, type ConsentPurpose } from '../../../shared/joint/consent.ts'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import type { Routing } from '../../../shared/routing.ts'
import type { Affected } from '../../../shared/submission.ts'
import type { Queries } from '../database.ts'

/** Of the case that these issues came to. */
export interface Noticed {
  readonly case: CaseId
  readonly receivedBy: OrganisationId
  readonly affected: Affected
  /** Where these issues begin among those of the case. */
  readonly firstIssue: number
}

/** Run again, or with more words, it adds issues to the parts that stand and parts that did not; it takes nothing back. */
export async function saveArrangement(db: Queries, noticed: Noticed, routing: Routing): Promise<void> {
  const { arrangement } = routing
  if (arrangement.joint) {
    await db
      .insertInto('joint_cases')
      .values({
        case: noticed.case,
        state: 'proposed',
        because: JSON.stringify(arrangement.lead.because),
        preferred_lead: arrangement.preferred ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await saveParts(db, noticed, routing, arrangement.lead.value, arrangement.contributors)
  }
  await saveConsentsNeeded(db, noticed, routing)
}

async function saveParts(
  db: Queries,
  noticed: Noticed,
  routing: Routing,
  lead: OrganisationId,
  contributors: readonly OrganisationId[],
): Promise<void> {
  await db
    .insertInto('parts')
    .values(
      [lead, ...contributors].map((organisation) => ({
        case: noticed.case,
        organisation,
        role: organisation === lead ? ('lead' as const) : ('contributor' as const),
        // Whoever received it has it already and needs nobody's consent.
        state: organisation === noticed.receivedBy ? ('accepted' as const) : ('waiting' as const),
        issues: [...issuesFor(organisation, routing, noticed.firstIssue)],
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['case', 'organisation']).doUpdateSet((set) => ({
        issues: set.fn<number[]>('array_union', [set.ref('parts.issues'), set.ref('excluded.issues')]),
      })),
    )
    .execute()
}

async function saveConsentsNeeded(db: Queries, noticed: Noticed, routing: Routing): Promise<void> {
  const { consentsNeeded } = routing.arrangement
  if (consentsNeeded.length === 0) return
  const purpose = purposeOf(routing)
  await db
    .insertInto('consents')
    .values(
      consentsNeeded.map(({ to }) => ({
        case: noticed.case,
        organisation: to,
        purpose,
        from_whom: consentGiver(noticed.affected),
        authority: noticed.affected.who === 'other' ? noticed.affected.authority : 'self',
        covers: JSON.stringify(usualCovers(issuesFor(to, routing, noticed.firstIssue))),
        state: 'needed' as const,
      })),
    )
    .onConflict((conflict) => conflict.columns(['case', 'organisation']).doNothing())
    .execute()
}

/** A commissioner's way is chosen by its staff (SI 2009/309 reg 7); until then it is the plain sending on. */
function purposeOf({ arrangement }: Routing): ConsentPurpose {
  return arrangement.joint ? 'joint-answer' : 'pass-on'
}

/** Positions of the issues that its teams answer for. */
export function issuesFor(
  organisation: OrganisationId,
  { owners }: Pick<Routing, 'owners'>,
  firstIssue: number,
): readonly number[] {
  const positions = owners
    .filter(({ value }) => value.organisation === organisation)
    .flatMap(({ value }) => value.issues.map((position) => firstIssue + position))
  return [...new Set(positions)].toSorted((a, b) => a - b)
}
