/** What follows from a yes: an organisation is let in to its part, or to the case where it leads or it was sent on. */
import type { Selectable } from 'kysely'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { askForPart } from './ask-for-part.ts'
import { commissionerHandles } from './commissioner.ts'
import { openCaseTo } from './open-case-to.ts'
import type { CaseToTell, SaidBy, Telling } from './telling.ts'
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
  if (consent.purpose === 'commissioner-handles') {
    await endHeld(queries, consent, telling)
    return commissionerHandles(queries, about, consent, telling)
  }
  if (await leads(queries, consent)) {
    const opened = await openCaseTo(queries, about, consent.organisation, 'joint:handoff.lead', telling)
    return [...opened, ...(await askForPart(queries, about, consent, telling))]
  }
  await endHeld(queries, consent, telling)
  return askForPart(queries, about, consent, telling)
}

/** They get their part instead. */
async function endHeld(queries: Queries, consent: Consent, { now }: Telling): Promise<void> {
  await queries
    .updateTable('handoffs')
    .set({ state: 'passed-on', decided_at: now })
    .where('case', '=', consent.case)
    .where('organisation', '=', consent.organisation)
    .where('state', '=', 'held')
    .execute()
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
