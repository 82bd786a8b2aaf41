/** The steps that agreeing on a lead is made of, each in the caller's transaction. */
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import { addWorkingDays } from '../../../shared/dates/working-days.ts'
import type { Reason } from '../../../shared/finding.ts'
import { workingDaysFor } from '../../../shared/joint/joint-periods.ts'
import type { LeadProposalId, OrganisationId, StaffId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { leadWords } from './consent-words.ts'
import { coordinates } from './coordinates.ts'
import { setLead } from './lead-standing.ts'
import { openCaseTo } from './open-case-to.ts'
import { tellPartner, tellPerson, type CaseToTell, type Telling } from './telling.ts'

/** The day to say by whether they lead; past it, it goes to the seniors. */
export function answerBy({ rules, now }: Telling): string {
  const today = londonDate(now)
  return addWorkingDays(today, workingDaysFor('answer-lead', today, rules), holidaySet(rules.bankHolidays))
}

export async function insertProposal(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  because: Reason,
  by: StaffId | null,
  telling: Telling,
): Promise<LeadProposalId> {
  const { id } = await queries
    .insertInto('lead_proposals')
    .values({
      case: about.id,
      organisation,
      state: 'proposed',
      because: JSON.stringify([because]),
      proposed_by: by,
      proposed_at: telling.now,
      answer_by: answerBy(telling),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** On record, and nobody is told of it. */
export async function settleLead(
  queries: Queries,
  about: CaseToTell,
  id: LeadProposalId,
  organisation: OrganisationId,
  by: StaffId | null,
  { now }: Telling,
): Promise<void> {
  await queries
    .updateTable('lead_proposals')
    .set({ state: 'accepted', answered_at: now, answered_by: by })
    .where('id', '=', id)
    .execute()
  await setLead(queries, about.id, organisation)
}

/** The person has one point of contact from now on, and is told so. */
export async function leadAccepted(
  queries: Queries,
  about: CaseToTell,
  id: LeadProposalId,
  organisation: OrganisationId,
  by: StaffId | null,
  telling: Telling,
): Promise<readonly Waiting[]> {
  await settleLead(queries, about, id, organisation, by, telling)
  const mayAct = await coordinates(queries, organisation, about, londonDate(telling.now))
  const opened =
    mayAct && organisation !== about.received_by
      ? await openCaseTo(queries, about, organisation, 'joint:handoff.lead', telling)
      : []
  const words = await leadWords(queries, about, organisation, telling)
  const told = await tellPerson(queries, about, { purpose: 'lead-news', writtenBy: by, ...words }, telling)
  return [...opened, ...told]
}

/** The named seniors on both sides, by reference alone. */
export async function tellSeniors(
  queries: Queries,
  about: CaseToTell,
  other: OrganisationId,
  event: 'lead.declined' | 'lead.silent' | 'part.overdue',
  telling: Telling,
): Promise<readonly Waiting[]> {
  const told: Waiting[] = []
  // They have as long to settle it as those who were asked.
  const day = event === 'part.overdue' ? null : answerBy(telling)
  for (const organisation of new Set([about.received_by, other])) {
    told.push(...(await tellPartner(queries, about, { organisation, event, senior: true, day }, telling)))
  }
  return told
}
