/** Which cases may a member of staff see? Asked by every query of the desk, beside the scope of its transaction. */
import { shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import { expressionBuilder, sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Queries } from './database.ts'
import type { StaffMember } from './staff.ts'
import type { DB } from './tables.ts'

/** Who asks. */
export type Viewer = Pick<StaffMember, 'organisation' | 'teams' | 'seesAll'>

type OnCases = ExpressionBuilder<DB, 'cases'>
type Condition = (where: OnCases) => Expression<SqlBool>

/**
 * `received`: by their organisation, and one of their teams answers for it. `besides`: another team of it does, and one of
 * theirs was handed it. `across`: handed to them by another organisation that received it. No case is on two sides.
 */
export const sides = ['received', 'besides', 'across'] as const
export type Side = (typeof sides)[number]

/**
 * Each side is a condition of its own, because each can be answered by an index and all together cannot. Whoever sees all
 * of their organisation sees what it received, whoever answers for it; what is only held for consent is not theirs yet.
 */
export function isOnSide(side: Side, { organisation, teams, seesAll }: Viewer): Condition {
  const isReceived = sql<boolean>`cases.received_by = ${organisation}`
  const isAnsweredBy = sql<boolean>`cases.owner_team = any(${teams})`
  const handedTo = (where: OnCases, isAcross: boolean) =>
    where
      .selectFrom('handoffs')
      .select('handoffs.id')
      .whereRef('handoffs.case', '=', 'cases.id')
      .where('handoffs.organisation', '=', organisation)
      .where('handoffs.state', 'in', shownHandoffStates)
      .where(isAcross ? sql<boolean>`handoffs.is_across` : sql<boolean>`not handoffs.is_across`)
      .$if(!seesAll, (query) => query.where(sql<boolean>`handoffs.team = any(${teams})`))
  switch (side) {
    case 'received':
      return (where) => (seesAll ? isReceived : where.and([isReceived, isAnsweredBy]))
    case 'besides':
      return (where) =>
        seesAll
          ? sql<boolean>`false`
          : where.and([isReceived, where.not(isAnsweredBy), where.exists(handedTo(where, false))])
    case 'across':
      return (where) => where.exists(handedTo(where, true))
  }
}

/**
 * Somebody speaks up in it: then only the teams that have it see it, and nobody for being in triage or an administrator.
 * Where nobody of those teams can sign in, the others look after it, so that it is not lost.
 */
export function isKeptFrom({ organisation, teams }: Viewer): Condition {
  return (where) =>
    where.exists(
      where
        .selectFrom('cases as kept')
        .select('kept.id')
        .whereRef('kept.id', '=', 'cases.id')
        // As the index of such cases has it.
        .where(sql<boolean>`'whistleblowing' = any(kept.flags)`)
        .where((on) =>
          on.exists(
            on
              .selectFrom('staff_teams')
              .innerJoin('staff', 'staff.id', 'staff_teams.staff')
              .select('staff.id')
              .where('staff.organisation', '=', organisation)
              .where('staff.disabled_at', 'is', null)
              .where(has(sql.ref('staff_teams.team'))),
          ),
        )
        .where((on) => on.not(has(sql`any(${teams})`))),
    )

  /** Does this team, or one of these, answer for it or have it? */
  function has(team: Expression<unknown>) {
    return sql<boolean>`(kept.owner_team = ${team} or exists (
      select from handoffs has where has."case" = kept.id and has.organisation = ${organisation}
        and has.team = ${team} and has.state = any(${[...shownHandoffStates]})))`
  }
}

export function isSeenBy(who: Viewer): Condition {
  return (where) => {
    const isOnEither = where.or(sides.map((side) => isOnSide(side, who)(where)))
    return who.seesAll ? where.and([isOnEither, where.not(isKeptFrom(who)(where))]) : isOnEither
  }
}

/** The same, for statements that are written out. */
export function seenBy(who: Viewer) {
  return sql<boolean>`${isSeenBy(who)(expressionBuilder<DB, 'cases'>())}`
}

export interface FoundCase {
  readonly id: CaseId
  readonly reference: Reference
  readonly receivedBy: OrganisationId
}

/** By its reference or an alias of it; null for what does not exist and for what they may not see, alike. */
export async function findVisibleCase(
  queries: Queries,
  who: Viewer,
  reference: Reference,
): Promise<FoundCase | null> {
  const found = await queries
    .selectFrom('cases')
    .select(['id', 'reference', 'received_by as receivedBy'])
    // Each half by its own index: an "or" would read all cases.
    .where((where) =>
      where(
        'id',
        'in',
        where
          .selectFrom('cases as named')
          .select('named.id')
          .where('named.reference', '=', reference)
          .unionAll(
            where
              .selectFrom('case_aliases')
              .select('case as id')
              .where('case_aliases.reference', '=', reference),
          ),
      ),
    )
    .where(isSeenBy(who))
    .executeTakeFirst()
  return found ?? null
}

/** Those of these cases that they see. */
export async function casesSeen(queries: Queries, who: Viewer, ids: readonly CaseId[]) {
  if (ids.length === 0) return []
  return queries
    .selectFrom('cases')
    .select(['id', 'reference', 'received_by'])
    .where('id', 'in', [...ids])
    .where(isSeenBy(who))
    .execute()
}
