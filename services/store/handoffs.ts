/** Handoffs: telling each team by itself. */
import { sql } from 'kysely'
import { toldAsManager } from '../../shared/case/told-of-praise.ts'
import type { HandoverMethod } from '../../shared/directory.ts'
import type { CaseId, HandoffId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Kind, Language, Level } from '../../shared/words.ts'
import type { Queries } from './database.ts'

/** A manager who is told of praise besides has nothing to take on: the team that is praised has. */
export const isForInformation = isOnlyTold('handoffs')

/** `table` as the query calls it. */
export function isOnlyTold(table: string) {
  const [issues, because] = [sql.ref(`${table}.issues`), sql.ref(`${table}.because`)]
  const asManager = JSON.stringify([{ key: toldAsManager }])
  return sql<boolean>`(${issues} = '{}' and ${because} @> ${asManager}::jsonb)`
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
