/** What another hub's organisation asks ours to lead: a reference and a day, answered here, and the answer brought there. */
import type { LeadProposalId, OrganisationId } from '../../../shared/ids.ts'
import { changeLead } from '../../../shared/joint/lead-changes.ts'
import type { Reference } from '../../../shared/reference.ts'
import { record } from '../audit.ts'
import type { ActResult } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { actorOf, staffIdOf, type Contributor } from './contributor.ts'
import type { Errand } from './errands.ts'

export interface LeadsTold {
  /** Asked, and not answered as they know it. */
  readonly leads: readonly LeadTold[]
  /** Those that we lead by now. */
  readonly led: readonly LeadProposalId[]
}

export interface LeadTold {
  readonly id: LeadProposalId
  readonly reference: Reference
  /** London calendar date. */
  readonly answerBy: string
}

/** All that they ask of us now: what they do not ask any more was taken back. */
export async function saveLeadsTold(
  queries: Queries,
  { peer }: Pick<Errand, 'peer'>,
  { leads, led }: LeadsTold,
  now: Date,
): Promise<void> {
  for (const { id, reference, answerBy } of leads) {
    await queries
      .insertInto('peer_leads')
      .values({ peer, id, their_reference: reference, answer_by: answerBy, state: 'proposed', told_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['peer', 'id'])
          .doUpdateSet({ answer_by: answerBy, told_at: now, state: 'proposed' })
          .where('peer_leads.state', 'in', ['proposed', 'withdrawn']),
      )
      .execute()
  }
  const standing = [...leads.map(({ id }) => id), ...led]
  await queries
    .updateTable('peer_leads')
    .set({ state: 'withdrawn' })
    .where('peer', '=', peer)
    .where('state', 'in', ['proposed', 'accepted'])
    .$if(standing.length > 0, (query) => query.where('id', 'not in', standing))
    // An answer that has not got there yet is not known there.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('peer_errands')
            .select('peer_errands.id')
            .whereRef('peer_errands.peer', '=', 'peer_leads.peer')
            .whereRef('peer_errands.about', '=', 'peer_leads.id')
            .where('peer_errands.state', '=', 'waiting'),
        ),
      ),
    )
    .execute()
}

/** Asked of this organisation by other hubs, and not answered. */
export async function listLeadsElsewhere(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('peer_leads')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_leads.peer')
    .innerJoin('organisations', 'organisations.id', 'peer_hubs.organisation')
    .select(['peer_leads.id', 'peer_leads.answer_by as answerBy', 'their_reference as reference'])
    .select(['organisations.name as receivedByName', 'peer_hubs.url'])
    .where('peer_hubs.ours', '=', organisation)
    .where('peer_hubs.stopped_at', 'is', null)
    .where('peer_leads.state', '=', 'proposed')
    .orderBy('peer_leads.answer_by')
    .orderBy('peer_leads.id')
    .execute()
}

/** Cases of other hubs that this organisation agreed to lead: they are worked on there. */
export async function listLedElsewhere(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('peer_leads')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_leads.peer')
    .innerJoin('organisations', 'organisations.id', 'peer_hubs.organisation')
    .select(['their_reference as reference', 'peer_hubs.url', 'organisations.name as receivedByName'])
    .where('peer_hubs.ours', '=', organisation)
    .where('peer_hubs.stopped_at', 'is', null)
    .where('peer_leads.state', '=', 'accepted')
    .orderBy('peer_leads.answered_at', 'desc')
    .limit(30)
    .execute()
}

/** In the caller's transaction. Not found: no other hub asked this of them. */
export async function answerLeadElsewhere(
  queries: Queries,
  by: Contributor,
  { proposal: id, answer, why }: AnswerGiven,
  now: Date,
): Promise<ActResult> {
  const found = await queries
    .selectFrom('peer_leads')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_leads.peer')
    .selectAll('peer_leads')
    .where('peer_leads.id', '=', id)
    .where('peer_hubs.ours', '=', by.organisation)
    .where('peer_hubs.stopped_at', 'is', null)
    .forUpdate('peer_leads')
    .executeTakeFirst()
  if (found === undefined) return { outcome: 'not-found' }
  const changed = changeLead(found.state, answer, 'proposed-lead', why)
  if ('refused' in changed) {
    const isSame = found.state === (answer === 'accept' ? 'accepted' : 'declined')
    return isSame && found.answered_by === staffIdOf(by)
      ? { outcome: 'done', waiting: [] }
      : { outcome: 'refused', problem: changed.refused }
  }
  await queries
    .updateTable('peer_leads')
    .set({ state: changed.to, answered_at: now, answered_by: staffIdOf(by), why })
    .where('peer', '=', found.peer)
    .where('id', '=', id)
    .execute()
  const { peer, their_reference } = found
  const errand = await queries
    .insertInto('peer_errands')
    .values({ peer, their_reference, act: 'lead', about: id, made_at: now, due_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(queries, {
    at: now,
    actor: actorOf(by),
    act: `lead.${answer}`,
    about: { kind: 'peer', id: peer },
    organisation: by.organisation,
    details: { proposal: id, reference: their_reference },
  })
  return { outcome: 'done', waiting: [{ step: 'errand', id: errand.id }] }
}

interface AnswerGiven {
  readonly proposal: LeadProposalId
  readonly answer: 'accept' | 'decline'
  readonly why: string
}
