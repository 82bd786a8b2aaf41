/** Answering the person: an acknowledgement by a member of staff, and a written reply that goes once. */
import { reason, type Reason } from '../../shared/finding.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { meetClocks } from './case-acts-clocks.ts'
import type { CaseHead } from './case-file.ts'
import type { Database, Queries } from './database.ts'

export const waysToAcknowledge = ['phone', 'letter', 'in-person'] as const
export type WayToAcknowledge = (typeof waysToAcknowledge)[number]

const endedBecause = {
  phone: 'acknowledged-by-phone',
  letter: 'acknowledged-by-letter',
  'in-person': 'acknowledged-in-person',
} as const

/** Done by a person and with an offer to discuss, as SI 2009/309 reg 13 asks; an automatic receipt is neither. */
export async function acknowledge(
  db: Database,
  acting: Acting,
  how: WayToAcknowledge,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const met = await meetClocks(act, 'acknowledge', endedBecause[how], rules)
    if (met === 0) throw new Refused(reason('desk:refused.alreadyAcknowledged'))
    return { act: 'case.acknowledge', details: { how } }
  })
}

export interface Reply {
  /** Made with the form, so that sending it twice is sending it once. */
  readonly id: MessageId
  /** As shown to the writer; must still be the person's address. */
  readonly recipient: string | null
  readonly subject: string
  readonly body: string
  /** Does it offer to discuss how the complaint is handled? Then it is the acknowledgement. */
  readonly acknowledges: boolean
}

/** Where may a reply go, and what keeps it here? Shown before writing, checked again when sent. */
export function wayOfReply(
  { person, preferences }: Pick<CaseHead, 'person' | 'preferences'>,
  canSend: boolean,
): { readonly recipient: string | null; readonly heldBecause: Reason | null } {
  if (person.email === null) return { recipient: null, heldBecause: reason('desk:held.no-address') }
  const wanted = preferences.contactBy
  if (wanted !== null && wanted !== 'email') {
    return { recipient: person.email, heldBecause: reason(`desk:held.prefers.${wanted}`) }
  }
  if (!canSend) return { recipient: person.email, heldBecause: reason('message:held.no-transport') }
  return { recipient: person.email, heldBecause: null }
}

/** Only a reply that really goes stops the clock: one that is held has reached nobody. */
export async function replyToPerson(
  db: Database,
  acting: Acting,
  reply: Reply,
  canSend: boolean,
  rules: Rules,
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    const { recipient, heldBecause } = wayOfReply(act.head, canSend)
    if (recipient !== reply.recipient) throw new Refused(reason('desk:refused.otherRecipient'))
    await insertReply(act, reply, heldBecause)
    const goes = heldBecause === null
    if (goes && reply.acknowledges) await meetClocks(act, 'acknowledge', 'acknowledged-by-reply', rules)
    return {
      act: 'message.reply',
      details: { message: reply.id, held: !goes, acknowledges: reply.acknowledges },
      waiting: goes ? [{ step: 'send', id: reply.id }] : [],
    }
  }
  return actOnCase(db, acting, 'receiver', work, ({ queries, head }) => isWritten(queries, head.id, reply.id))
}

async function isWritten(queries: Queries, id: CaseId, message: MessageId): Promise<boolean> {
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
      channel: 'email',
      recipient: reply.recipient,
      subject: reply.subject,
      body: reply.body,
      language: head.language === 'cy' ? 'cy' : 'en',
      state: heldBecause === null ? 'waiting' : 'held',
      held_because: heldBecause === null ? null : JSON.stringify(heldBecause),
      written_by: who.id,
      created_at: now,
      due_at: now,
    })
    .execute()
}
