/** Answering whether one leads: by staff of the organisation that is asked, who may see nothing of the case as yet. */
import { reason } from '../../../shared/finding.ts'
import type { LeadProposalId, OrganisationId } from '../../../shared/ids.ts'
import { changeLead } from '../../../shared/joint/lead-changes.ts'
import { record } from '../audit.ts'
import type { ActResult, Waiting } from '../case-acts.ts'
import { withScope, type Database, type Queries } from '../database.ts'
import { actorOf, staffIdOf, type Contributor } from './contributor.ts'
import { holdCase, markChanged } from './consent-acts.ts'
import { backToReceiver } from './lead-standing.ts'
import { answerLeadElsewhere, listLeadsElsewhere } from './peer-leads.ts'
import { insertProposal, leadAccepted, tellSeniors } from './lead-steps.ts'
import { loadCaseToTell, type CaseToTell, type Telling } from './telling.ts'

/** So often declined, whoever received it coordinates, and it is said plainly. */
const mostDeclined = 2
const stateAfter = { accept: 'accepted', decline: 'declined' } as const

export interface LeadAnswer {
  readonly proposal: LeadProposalId
  readonly answer: 'accept' | 'decline'
  readonly why: string
}

/** Were they asked, whatever became of it? */
export async function isAskedOf(
  queries: Queries,
  organisation: OrganisationId,
  proposal: LeadProposalId,
): Promise<boolean> {
  const row = await queries
    .selectFrom('lead_proposals')
    .select('id')
    .where('id', '=', proposal)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  return row !== undefined
}

export async function answerLead(
  db: Database,
  by: Contributor,
  { proposal: id, answer, why }: LeadAnswer,
  telling: Telling,
): Promise<ActResult> {
  const scope = { of: 'organisation', organisation: by.organisation } as const
  return withScope(db, scope, async (queries): Promise<ActResult> => {
    const found = await queries
      .selectFrom('lead_proposals')
      .select('case')
      .where('id', '=', id)
      .where('organisation', '=', by.organisation)
      .executeTakeFirst()
    if (found === undefined) {
      return answerLeadElsewhere(queries, by, { proposal: id, answer, why }, telling.now)
    }
    await holdCase(queries, found.case)
    const proposal = await queries
      .selectFrom('lead_proposals')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const changed = changeLead(proposal.state, answer, 'proposed-lead', why)
    if ('refused' in changed) {
      const again = proposal.answered_by === staffIdOf(by) && proposal.state === stateAfter[answer]
      return again ? { outcome: 'done', waiting: [] } : { outcome: 'refused', problem: changed.refused }
    }
    const about = await loadCaseToTell(queries, found.case)
    const waiting =
      changed.to === 'accepted'
        ? await leadAccepted(queries, about, id, by.organisation, staffIdOf(by), telling)
        : await leadDeclined(queries, about, id, by, why, telling)
    await markChanged(queries, about.id, true)
    await record(queries, {
      at: telling.now,
      actor: actorOf(by),
      act: `lead.${answer}`,
      about: { kind: 'case', id: about.id },
      organisation: by.organisation,
      details: { proposal: id },
    })
    return { outcome: 'done', waiting }
  })
}

/** Disagreement goes to the seniors of both; declined once more, the receiver coordinates. */
async function leadDeclined(
  queries: Queries,
  about: CaseToTell,
  id: LeadProposalId,
  by: Contributor,
  why: string,
  telling: Telling,
): Promise<readonly Waiting[]> {
  await queries
    .updateTable('lead_proposals')
    .set({
      state: 'declined',
      answered_at: telling.now,
      answered_by: staffIdOf(by),
      answer_reason: why,
      escalated_at: telling.now,
    })
    .where('id', '=', id)
    .execute()
  const told = await tellSeniors(queries, about, by.organisation, 'lead.declined', telling)
  await backToReceiver(queries, about, by.organisation, telling)
  const { times } = await queries
    .selectFrom('lead_proposals')
    .select((select) => select.fn.countAll<number>().as('times'))
    .where('case', '=', about.id)
    .where('state', '=', 'declined')
    .executeTakeFirstOrThrow()
  if (times < mostDeclined) return told
  const receiver = about.received_by
  const because = reason('joint:lead.declined-twice', { count: times })
  const own = await insertProposal(queries, about, receiver, because, null, telling)
  return [...told, ...(await leadAccepted(queries, about, own, receiver, null, telling))]
}

/** What an organisation is asked to lead: a reference and a day, and nothing of the case. */
export async function listLeadsAsked(queries: Queries, organisation: OrganisationId) {
  const here = await queries
    .selectFrom('lead_proposals')
    .innerJoin('cases', 'cases.id', 'lead_proposals.case')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .select(['lead_proposals.id', 'lead_proposals.answer_by as answerBy', 'cases.reference'])
    .select(['organisations.name as receivedByName', 'lead_proposals.escalated_at as escalatedAt'])
    .where('lead_proposals.organisation', '=', organisation)
    .where('lead_proposals.state', '=', 'proposed')
    .orderBy('lead_proposals.answer_by')
    .orderBy('lead_proposals.id')
    .execute()
  const elsewhere = await listLeadsElsewhere(queries, organisation)
  return [
    ...here.map((asked) => ({ ...asked, url: null })),
    ...elsewhere.map((asked) => ({ ...asked, escalatedAt: null })),
  ]
}
