/** All that the desk shows of a joint case: parts, consents with their history, who was asked to lead, disclosures. */
import type { CaseId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import { loadLeftOut } from './not-to-tell.ts'
import { loadTold } from './told-consent.ts'

/** Asked only once it is known that they may see the case. Null: one organisation's matter alone. */
export async function loadJointFile(queries: Queries, id: CaseId) {
  const joint = await queries
    .selectFrom('joint_cases')
    .leftJoin('staff', 'staff.id', 'joint_cases.decided_by')
    .leftJoin('organisations', 'organisations.id', 'joint_cases.preferred_lead')
    .selectAll('joint_cases')
    .select(['staff.name as decidedByName', 'organisations.name as preferredLeadName'])
    .where('joint_cases.case', '=', id)
    .executeTakeFirst()
  const consents = await consentsOf(queries, id)
  const disclosures = await disclosuresOf(queries, id)
  if (joint === undefined && consents.length === 0 && disclosures.length === 0) return null
  return {
    joint: joint ?? null,
    parts: await partsOf(queries, id),
    consents,
    proposals: await proposalsOf(queries, id),
    disclosures,
    transfers: await transfersOf(queries, id),
    told: await loadTold(queries, id),
    isAnswered: await isAnswered(queries, id),
  }
}

export type JointFile = NonNullable<Awaited<ReturnType<typeof loadJointFile>>>

async function partsOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('parts')
    .innerJoin('organisations', 'organisations.id', 'parts.organisation')
    .selectAll('parts')
    .select('organisations.name as organisationName')
    .where('parts.case', '=', id)
    .orderBy('parts.role', 'desc')
    .orderBy('organisations.name')
    .execute()
}

async function consentsOf(queries: Queries, id: CaseId) {
  const consents = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .leftJoin('staff', 'staff.id', 'consents.recorded_by')
    .selectAll('consents')
    .select(['organisations.name as organisationName', 'staff.name as recordedByName'])
    .where('consents.case', '=', id)
    .orderBy('organisations.name')
    .execute()
  if (consents.length === 0) return []
  const changes = await queries
    .selectFrom('consent_changes')
    .leftJoin('staff', 'staff.id', 'consent_changes.by_staff')
    .selectAll('consent_changes')
    .select('staff.name as byName')
    .where(
      'consent',
      'in',
      consents.map((consent) => consent.id),
    )
    .orderBy('consent_changes.id', 'desc')
    .execute()
  const leftOut = await loadLeftOut(queries, id)
  return consents.map((consent) => ({
    ...consent,
    /** Did the person write that it is not to be told, before anybody asked? */
    isRefusedInWords: consent.state === 'needed' && leftOut.has(consent.organisation),
    changes: changes.filter((change) => change.consent === consent.id),
  }))
}

/** Newest first. */
async function proposalsOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('lead_proposals')
    .innerJoin('organisations', 'organisations.id', 'lead_proposals.organisation')
    .leftJoin('staff as proposers', 'proposers.id', 'lead_proposals.proposed_by')
    .leftJoin('staff as answerers', 'answerers.id', 'lead_proposals.answered_by')
    .selectAll('lead_proposals')
    .select(['organisations.name as organisationName', 'proposers.name as proposedByName'])
    .select('answerers.name as answeredByName')
    .where('lead_proposals.case', '=', id)
    .orderBy('lead_proposals.id', 'desc')
    .execute()
}

async function disclosuresOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('disclosures')
    .innerJoin('organisations', 'organisations.id', 'disclosures.organisation')
    .innerJoin('staff as askers', 'askers.id', 'disclosures.asked_by')
    .leftJoin('staff as deciders', 'deciders.id', 'disclosures.decided_by')
    .selectAll('disclosures')
    .select(['organisations.name as organisationName', 'askers.name as askedByName'])
    .select('deciders.name as decidedByName')
    .where('disclosures.case', '=', id)
    .orderBy('disclosures.id', 'desc')
    .execute()
}

async function transfersOf(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('transfers')
    .innerJoin('organisations', 'organisations.id', 'transfers.to_organisation')
    .select(['transfers.to_organisation', 'transfers.transferred_on', 'organisations.name as toName'])
    .where('transfers.case', '=', id)
    .orderBy('transfers.transferred_at')
    .execute()
}

/** Has the one response been sent? */
async function isAnswered(queries: Queries, id: CaseId): Promise<boolean> {
  const sent = await queries
    .selectFrom('responses')
    .select('id')
    .where('case', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return sent !== undefined
}
