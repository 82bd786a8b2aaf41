/** A commissioner handles a complaint about its provider itself: the person and the provider are both told (SI 2009/309 reg 7). */
import type { Selectable } from 'kysely'
import { reason } from '../../../shared/finding.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { askForPart } from './ask-for-part.ts'
import { newsOfGoing } from './consent-words.ts'
import { insertProposal, settleLead } from './lead-steps.ts'
import { tellPerson, type CaseToTell, type Telling } from './telling.ts'

type Consent = Pick<Selectable<Consents>, 'id' | 'organisation' | 'covers'>

/** Told once: a consent that is given again for more or for less changes nothing of who handles it. */
export async function commissionerHandles(
  queries: Queries,
  about: CaseToTell,
  consent: Consent,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const isTold = await hasPart(queries, about, consent.organisation)
  const toThem = await askForPart(queries, about, consent, telling, 'commissioner.handles')
  if (isTold) return toThem
  await lead(queries, about, telling)
  const words = await newsOfGoing(queries, about, consent.organisation, 'commissioner', telling)
  const news = { purpose: 'lead-news', writtenBy: null, consent: consent.id, ...words } as const
  return [...toThem, ...(await tellPerson(queries, about, news, telling))]
}

async function hasPart(queries: Queries, { id }: CaseToTell, organisation: OrganisationId): Promise<boolean> {
  const row = await queries
    .selectFrom('parts')
    .select('id')
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('state', 'in', ['asked', 'accepted', 'filed', 'approved'])
    .executeTakeFirst()
  return row !== undefined
}

/** By law nobody else does, so nobody is asked; where a lead is settled already, it stays. */
async function lead(queries: Queries, about: CaseToTell, telling: Telling): Promise<void> {
  const settled = await queries
    .selectFrom('lead_proposals')
    .select('id')
    .where('case', '=', about.id)
    .where('state', 'in', ['proposed', 'accepted'])
    .executeTakeFirst()
  if (settled !== undefined) return
  const own = about.received_by
  const id = await insertProposal(queries, about, own, reason('joint:lead.commissioner'), null, telling)
  await settleLead(queries, about, id, own, null, telling)
}
