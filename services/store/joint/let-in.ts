/** What follows from a yes: an organisation is let in to its part, or to the case where it leads or it was sent on. */
import type { Selectable } from 'kysely'
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import { londonDate, type CalendarDate } from '../../../shared/dates/london.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { changePart } from '../../../shared/joint/part-changes.ts'
import { partDueOn } from '../../../shared/joint/part-due.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { openCaseTo } from './open-case-to.ts'
import { tellPartner, type CaseToTell, type SaidBy, type Telling } from './telling.ts'
import { transferCase } from './transfers.ts'

type Consent = Pick<Selectable<Consents>, 'id' | 'case' | 'organisation' | 'purpose' | 'covers'>

/** For one answer together they get their part; for sending on, or to lead, the case itself. */
export async function letIn(
  queries: Queries,
  about: CaseToTell,
  consent: Consent,
  by: SaidBy,
  telling: Telling,
): Promise<readonly Waiting[]> {
  if (consent.purpose === 'pass-on') return transferCase(queries, about, consent, by, telling)
  if (await leads(queries, consent)) {
    const opened = await openCaseTo(queries, about, consent.organisation, 'joint:handoff.lead', telling)
    return [...opened, ...(await askForPart(queries, about, consent, telling))]
  }
  await queries
    .updateTable('handoffs')
    .set({ state: 'passed-on', decided_at: telling.now })
    .where('case', '=', about.id)
    .where('organisation', '=', consent.organisation)
    .where('state', '=', 'held')
    .execute()
  return askForPart(queries, about, consent, telling)
}

async function leads(queries: Queries, consent: Consent): Promise<boolean> {
  const proposal = await queries
    .selectFrom('lead_proposals')
    .select('id')
    .where('case', '=', consent.case)
    .where('organisation', '=', consent.organisation)
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return proposal !== undefined
}

/** By consent, or by a disclosure that two people stand for. Asked already: nothing is done twice. */
export async function askForPart(
  queries: Queries,
  about: CaseToTell,
  { organisation, covers }: Pick<Consent, 'organisation' | 'covers'>,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const part = await findOrAddPart(queries, about, organisation, covers.issues)
  const asked = changePart(part.state, 'ask', 'hub')
  if ('refused' in asked) return []
  const dueOn = partDueOn(
    londonDate(telling.now),
    await answerDueOn(queries, about),
    holidaySet(telling.rules.bankHolidays),
  )
  await queries
    .updateTable('parts')
    .set((set) => ({
      state: asked.to,
      asked_at: telling.now,
      due_on: dueOn,
      chased_at: null,
      escalated_at: null,
      ended_because: null,
      version: set('version', '+', 1),
    }))
    .where('id', '=', part.id)
    .execute()
  return tellPartner(
    queries,
    about,
    { organisation, event: 'part.asked', part: part.id, day: dueOn },
    telling,
  )
}

async function findOrAddPart(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  issues: readonly number[],
) {
  const added = await queries
    .insertInto('parts')
    .values({ case: about.id, organisation, role: 'contributor', state: 'waiting', issues: [...issues] })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'state'])
    .executeTakeFirst()
  if (added !== undefined) return added
  return queries
    .selectFrom('parts')
    .select(['id', 'state'])
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
}

/** What was agreed with the person, else what the law gives; null where no clock runs. */
async function answerDueOn(queries: Queries, about: CaseToTell): Promise<CalendarDate | null> {
  const joint = await queries
    .selectFrom('joint_cases')
    .select('respond_by')
    .where('case', '=', about.id)
    .executeTakeFirst()
  if (joint !== undefined && joint.respond_by !== null) return joint.respond_by
  const clock = await queries
    .selectFrom('clocks')
    .select((select) => select.fn.min('due_on').as('due'))
    .where('case', '=', about.id)
    .where('organisation', '=', about.received_by)
    .where('name', 'in', ['respond', 'six-months'])
    .where('state', '=', 'running')
    .executeTakeFirst()
  return clock?.due ?? null
}
