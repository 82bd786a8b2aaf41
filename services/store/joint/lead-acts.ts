/** Proposing who leads: on record with who, when and why, and answered by the organisation that is asked. */
import { reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId } from '../../../shared/ids.ts'
import { changeLead } from '../../../shared/joint/lead-changes.ts'
import { actOnCase, Refused, type ActResult, type Acting, type Waiting } from '../case-acts.ts'
import { needReason } from '../case-acts-findings.ts'
import type { Database, Queries } from '../database.ts'
import type { StaffMember } from '../staff.ts'
import { answerBy, insertProposal, leadAccepted } from './lead-steps.ts'
import { loadCaseToTell, tellPartner, type CaseToTell, type Telling } from './telling.ts'

export interface LeadProposed {
  readonly organisation: OrganisationId
  readonly why: string
}

/** Whoever is proposed by its own staff has accepted by it. A proposal that stood before is taken back. */
export async function proposeLead(
  db: Database,
  acting: Acting,
  { organisation, why }: LeadProposed,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who }) => {
    needReason(why)
    const about = await loadCaseToTell(queries, head.id)
    await needPart(queries, head.id, organisation)
    const before = await takeBackStanding(queries, about, who, why, telling)
    const isOwn = organisation === who.organisation
    const because = reason('joint:lead.said', { why })
    const id = await insertProposal(queries, about, organisation, because, who.id, telling)
    const after = isOwn
      ? await leadAccepted(queries, about, id, organisation, who.id, telling)
      : await tellPartner(
          queries,
          about,
          { organisation, event: 'lead.proposed', day: answerBy(telling) },
          telling,
        )
    return { act: 'lead.propose', details: { to: organisation }, waiting: [...before, ...after] }
  })
}

async function needPart(queries: Queries, id: CaseId, organisation: OrganisationId): Promise<void> {
  const part = await queries
    .selectFrom('parts')
    .select('id')
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('state', 'not in', ['ours', 'left'])
    .executeTakeFirst()
  if (part === undefined) throw new Refused(reason('joint:lead.refused.no-part'))
}

async function takeBackStanding(
  queries: Queries,
  about: CaseToTell,
  who: StaffMember,
  why: string,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const standing = await queries
    .selectFrom('lead_proposals')
    .select(['id', 'state', 'organisation'])
    .where('case', '=', about.id)
    .where('state', 'in', ['proposed', 'accepted'])
    .executeTakeFirst()
  if (standing === undefined) return []
  const changed = changeLead(standing.state, 'withdraw', 'receiver', why)
  if ('refused' in changed) throw new Refused(changed.refused)
  await queries
    .updateTable('lead_proposals')
    .set({ state: changed.to, answered_at: telling.now, answered_by: who.id, answer_reason: why })
    .where('id', '=', standing.id)
    .execute()
  const { organisation } = standing
  if (organisation === about.received_by) return []
  return tellPartner(queries, about, { organisation, event: 'lead.withdrawn' }, telling)
}
