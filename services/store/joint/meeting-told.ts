/** Everybody who is invited to a joint meeting is told once of each change: organisations by reference alone, the person in full. */
import type { MeetingId } from '../../../shared/ids.ts'
import { openPartStates } from '../../../shared/joint/part-changes.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { StaffMember } from '../staff.ts'
import type { Noticed } from './announcements.ts'
import { wordsOfMeeting } from './meeting-words.ts'
import { loadCaseToTell, tellPartner, tellPerson, type Telling } from './telling.ts'

type What = 'invited' | 'moved' | 'cancelled'

const events: Readonly<Record<What, Noticed>> = {
  invited: 'meeting.changed',
  moved: 'meeting.moved',
  cancelled: 'meeting.cancelled',
}

/** Whose part has ended by now can see nothing of it, and is told nothing. */
export async function tellInvited(
  queries: Queries,
  who: StaffMember,
  id: MeetingId,
  what: What,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const meeting = await queries
    .selectFrom('meetings')
    .innerJoin('organisations', (join) => join.on('organisations.id', '=', who.organisation))
    .select(['meetings.case', 'meets_at as meetsAt', 'place', 'purpose', 'moved_from as movedFrom'])
    .select(['changed_because', 'invites_person', 'organisations.name'])
    .where('meetings.id', '=', id)
    .executeTakeFirstOrThrow()
  const invited = await queries
    .selectFrom('meeting_places')
    .innerJoin('parts', 'parts.organisation', 'meeting_places.organisation')
    .select('parts.organisation')
    .where('meeting_places.meeting', '=', id)
    .where('parts.case', '=', meeting.case)
    .where('parts.state', 'in', [...openPartStates])
    .orderBy('parts.organisation')
    .execute()
  const about = await loadCaseToTell(queries, meeting.case)
  const waiting: Waiting[] = []
  for (const { organisation } of invited) {
    waiting.push(...(await tellPartner(queries, about, { organisation, event: events[what] }, telling)))
  }
  if (!meeting.invites_person) return waiting
  const told = { ...meeting, because: meeting.changed_because ?? '' }
  const words = wordsOfMeeting(about, meeting.name, what, told, telling)
  const news = { purpose: 'meeting-news', writtenBy: who.id, ...words } as const
  return [...waiting, ...(await tellPerson(queries, about, news, telling))]
}
