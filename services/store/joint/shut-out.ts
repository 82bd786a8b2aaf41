/** What follows from a no, whenever it comes: an organisation is shut out at once, and the person told what they can do. */
import type { Selectable } from 'kysely'
import { openHandoffStates } from '../../../shared/case/handoff-changes.ts'
import type { OrganisationId, PartId } from '../../../shared/ids.ts'
import type { ConsentState } from '../../../shared/joint/consent-changes.ts'
import { changePart } from '../../../shared/joint/part-changes.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { wordsOfElsewhere } from './consent-words.ts'
import { backToReceiver } from './lead-standing.ts'
import { tellPartner, tellPerson, type CaseToTell, type Telling } from './telling.ts'
import { isDisclosed, whatEnded } from './what-a-no-ends.ts'

/**
 * Whatever of the case stood open to them ends in this transaction; the receiver keeps the part, and the person is
 * told how to take the rest elsewhere. A disclosure that two people stand for goes on.
 */
export async function shutOut(
  queries: Queries,
  about: CaseToTell,
  consent: Pick<Selectable<Consents>, 'id' | 'case' | 'organisation' | 'state'>,
  before: ConsentState,
  telling: Telling,
): Promise<readonly Waiting[]> {
  await endAcross(queries, about, consent.organisation, telling.now)
  await backToReceiver(queries, about, consent.organisation, telling)
  const kept = await keepPart(queries, consent)
  const wasIn = before === 'given'
  const { organisation } = consent
  const isStillTold = await isDisclosed(queries, consent.case, organisation)
  const event = isStillTold ? 'consent.narrowed' : 'consent.withdrawn'
  const told =
    wasIn && (kept !== null || isStillTold)
      ? await tellPartner(queries, about, { organisation, event, part: kept }, telling)
      : []
  const { state } = consent
  if (state !== 'refused' && state !== 'withdrawn' && state !== 'expired') throw new Error('It is not over')
  const what = await whatEnded(queries, { ...consent, state })
  const words = await wordsOfElsewhere(queries, about, organisation, what, telling)
  const message = { purpose: 'lead-news', writtenBy: null, consent: consent.id, ...words } as const
  return [...told, ...(await tellPerson(queries, about, message, telling))]
}

/** No offer, held or accepted, goes on standing to a team of theirs. */
export async function endAcross(
  queries: Queries,
  about: Pick<CaseToTell, 'id'>,
  organisation: OrganisationId,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('handoffs')
    .set({ state: 'passed-on', decided_at: now })
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .where('is_across', '=', true)
    .where('state', 'in', [...openHandoffStates])
    .execute()
  // Whoever was yet to be told is told nothing.
  await queries
    .updateTable('handoffs')
    .set({ told: 'not-yet', lease_until: null })
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .where('is_across', '=', true)
    .where('told', '=', 'waiting')
    .execute()
}

async function keepPart(
  queries: Queries,
  { case: id, organisation }: Pick<Selectable<Consents>, 'case' | 'organisation'>,
): Promise<PartId | null> {
  const part = await queries
    .selectFrom('parts')
    .select(['id', 'state'])
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  if (part === undefined || (await isDisclosed(queries, id, organisation))) return null
  const kept = changePart(part.state, 'keep', 'hub')
  if ('refused' in kept) return null
  await queries
    .updateTable('parts')
    .set((set) => ({
      state: kept.to,
      due_on: null,
      ended_because: 'consent',
      version: set('version', '+', 1),
    }))
    .where('id', '=', part.id)
    .execute()
  return part.id
}
