/** Messages on a case, in and out: recipients frozen, sent once, and never dropped. */
import type { Reason } from '../../shared/finding.ts'
import type { CaseId, HandoffId, MessageId, OrganisationId, SubmissionId } from '../../shared/ids.ts'
import { isNotice } from '../../shared/case/message-purposes.ts'
import type { ChannelName, Language } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import type { Reference } from '../../shared/reference.ts'

/** The language key of "there is no way to send this"; what is held for it goes out once there is one. */
export const noTransport = 'message:held.no-transport'

export interface InboundMessage {
  readonly case: CaseId
  readonly submission: SubmissionId
  readonly channel: ChannelName
  readonly sender: string | null
  readonly subject: string | null
  readonly body: string
  readonly language: Language
  readonly providerId: string | null
}

/** What the person wrote, as part of the correspondence. Run again it changes nothing. */
export async function saveInbound(db: Queries, message: InboundMessage, now: Date): Promise<void> {
  await db
    .insertInto('messages')
    .values({
      case: message.case,
      direction: 'in',
      purpose: 'feedback',
      channel: message.channel,
      submission: message.submission,
      sender: message.sender,
      subject: message.subject,
      body: message.body,
      language: message.language,
      state: 'received',
      provider_id: message.providerId,
      created_at: now,
      due_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface AutomaticMessage {
  readonly case: CaseId
  readonly purpose: 'receipt' | 'handoff-notice'
  readonly channel: ChannelName
  readonly submission: SubmissionId | null
  readonly handoff: HandoffId | null
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly language: Language
  /** Why it must not go by itself; it stands on the desk instead. */
  readonly heldBecause: Reason | null
}

/** One receipt for a submission and one notice for a handoff, however often this is run. Null: it stands already. */
export async function saveAutomatic(
  db: Queries,
  message: AutomaticMessage,
  now: Date,
): Promise<MessageId | null> {
  const row = await db
    .insertInto('messages')
    .values({
      case: message.case,
      direction: 'out',
      purpose: message.purpose,
      channel: message.channel,
      submission: message.submission,
      handoff: message.handoff,
      recipient: message.recipient,
      subject: message.subject,
      body: message.body,
      language: message.language,
      is_automatic: true,
      state: message.heldBecause === null ? 'waiting' : 'held',
      held_because: message.heldBecause === null ? null : JSON.stringify(message.heldBecause),
      created_at: now,
      due_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface MessageToSend {
  readonly id: MessageId
  readonly case: CaseId
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly channel: ChannelName
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly language: Language
  readonly automatic: boolean
  /** To a team of ours or a partner's: no part of the person's thread. */
  readonly isNotice: boolean
  /** Channel ids of what the person wrote, oldest first. */
  readonly answers: readonly string[]
}

/** Null when there is no such message or nobody to send it to. */
export async function loadMessageToSend(db: Queries, id: MessageId): Promise<MessageToSend | null> {
  const row = await db
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .select([
      'messages.id',
      'messages.case',
      'messages.channel',
      'messages.recipient',
      'messages.subject',
      'messages.body',
      'messages.language',
      'messages.is_automatic',
      'messages.purpose',
      'cases.reference',
      'cases.received_by',
      'organisations.name',
    ])
    .where('messages.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.recipient === null) return null
  const notice = isNotice(row.purpose)
  return {
    id: row.id,
    case: row.case,
    reference: row.reference,
    organisation: row.received_by,
    organisationName: row.name,
    channel: row.channel,
    recipient: row.recipient,
    subject: row.subject ?? row.reference,
    body: row.body,
    language: row.language,
    automatic: row.is_automatic,
    isNotice: notice,
    answers: notice ? [] : await inboundIds(db, row.case),
  }
}

async function inboundIds(db: Queries, id: CaseId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('messages')
    .select('provider_id')
    .where('case', '=', id)
    .where('direction', '=', 'in')
    .where('provider_id', 'is not', null)
    .orderBy('created_at')
    .execute()
  return rows.flatMap((row) => (row.provider_id === null ? [] : [row.provider_id]))
}

/** `problem`: what staff should know of it all the same. */
export async function markSent(
  db: Queries,
  id: MessageId,
  providerId: string,
  now: Date,
  problem: Reason | null = null,
): Promise<void> {
  const shown = problem === null ? null : JSON.stringify(problem)
  await db
    .updateTable('messages')
    .set({ state: 'sent', provider_id: providerId, sent_at: now, lease_until: null, problem: shown })
    .where('id', '=', id)
    .execute()
}

export async function markHeld(db: Queries, id: MessageId, because: Reason): Promise<void> {
  await db
    .updateTable('messages')
    .set({ state: 'held', held_because: JSON.stringify(because), lease_until: null })
    .where('id', '=', id)
    .execute()
}

/** How many automatic messages went, or wait, to this recipient and on this case since then. */
export async function countAutomatic(db: Queries, recipient: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('messages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('recipient', '=', recipient)
    .where('is_automatic', '=', true)
    .where('purpose', '=', 'receipt')
    .where('state', 'in', ['waiting', 'sent'])
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Was this very text sent to them since then, or is it on its way? */
export async function wasSaid(db: Queries, recipient: string, body: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('recipient', '=', recipient)
    .where('body', '=', body)
    .where('state', 'in', ['waiting', 'sent'])
    .where('created_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A receipt that waited longer than it is worth is left to a person, who sees why; the rest waits on. */
export async function keepOldReceipts(
  db: Queries,
  held: { readonly channel: ChannelName; readonly because: string },
  since: Date,
  why: Reason,
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ held_because: JSON.stringify(why) })
    .where('state', '=', 'held')
    .where('channel', '=', held.channel)
    .where('purpose', '=', 'receipt')
    .where('created_at', '<', since)
    .where((where) => where(where.ref('held_because', '->>').key('key'), '=', held.because))
    .execute()
}

/** What was held only because there was no way to send goes out once there is one. */
export async function releaseHeld(
  db: Queries,
  channel: ChannelName,
  because: string,
  now: Date,
): Promise<readonly MessageId[]> {
  const rows = await db
    .updateTable('messages')
    // The attempts go on counting: by them a worker knows whether it still holds the row.
    .set({ state: 'waiting', held_because: null, due_at: now })
    .where('state', '=', 'held')
    .where('channel', '=', channel)
    .where((where) => where(where.ref('held_because', '->>').key('key'), '=', because))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
