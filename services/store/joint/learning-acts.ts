/** What an organisation learned from its part, and whether it comes to a meeting: its own to say, the lead's to see. */
import { reason } from '../../../shared/finding.ts'
import type { CaseId, MeetingId } from '../../../shared/ids.ts'
import { Refused, type ActResult } from '../case-acts.ts'
import type { Database, Queries } from '../database.ts'
import { staffIdOf } from './contributor.ts'
import { actOnPart, issuesInHand, type PartActing } from './part-acts.ts'

export interface Lesson {
  /** Made by whoever sends it, so that it is written once. */
  readonly id: string
  /** Position of the issue that taught it; null: the whole. */
  readonly issue: number | null
  readonly learned: string
  readonly action: string
  /** London calendar date. */
  readonly actionBy: string | null
}

export async function writeLesson(db: Database, acting: PartActing, lesson: Lesson): Promise<ActResult> {
  return actOnPart(
    db,
    acting,
    async (at) => {
      if (lesson.learned.trim() === '' || lesson.action.trim() === '') {
        throw new Refused(reason('joint:lesson.refused.empty'))
      }
      const theirs = await issuesInHand(at)
      if (lesson.issue !== null && !theirs.includes(lesson.issue)) {
        throw new Refused(reason('joint:contribution.refused.not-theirs'))
      }
      await at.queries
        .insertInto('lessons')
        .values((values) => ({
          id: lesson.id,
          case: at.part.case,
          organisation: at.by.organisation,
          issue:
            lesson.issue === null
              ? null
              : values
                  .selectFrom('issues')
                  .select('issues.id')
                  .where('case', '=', at.part.case)
                  .where('position', '=', lesson.issue),
          learned: lesson.learned,
          action: lesson.action,
          action_by: lesson.actionBy,
          written_by: staffIdOf(at.by),
          written_at: at.now,
        }))
        .execute()
      return { act: 'lesson.write', details: { lesson: lesson.id } }
    },
    async ({ queries, part }) => {
      const row = await queries
        .selectFrom('lessons')
        .select('id')
        .where('id', '=', lesson.id)
        .where('case', '=', part.case)
        .executeTakeFirst()
      return row !== undefined
    },
  )
}

export interface MeetingAnswer {
  readonly meeting: MeetingId
  readonly attends: 'yes' | 'represented' | 'no'
  /** Who comes, by name and role. */
  readonly who: string | null
  /** Of the meeting that they looked at; null: as it is now. */
  readonly meetsAt?: string | null
  readonly place?: string | null
}

/** Each body attends, or is represented at, a meeting reasonably required (SI 2009/309 reg 9). */
export async function answerMeeting(
  db: Database,
  acting: PartActing,
  { meeting, attends, who, ...seen }: MeetingAnswer,
): Promise<ActResult> {
  return actOnPart(db, acting, async ({ queries, part, by }) => {
    await needUnmoved(queries, part.case, meeting, seen)
    const answered = await queries
      .updateTable('meeting_places')
      .set({ attends, who })
      .where('organisation', '=', by.organisation)
      .where('meeting', 'in', (select) =>
        select
          .selectFrom('meetings')
          .select('id')
          .where('id', '=', meeting)
          .where('case', '=', part.case)
          .where('state', '=', 'arranged'),
      )
      .executeTakeFirst()
    if (answered.numUpdatedRows === 0n) throw new Refused(reason('joint:meeting.refused.over'))
    return { act: 'meeting.answer', details: { meeting, attends } }
  })
}

/** A yes to one day is none to another. */
async function needUnmoved(
  queries: Queries,
  of: CaseId,
  meeting: MeetingId,
  seen: Pick<MeetingAnswer, 'meetsAt' | 'place'>,
): Promise<void> {
  const now = await queries
    .selectFrom('meetings')
    .select(['meets_at', 'place'])
    .where('id', '=', meeting)
    .where('case', '=', of)
    .where('state', '=', 'arranged')
    .executeTakeFirst()
  if (now === undefined) return
  const isOtherTime =
    Boolean(seen.meetsAt) && new Date(seen.meetsAt ?? '').getTime() !== now.meets_at.getTime()
  const isOtherPlace = Boolean(seen.place) && seen.place !== now.place
  if (isOtherTime || isOtherPlace) throw new Refused(reason('joint:meeting.refused.moved'))
}
