/** Joint meetings: arranged by whoever leads with every body whose part is open, and minuted when they were held. */
import { reason } from '../../../shared/finding.ts'
import type { CaseId, MeetingId } from '../../../shared/ids.ts'
import { openPartStates } from '../../../shared/joint/part-changes.ts'
import { actOnCase, Refused, type ActResult, type Acting } from '../case-acts.ts'
import type { Database, Queries } from '../database.ts'
import { announceToParts } from './announcements.ts'
import { tellInvited } from './meeting-told.ts'
import type { Telling } from './telling.ts'

export interface NewMeeting {
  readonly id: MeetingId
  readonly meetsAt: Date
  readonly place: string
  readonly purpose: string
  readonly invitesPerson: boolean
}

/** Each body is asked to attend or be represented (SI 2009/309 reg 9(3)(c)). */
export async function arrangeMeeting(
  db: Database,
  acting: Acting,
  meeting: NewMeeting,
  telling: Telling,
): Promise<ActResult> {
  const { id, meetsAt, place, purpose, invitesPerson } = meeting
  return actOnCase(
    db,
    acting,
    'receiver',
    async ({ queries, head, who, now }) => {
      needToCome(meetsAt, now)
      const invited = await queries
        .selectFrom('parts')
        .select('organisation')
        .where('case', '=', head.id)
        .where('organisation', '<>', who.organisation)
        .where('state', 'in', [...openPartStates])
        .execute()
      if (invited.length === 0) throw new Refused(reason('joint:meeting.refused.nobody'))
      await queries
        .insertInto('meetings')
        .values({
          id,
          case: head.id,
          meets_at: meetsAt,
          place,
          purpose,
          invites_person: invitesPerson,
          state: 'arranged',
          arranged_by: who.id,
          arranged_at: now,
        })
        .execute()
      await queries
        .insertInto('meeting_places')
        .values(invited.map(({ organisation }) => ({ meeting: id, organisation })))
        .execute()
      const waiting = await tellInvited(queries, who, id, 'invited', telling)
      return { act: 'meeting.arrange', details: { meeting: id }, waiting }
    },
    async ({ queries, head }) => (await meetingsOnCase(queries, head)).some((each) => each.id === id),
  )
}

/** Nobody can come to what is past. */
export function needToCome(meetsAt: Date, now: Date): void {
  if (meetsAt <= now) throw new Refused(reason('joint:meeting.refused.past'))
}

/** Whoever was there can read the minutes. */
export async function holdMeeting(
  db: Database,
  acting: Acting,
  { id, minutes }: { readonly id: MeetingId; readonly minutes: string },
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, now }) => {
    const held = await queries
      .updateTable('meetings')
      .set({ state: 'held', minutes })
      .where('id', '=', id)
      .where('case', '=', head.id)
      .where('state', '=', 'arranged')
      .executeTakeFirst()
    if (held.numUpdatedRows === 0n) throw new Refused(reason('joint:meeting.refused.over'))
    await announceToParts(queries, head, 'meeting.changed', now)
    return { act: 'meeting.hold', details: { meeting: id } }
  })
}

export async function meetingsOnCase(queries: Queries, { id }: { readonly id: CaseId }) {
  const meetings = await queries
    .selectFrom('meetings')
    .select(['id', 'meets_at', 'place', 'purpose', 'state', 'minutes'])
    .select(['invites_person', 'moved_from', 'changed_because'])
    .where('case', '=', id)
    .orderBy('meets_at')
    .execute()
  const places = await queries
    .selectFrom('meeting_places')
    .innerJoin('meetings', 'meetings.id', 'meeting_places.meeting')
    .innerJoin('organisations', 'organisations.id', 'meeting_places.organisation')
    .select(['meeting_places.meeting', 'meeting_places.attends', 'meeting_places.who', 'organisations.name'])
    .where('meetings.case', '=', id)
    .orderBy('organisations.name')
    .execute()
  return meetings.map((each) => ({ ...each, places: places.filter(({ meeting }) => meeting === each.id) }))
}
