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
  const place = nameOfMailbox(reading.mailbox)
  // Another process of this hub hears the same news: whichever is first reads, and both see what it wrote down.
  await reading.keep.alone(place, () => readIn(reading, place))
}

async function readIn(reading: Reading, place: string): Promise<void> {
  const { client, mailbox, keep } = reading
  let mark = await markIn(reading, place)
  let unmoved = 0
  // What was left behind is tried again each time, and never stands in the way of what came after it.
  for (const uid of [...mark.left, ...(await uidsAfter(client, mark.upTo))]) {
    const became = await take(reading, uid, mark.left.includes(uid))
    // Before it is noted: where the connection ends here, it is met again, known by its key, and moved then.
    if (became === 'taken' && !(await isPutAway(client, uid, mailbox.moveTo))) unmoved += 1
    mark = counted(mark, uid, became, reading.now())
    await keep.save(place, mark)
  }
  const moving = unmoved === 0 ? null : reason('email:imap.unmoved', { folder: mailbox.moveTo ?? '' })
  await keep.tell(place, problemIn(mark, reading.now()) ?? moving)
}

/** With another UIDVALIDITY every number means another mail: all are read again, and known ones are known by their key. */
async function markIn({ client, keep }: Reading, place: string): Promise<ReaderMark> {
  if (client.mailbox === false) throw new Error('The mailbox is not open')
  const era = String(client.mailbox.uidValidity)
  const known = await keep.load(place)
  return known?.era === era ? known : { era, upTo: 0, left: [], seen: 0, taken: 0, removed: 0, goneAt: null }
}

/** Whether somebody has read them or not, and whatever their date. */
async function uidsAfter(client: ImapFlow, upTo: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${upTo + 1}:*` }, { uid: true })
  if (!Array.isArray(found)) throw new Error('The mailbox could not be searched')
  // "n:*" names the last mail even where its number is below n (RFC 3501 section 9, seq-range).
  return found.filter((uid) => uid > upTo).toSorted((a, b) => a - b)
}

type Became = 'taken' | 'left' | 'gone'

async function take(reading: Reading, uid: number, isKnown: boolean): Promise<Became> {
  const { client, mailbox, limitBytes, now } = reading
  try {
    if (isKnown && (await isTooLarge(client, uid, limitBytes))) return 'left'
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

/** Of one that was left behind: it is not fetched again and again only to be found too large. */
async function isTooLarge(client: ImapFlow, uid: number, limitBytes: number): Promise<boolean> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
  return found !== false && (found?.size ?? 0) > limitBytes
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

function counted(mark: ReaderMark, uid: number, became: Became, now: Date): ReaderMark {
  const others = mark.left.filter((each) => each !== uid)
  const wasLeft = mark.left.includes(uid)
  return {
    ...mark,
    upTo: Math.max(mark.upTo, uid),
    left: became === 'left' ? [...others, uid] : others,
    seen: mark.seen + (uid > mark.upTo ? 1 : 0),
    taken: mark.taken + (became === 'taken' ? 1 : 0),
    removed: mark.removed + (wasLeft && became === 'gone' ? 1 : 0),
    goneAt: !wasLeft && became === 'gone' ? now.toISOString() : mark.goneAt,
  }
}

/** So long staff are told of a mail that is gone; an alarm without end is looked at by nobody, and the count stays. */
const newsMs = 7 * 24 * 3_600_000

/** What the server showed us must be what we took and what staff, once told that we cannot, took out themselves. */
function problemIn({ left, seen, taken, removed, goneAt }: ReaderMark, now: Date): Reason | null {
  if (left.length > 0) return reason('email:imap.left', { count: left.length })
  const gone = seen - taken - removed
  const isNews = goneAt !== null && now.getTime() - Date.parse(goneAt) < newsMs
  return gone > 0 && isNews ? reason('email:imap.gone', { count: gone }) : null
}
