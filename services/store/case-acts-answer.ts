/** Answering the person: an acknowledgement by a member of staff, and a written reply that goes once. */
import { refuseDay } from '../../shared/clock/day-of-act.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { CaseId, MessageId, OrganisationId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { meetClocks, runningClocks } from './case-acts-clocks.ts'
import { goOnAsComplaint } from './case-acts-settle-aloud.ts'
import type { Database, Queries } from './database.ts'
import { findWayOfReply, type CanSend, type WayOfReply } from './way-of-reply.ts'

export const waysToAcknowledge = ['phone', 'letter', 'in-person'] as const
export type WayToAcknowledge = (typeof waysToAcknowledge)[number]

const endedBecause = {
  phone: 'acknowledged-by-phone',
  letter: 'acknowledged-by-letter',
  'in-person': 'acknowledged-in-person',
} as const

/** How and on which day, which may be before it is put on record; absent: today. */
export interface Acknowledgement {
  readonly how: WayToAcknowledge
  readonly on?: CalendarDate | undefined
}

/** Done by a person and with an offer to discuss, as SI 2009/309 reg 13 asks; an automatic receipt is neither. */
export async function acknowledge(
  db: Database,
  acting: Acting,
  { how, on }: Acknowledgement,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { queries, head, who, now } = act
    const today = londonDate(now)
    const day = on ?? today
    const wrong = refuseDay(day, await dueFrom(queries, head.id, who.organisation), today)
    if (wrong !== null) throw new Refused(wrong)
    const meeting = { queries, case: head.id, organisation: who.organisation, by: who.id, now, on: day }
    await meetClocks(meeting, 'acknowledge', endedBecause[how], rules)
    await goOnAsComplaint(meeting)
    return { act: 'case.acknowledge', details: { how, on: day } }
  })
}

/** The day on which what is to be acknowledged came: the case, or the request for a second stage. */
async function dueFrom(queries: Queries, id: CaseId, organisation: OrganisationId): Promise<CalendarDate> {
  const running = await runningClocks({ queries, case: id, organisation }, ['acknowledge'])
  const last = running
    .map(({ startsOn }) => startsOn)
    .sort()
    .at(-1)
  if (last === undefined) throw new Refused(reason('desk:refused.alreadyAcknowledged'))
  return last
}

export interface Reply {
  /** Made with the form, so that sending it twice is sending it once. */
  readonly id: MessageId
  readonly channel: WayOfReply['channel']
  /** As shown to the writer; must still be the person's address. */
  readonly recipient: string | null
  readonly subject: string
  readonly body: string
  /** Does it offer to discuss how the complaint is handled? Then it is the acknowledgement. */
  readonly acknowledges: boolean
}

/** A reply by text message may be no longer: GOV.UK Notify takes no longer one, Twilio 1,600 characters. */
export const longestText = 918

/** One that acknowledges stops the clock when it has gone, not yet here. `withIt` is saved together with it. */
export async function replyToPerson(
  db: Database,
  acting: Acting,
  reply: Reply,
  canSend: CanSend,
  withIt: (act: Act) => Promise<void> = () => Promise.resolve(),
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    const way = await findWayOfReply(act.queries, act.head, canSend)
    if (way.recipient !== reply.recipient || way.channel !== reply.channel) {
      throw new Refused(reason('desk:refused.otherRecipient'))
    }
    if (way.channel === 'sms' && reply.body.length > longestText) {
      throw new Refused(reason('desk:refused.textLong', { characters: longestText }))
    }
    await insertReply(act, reply, way.heldBecause)
    await withIt(act)
    const goes = way.heldBecause === null
    return {
      act: 'message.reply',
      details: { message: reply.id, held: !goes, acknowledges: reply.acknowledges },
      waiting: goes ? [{ step: 'send', id: reply.id }] : [],
    }
  }
  return actOnCase(db, acting, 'receiver', work, ({ queries, head }) => isWritten(queries, head.id, reply.id))
}

/** Was this very message written already, by the first of two clicks? */
export async function isWritten(queries: Queries, id: CaseId, message: MessageId): Promise<boolean> {
  const row = await queries
    .selectFrom('messages')
    .select('id')
    .where('id', '=', message)
    .where('case', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

async function insertReply(
  { queries, head, who, now }: Act,
  reply: Reply,
  heldBecause: Reason | null,
): Promise<void> {
  await queries
    .insertInto('messages')
    .values({
      id: reply.id,
      case: head.id,
      direction: 'out',
      purpose: 'reply',
      channel: reply.channel,
      recipient: reply.recipient,
      subject: reply.subject,
      body: reply.body,
      acknowledges: reply.acknowledges,
      language: head.language === 'cy' ? 'cy' : 'en',
      state: heldBecause === null ? 'waiting' : 'held',
      held_because: heldBecause === null ? null : JSON.stringify(heldBecause),
      written_by: who.id,
      created_at: now,
      due_at: now,
    })
    .execute()
}
