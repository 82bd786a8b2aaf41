/** One look into the mailbox: what came after the last mail we know of is taken, one by one, and counted. */
import type { ImapFlow } from 'imapflow'
import { reason, type Reason } from '../../shared/finding.ts'
import type { ReaderKeep, ReaderMark } from '../../shared/reader.ts'
import type { Arrival, Receipt } from '../channel.ts'
import { nameOfMailbox, type MailboxSettings } from './imap-settings.ts'

export interface Reading {
  readonly client: ImapFlow
  readonly mailbox: MailboxSettings
  readonly limitBytes: number
  readonly now: () => Date
  readonly keep: ReaderKeep
  accept(arrival: Arrival): Promise<Receipt>
}

/** Rejects when the mailbox or our own memory cannot be reached: nothing is forgotten, and nothing is taken twice. */
export async function readWhatIsNew(reading: Reading): Promise<void> {
  const { client, mailbox, keep } = reading
  const place = nameOfMailbox(mailbox)
  let mark = await markIn(reading, place)
  let unmoved = 0
  // What was left behind is tried again each time, and never stands in the way of what came after it.
  for (const uid of [...mark.left, ...(await uidsAfter(client, mark.upTo))]) {
    const became = await take(reading, uid)
    mark = counted(mark, uid, became)
    await keep.save(place, mark)
    if (became === 'taken' && !(await isPutAway(client, uid, mailbox.moveTo))) unmoved += 1
  }
  const moving = unmoved === 0 ? null : reason('email:imap.unmoved', { folder: mailbox.moveTo ?? '' })
  await keep.tell(place, problemIn(mark) ?? moving)
}

/** With another UIDVALIDITY every number means another mail: all are read again, and known ones are known by their key. */
async function markIn({ client, keep }: Reading, place: string): Promise<ReaderMark> {
  if (client.mailbox === false) throw new Error('The mailbox is not open')
  const era = String(client.mailbox.uidValidity)
  const known = await keep.load(place)
  return known?.era === era ? known : { era, upTo: 0, left: [], seen: 0, taken: 0 }
}

/** Whether somebody has read them or not, and whatever their date. */
async function uidsAfter(client: ImapFlow, upTo: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${upTo + 1}:*` }, { uid: true })
  if (!Array.isArray(found)) throw new Error('The mailbox could not be searched')
  // "n:*" names the last mail even where its number is below n (RFC 3501 section 9, seq-range).
  return found.filter((uid) => uid > upTo).toSorted((a, b) => a - b)
}

type Became = 'taken' | 'left' | 'gone'

async function take(reading: Reading, uid: number): Promise<Became> {
  const { client, mailbox, limitBytes, now } = reading
  try {
    const wanted = { source: { maxLength: limitBytes + 1 }, internalDate: true }
    const found = await client.fetchOne(String(uid), wanted, { uid: true })
    // Somebody else removed it between our two questions.
    if (found === false || found?.source === undefined) return 'gone'
    if (found.source.length > limitBytes) return 'left'
    await reading.accept({
      door: 'email-imap',
      raw: found.source,
      contentType: 'message/rfc822',
      envelope: { 'rcpt-to': mailbox.user, mailbox: nameOfMailbox(mailbox) },
      peer: null,
      receivedAt: whenItCame(found.internalDate, now()).toISOString(),
    })
    return 'taken'
  } catch (error) {
    if (!client.usable) throw error
    return 'left'
  }
}

/** It was received when it lay in the mailbox, not when we found time to fetch it. */
function whenItCame(internalDate: Date | string | undefined, now: Date): Date {
  const came = new Date(internalDate ?? Number.NaN)
  return came.getTime() <= now.getTime() ? came : now
}

/** The mail is ours by then: one that cannot be moved lies where it was, and is known by its number. */
async function isPutAway(client: ImapFlow, uid: number, moveTo: string | null): Promise<boolean> {
  if (moveTo === null) return true
  const move = async () => (await client.messageMove(String(uid), moveTo, { uid: true })) !== false
  try {
    if (await move()) return true
    await client.mailboxCreate(moveTo)
    return await move()
  } catch (error) {
    if (!client.usable) throw error
    return false
  }
}

function counted(mark: ReaderMark, uid: number, became: Became): ReaderMark {
  const others = mark.left.filter((each) => each !== uid)
  return {
    ...mark,
    upTo: Math.max(mark.upTo, uid),
    left: became === 'left' ? [...others, uid] : others,
    seen: mark.seen + (uid > mark.upTo ? 1 : 0),
    taken: mark.taken + (became === 'taken' ? 1 : 0),
  }
}

/** What the server showed us and what we took must be the same number. */
function problemIn({ left, seen, taken }: ReaderMark): Reason | null {
  if (left.length > 0) return reason('email:imap.left', { count: left.length })
  return seen === taken ? null : reason('email:imap.gone', { count: seen - taken })
}
