/** Handoffs: telling each team by itself, and passing on what nobody accepted in time. */
import type { HandoverMethod } from '../../shared/directory.ts'
import type { Reason } from '../../shared/finding.ts'
import type { CaseId, HandoffId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Kind, Language, Level } from '../../shared/words.ts'
import { record, theHub } from './audit.ts'
import type { Queries } from './database.ts'

export interface HandoffToTell {
  readonly id: HandoffId
  readonly case: CaseId
  readonly reference: Reference
  readonly kind: Kind
  readonly level: Level
  readonly language: Language
  readonly organisation: OrganisationId
  readonly receivedBy: OrganisationId
  readonly team: TeamId
  readonly teamName: string
  readonly acceptBy: string
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
      'handoffs.accept_by',
      'cases.reference',
      'cases.kind',
      'cases.level',
      'cases.received_by',
      'teams.name',
      'teams.handover',
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
    team: row.team,
    teamName: row.name,
    acceptBy: row.accept_by,
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

/** Offered, not accepted, and the time for it is over: offered to whoever is told if nobody takes it. Returns what was newly offered. */
export async function escalateOverdue(
  db: Queries,
  today: string,
  now: Date,
  because: Reason,
): Promise<readonly HandoffId[]> {
  const overdue = await db
    .updateTable('handoffs')
    .set({ state: 'escalated', decided_at: now })
    .where('state', '=', 'offered')
    .where((where) => where.or([where('accept_by', '<', today), where('accept_until', '<', now)]))
    .returning(['id', 'case', 'organisation', 'team', 'issues', 'if_nobody', 'accept_by'])
    .execute()
  const offered: HandoffId[] = []
  for (const handoff of overdue) {
    await record(db, {
      at: now,
      actor: theHub,
      act: 'handoff.escalate',
      about: { kind: 'case', id: handoff.case },
      organisation: handoff.organisation,
      details: { handoff: handoff.id, from: handoff.team, to: handoff.if_nobody },
    })
    // The last resort keeps it: escalated in the open, on the list of work that needs a person.
    if (handoff.if_nobody === handoff.team) continue
    const row = await db
      .insertInto('handoffs')
      .values({
        case: handoff.case,
        organisation: handoff.organisation,
        team: handoff.if_nobody,
        issues: handoff.issues,
        state: 'offered',
        accept_by: today,
        if_nobody: handoff.if_nobody,
        because: JSON.stringify([because]),
        offered_at: now,
        due_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('cases')
      .set({ owner_team: handoff.if_nobody })
      .where('id', '=', handoff.case)
      .execute()
    offered.push(row.id)
  }
  return offered
}
