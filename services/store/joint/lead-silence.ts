/** Nobody answered whether they lead: past the day that was set, the named seniors of both settle it. */
import { londonDate } from '../../../shared/dates/london.ts'
import type { LeadProposalId } from '../../../shared/ids.ts'
import { record, theHub } from '../audit.ts'
import type { Waiting } from '../case-acts.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import { holdCase, markChanged } from './consent-acts.ts'
import { tellSeniors } from './lead-steps.ts'
import { loadCaseToTell, type Telling } from './telling.ts'

/** Proposals that nobody answered by the day that was set. */
export async function listSilentProposals(db: Queries, now: Date): Promise<readonly LeadProposalId[]> {
  const rows = await db
    .selectFrom('lead_proposals')
    .select('id')
    .where('state', '=', 'proposed')
    .where('answer_by', '<', londonDate(now))
    .where('escalated_at', 'is', null)
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Silence is no yes: the seniors settle it, and the proposal stands until they have. Once for each. */
export async function escalateSilence(
  db: Database,
  id: LeadProposalId,
  telling: Telling,
): Promise<readonly Waiting[]> {
  return withScope(db, hubScope, async (queries) => {
    const { case: about } = await queries
      .selectFrom('lead_proposals')
      .select('case')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await holdCase(queries, about)
    const proposal = await queries
      .updateTable('lead_proposals')
      .set({ escalated_at: telling.now })
      .where('id', '=', id)
      .where('state', '=', 'proposed')
      .where('escalated_at', 'is', null)
      .returning('organisation')
      .executeTakeFirst()
    if (proposal === undefined) return []
    await markChanged(queries, about, true)
    const told = await loadCaseToTell(queries, about)
    await record(queries, {
      at: telling.now,
      actor: theHub,
      act: 'lead.escalate',
      about: { kind: 'case', id: about },
      organisation: told.received_by,
      details: { proposal: id, to: proposal.organisation },
    })
    return tellSeniors(queries, told, proposal.organisation, 'lead.silent', telling)
  })
}
