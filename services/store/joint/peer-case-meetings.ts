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
    .select(['case', 'meets_at', 'place', 'state', 'minutes'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

function differs(known: NonNullable<Awaited<ReturnType<typeof find>>>, told: MeetingTold): boolean {
  return (
    known.meets_at.getTime() !== told.meetsAt.getTime() ||
    known.place !== told.place ||
    known.state !== told.state ||
    known.minutes !== told.minutes
  )
}

async function save(
  queries: Queries,
  id: CaseId,
  { id: meeting, meetsAt, place, purpose, state, minutes }: MeetingTold,
  now: Date,
): Promise<void> {
  const told = { meets_at: meetsAt, place, purpose, state, minutes }
  await queries
    .insertInto('meetings')
    .values({ id: meeting, case: id, ...told, arranged_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
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
