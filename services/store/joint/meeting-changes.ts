/** A joint meeting is moved or cancelled by whoever leads, with a reason that everybody who is invited is told. */
import type { Selectable } from 'kysely'
import { londonDate, londonTime } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting } from '../case-acts.ts'
import type { Database } from '../database.ts'
import type { Meetings } from '../tables.ts'
import { needToCome } from './meeting-acts.ts'
import { tellInvited } from './meeting-told.ts'
import type { Telling } from './telling.ts'

export interface MeetingMoved {
  readonly id: MeetingId
  readonly meetsAt: Date
  readonly place: string
  readonly why: string
}

/** Who said that they come said it of the old time: all are asked again. */
export async function moveMeeting(
  db: Database,
  acting: Acting,
  { id, meetsAt, place, why }: MeetingMoved,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(
    db,
    acting,
    'receiver',
    async (act) => {
      const { queries, who, now } = act
      const before = await needArranged(act, id)
      needToCome(meetsAt, now)
      const hasMoved = before.meets_at.getTime() !== meetsAt.getTime()
      if (!hasMoved && before.place === place) throw new Refused(reason('joint:meeting.refused.same'))
      await queries
        .updateTable('meetings')
        .set({
          meets_at: meetsAt,
          place,
          moved_from: hasMoved ? before.meets_at : null,
          changed_because: why,
        })
        .where('id', '=', id)
        .execute()
      await queries
        .updateTable('meeting_places')
        .set({ attends: 'asked', who: null })
        .where('meeting', '=', id)
        .execute()
      await outdateForms(act, id)
      const waiting = await tellInvited(queries, who, id, 'moved', telling)
      const details = { meeting: id, from: asRead(before.meets_at), to: asRead(meetsAt) }
      return { act: 'meeting.move', details, waiting }
    },
    async (act) => {
      const meeting = await find(act, id)
      const isThere = meeting?.meets_at.getTime() === meetsAt.getTime() && meeting.place === place
      return isThere && meeting.state === 'arranged' && meeting.changed_because === why
    },
  )
}

export async function cancelMeeting(
  db: Database,
  acting: Acting,
  { id, why }: Pick<MeetingMoved, 'id' | 'why'>,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(
    db,
    acting,
    'receiver',
    async (act) => {
      await needArranged(act, id)
      await act.queries
        .updateTable('meetings')
        .set({ state: 'cancelled', changed_because: why })
        .where('id', '=', id)
        .execute()
      await outdateForms(act, id)
      const waiting = await tellInvited(act.queries, act.who, id, 'cancelled', telling)
      return { act: 'meeting.cancel', details: { meeting: id }, waiting }
    },
    async (act) => {
      const meeting = await find(act, id)
      return meeting?.state === 'cancelled' && meeting.changed_because === why
    },
  )
}

async function needArranged(act: Act, id: MeetingId): Promise<Selectable<Meetings>> {
  const meeting = await find(act, id)
  if (meeting?.state !== 'arranged') throw new Refused(reason('joint:meeting.refused.over'))
  return meeting
}

async function find({ queries, head }: Act, id: MeetingId): Promise<Selectable<Meetings> | null> {
  const meeting = await queries
    .selectFrom('meetings')
    .selectAll()
    .where('id', '=', id)
    .where('case', '=', head.id)
    .executeTakeFirst()
  return meeting ?? null
}

/** An answer that somebody is writing just now was meant for the meeting as it was. */
async function outdateForms({ queries, head }: Act, id: MeetingId): Promise<void> {
  await queries
    .updateTable('parts')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('case', '=', head.id)
    .where('organisation', 'in', (select) =>
      select.selectFrom('meeting_places').select('organisation').where('meeting', '=', id),
    )
    .execute()
}

/** In London. */
function asRead(moment: Date): string {
  return `${londonDate(moment)} ${londonTime(moment)}`
}
