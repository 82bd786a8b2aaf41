/** Joint meetings that the lead's hub tells of: shown to our staff, and answered by them, as those arranged here are. */
import type { CaseId, MeetingId } from '../../../shared/ids.ts'
import type { MeetingTold } from '../../../shared/joint/part-told.ts'
import type { Queries } from '../database.ts'
import type { PartFromPeer } from './peer-case-open.ts'

/** Says how many are new, or are otherwise than they were. */
export async function saveMeetingsTold(
  queries: Queries,
  id: CaseId,
  { errand, told, now }: PartFromPeer,
): Promise<number> {
  let news = 0
  for (const meeting of told.meetings) {
    const known = await find(queries, meeting.id)
    // An id of another case of ours is none that they may speak of.
    if (known !== null && known.case !== id) continue
    if (known === null || differs(known, meeting)) news++
    await save(queries, id, meeting, now)
    const answer = { attends: meeting.attends, who: meeting.who }
    // What our staff said of another time or place is no answer to this one, and none is wanted to what is over.
    if (hasMoved(known, meeting) || meeting.state !== 'arranged') await leave(queries, id, meeting.id, now)
    const isOurs = await isOnItsWay(queries, id, meeting.id)
    await queries
      .insertInto('meeting_places')
      .values({ meeting: meeting.id, organisation: errand.ours, ...answer })
      .onConflict((conflict) =>
        isOurs
          ? conflict.columns(['meeting', 'organisation']).doNothing()
          : conflict.columns(['meeting', 'organisation']).doUpdateSet(answer),
      )
      .execute()
  }
  return news
}

/** Nothing of where and why is kept once consent has ended. */
export async function forgetMeetings(queries: Queries, id: CaseId): Promise<void> {
  await queries.deleteFrom('meetings').where('case', '=', id).execute()
}

async function find(queries: Queries, id: MeetingId) {
  const row = await queries
    .selectFrom('meetings')
    .select(['case', 'meets_at', 'place', 'state', 'minutes', 'changed_because'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

type Known = NonNullable<Awaited<ReturnType<typeof find>>>

function differs(known: Known, told: MeetingTold): boolean {
  return (
    hasMoved(known, told) ||
    known.state !== told.state ||
    known.minutes !== told.minutes ||
    known.changed_because !== told.changedBecause
  )
}

function hasMoved(known: Known | null, { meetsAt, place }: MeetingTold): boolean {
  return known !== null && (known.meets_at.getTime() !== meetsAt.getTime() || known.place !== place)
}

async function save(
  queries: Queries,
  id: CaseId,
  { id: meeting, meetsAt, place, purpose, state, minutes, movedFrom, changedBecause }: MeetingTold,
  now: Date,
): Promise<void> {
  const changed = { moved_from: movedFrom, changed_because: changedBecause }
  const told = { meets_at: meetsAt, place, purpose, state, minutes, ...changed }
  await queries
    .insertInto('meetings')
    .values({ id: meeting, case: id, ...told, arranged_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
}

async function leave(queries: Queries, id: CaseId, meeting: MeetingId, now: Date): Promise<void> {
  await queries
    .updateTable('peer_errands')
    .set({ state: 'done', done_at: now })
    .where('case', '=', id)
    .where('act', '=', 'meeting')
    .where('about', '=', meeting)
    .where('state', '=', 'waiting')
    .execute()
}

/** Then what our staff answered holds until it has got there. */
async function isOnItsWay(queries: Queries, id: CaseId, meeting: MeetingId): Promise<boolean> {
  const row = await queries
    .selectFrom('peer_errands')
    .select('id')
    .where('case', '=', id)
    .where('act', '=', 'meeting')
    .where('about', '=', meeting)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}
