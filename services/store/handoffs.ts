/** Handoffs: telling each team by itself. */
import { sql } from 'kysely'
import { onlyTold, toldAsManager } from '../../shared/case/only-told.ts'
import type { HandoverMethod } from '../../shared/directory.ts'
import type { CaseId, HandoffId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Kind, Language, Level } from '../../shared/words.ts'
import type { Queries } from './database.ts'

/** Whoever is only told has nothing to take on: the team that is praised has, or the one that answers for it. */
export const isForInformation = isOnlyTold('handoffs')

/** `table` as the query calls it. */
export function isOnlyTold(table: string) {
  const reasons = onlyTold.map((key) => isToldBecause(table, key))
  return sql<boolean>`(${sql.ref(`${table}.issues`)} = '{}' and (${sql.join(reasons, sql` or `)}))`
}

/** Of those that are only told: the managers of a team that is praised. */
export const isForPraise = isToldBecause('handoffs', toldAsManager)

function isToldBecause(table: string, key: string) {
  return sql<boolean>`${sql.ref(`${table}.because`)} @> ${JSON.stringify([{ key }])}::jsonb`
}

export interface HandoffToTell {
  readonly id: HandoffId
  readonly case: CaseId
  readonly reference: Reference
  readonly kind: Kind
  readonly level: Level
  readonly language: Language
  readonly organisation: OrganisationId
  readonly receivedBy: OrganisationId
  readonly receivedAt: Date
  readonly team: TeamId
  readonly teamName: string
  readonly acceptBy: string
  /** Where a red flag gives hours rather than days. */
  readonly acceptUntil: Date | null
  /** Is there nobody to whom it goes if they do not take it? */
  readonly isLastResort: boolean
  /** Is there nothing to accept? */
  readonly forInformation: boolean
  /** And is it for praise of a team that theirs manages? */
  readonly forPraise: boolean
  readonly handover: HandoverMethod
}

export async function loadHandoffToTell(db: Queries, id: HandoffId): Promise<HandoffToTell | null> {
  const row = await db
    .selectFrom('handoffs')
    .innerJoin('cases', 'cases.id', 'handoffs.case')
    .innerJoin('teams', 'teams.id', 'handoffs.team')
    .select([
      'handoffs.id',
      'handoffs.case',
      'handoffs.organisation',
      'handoffs.team',
      'handoffs.if_nobody',
      'handoffs.accept_by',
      'handoffs.accept_until',
      'cases.reference',
      'cases.kind',
      'cases.level',
      'cases.received_by',
      'cases.received_at',
      'teams.name',
      'teams.handover',
      isForInformation.as('forInformation'),
      isForPraise.as('forPraise'),
    ])
    .where('handoffs.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    case: row.case,
    reference: row.reference,
    kind: row.kind,
    level: row.level,
    language: 'en',
    organisation: row.organisation,
    receivedBy: row.received_by,
    receivedAt: row.received_at,
    team: row.team,
    teamName: row.name,
    acceptBy: row.accept_by,
    acceptUntil: row.accept_until,
    isLastResort: row.if_nobody === row.team,
    forInformation: row.forInformation,
    forPraise: row.forPraise,
    handover: row.handover,
  }
}

export async function markTold(db: Queries, id: HandoffId): Promise<void> {
  await db
    .updateTable('handoffs')
    .set({ told: 'told', lease_until: null, problem: null })
    .where('id', '=', id)
    .execute()
}
