/** The lead's hub does not let us see our part any more: what it told us is not kept, and the case is closed with the reason. */
import { submissionOf } from '../../../shared/submission.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { setNextDue } from '../case-acts-clocks.ts'
import type { Queries } from '../database.ts'
import { sealDelivery } from '../deliveries.ts'
import type { Envelope } from '../envelope.ts'
import type { Errand } from './errands.ts'
import { forgetMeetings } from './peer-case-meetings.ts'
import { forgetFiles } from './peer-files.ts'

/** The case is held by the caller. What our own staff wrote stays; given again, consent brings the rest back. */
export async function endPeerCase(
  queries: Queries,
  envelope: Envelope,
  id: CaseId,
  { theirs }: Pick<Errand, 'theirs'>,
  now: Date,
): Promise<void> {
  await shut(queries, id)
  await forgetFiles(queries, id, { theirs })
  await forgetMeetings(queries, id)
  await forget(queries, envelope, id)
  await queries
    .updateTable('exchanges')
    .set({ body: '' })
    .where('case', '=', id)
    .where('from_organisation', '=', theirs)
    .execute()
  await queries.updateTable('responses').set({ sections: '[]' }).where('case', '=', id).execute()
  await queries
    .updateTable('clocks')
    .set({ state: 'dropped', ended_at: now, ended_because: 'closed-to-us' })
    .where('case', '=', id)
    .where('state', '=', 'running')
    .execute()
  await setNextDue(queries, id)
  await queries
    .updateTable('peer_cases')
    .set({ looked_at: now, ended_at: now, ended_because: 'closed-to-us' })
    .where('case', '=', id)
    .execute()
}

/** As on the lead's own hub: a part is open by consent alone. */
async function shut(queries: Queries, id: CaseId): Promise<void> {
  await queries.updateTable('consents').set({ state: 'withdrawn' }).where('case', '=', id).execute()
  await queries
    .updateTable('parts')
    .set((set) => ({
      state: 'ours',
      due_on: null,
      ended_because: 'consent',
      version: set('version', '+', 1),
    }))
    .where('case', '=', id)
    .execute()
}

/** A closed door hides words; these are gone. */
async function forget(queries: Queries, envelope: Envelope, id: CaseId): Promise<void> {
  const { channel } = await queries
    .selectFrom('cases')
    .select('channel')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const nothing = submissionOf({ channel, text: '', autoReply: 'forbidden' })
  const { delivery } = await queries
    .updateTable('submissions')
    .set({ content: JSON.stringify(nothing) })
    .where('case', '=', id)
    .returning('delivery')
    .executeTakeFirstOrThrow()
  const raw = Buffer.alloc(0)
  await queries
    .updateTable('deliveries')
    .set({ sealed: sealDelivery(envelope, { contentType: null, envelope: {}, peer: null, raw }), size: 0 })
    .where('id', '=', delivery)
    .execute()
  await queries
    .updateTable('cases')
    .set((set) => ({
      state: 'closed',
      person: JSON.stringify(nothing.person),
      affected: JSON.stringify(nothing.affected),
      unread: set('unread', '+', 1),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
