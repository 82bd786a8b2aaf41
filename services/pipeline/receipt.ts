/** What is answered by itself: "we have it, reference X", and what to do in danger. It stops no clock, obeys the person's preferences, and cannot loop. */
import { e164 } from '../../channels/sms/phone-number.ts'
import { isOneEmailAddress, isPlainName } from '../../shared/contact.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { isReadable } from '../../shared/unread-words.ts'
import type { ChannelName, Language } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'
import { dayInWords } from '../pages/dates-in-words.ts'
import type { Queries } from '../store/database.ts'
import { whyStopped } from '../store/contact-stops.ts'
import { referenceOfCase } from '../store/cases.ts'
import { countAutomatic, saveAutomatic, wasSaid } from '../store/messages.ts'
import type { StoredSubmission } from '../store/submissions.ts'
import { askForUrgentCall, isInDanger } from './danger.ts'
import { languageOf } from './language.ts'
import type { Matched } from './match.ts'
import { staysQuiet } from './quietly.ts'
import { questionFor, wordsOfTextReceipt } from './text-receipt.ts'

export interface ReceiptParts {
  readonly words: Words
  readonly publicUrl: string
  readonly now: () => Date
}

/** More than this many in a day to one address is a loop or a mischief, not a person (design: caps end any loop). */
const receiptsPerDay = 5
/** Somebody in danger who writes again and again is no loop yet. */
const dangerRepliesPerDay = 20
/** Told once, they are not told the same again at each further message of these minutes. */
const dangerRestMs = 30 * 60_000
const dayMs = 24 * 3_600_000

export async function saveReceipt(
  parts: ReceiptParts,
  db: Queries,
  id: CaseId,
  submission: StoredSubmission,
  routing: Routing,
  knowledge: Knowledge,
): Promise<MessageId | null> {
  const way = wayToReach(submission.content)
  if (way === null) {
    if (isInDanger(routing)) await askForUrgentCall(db, submission)
    return null
  }
  const now = parts.now()
  if (await staysQuiet(db, submission, now)) {
    if (isInDanger(routing)) await askForUrgentCall(db, submission)
    return null
  }
  const language = languageOf(submission.content, routing)
  const said = wordsOfReceipt(parts, way.channel, submission, routing, knowledge, language)
  return saveSaid(db, { case: id, submission, way, language, said, isDanger: isInDanger(routing) }, now)
}

/**
 * More words on a case are not answered by a machine, except where they tell of danger: then the person is told at once
 * what to do, as with the first. Null where they do not, or where nobody can be told.
 */
export async function saveDangerReply(
  parts: ReceiptParts,
  db: Queries,
  { case: id, match }: Matched,
  submission: StoredSubmission,
  routing: Routing,
  knowledge: Knowledge,
): Promise<MessageId | null> {
  if (!isInDanger(routing)) return null
  const way = wayToReach(submission.content)
  if (way === null) {
    await askForUrgentCall(db, submission)
    return null
  }
  const now = parts.now()
  if (await staysQuiet(db, submission, now)) {
    await askForUrgentCall(db, submission)
    return null
  }
  const language = languageOf(submission.content, routing)
  // Who wrote from another address hears the reference of their own message alone.
  const isTheirs = match.how !== 'new' && match.sameSender
  const reference = isTheirs ? await referenceOfCase(db, id) : submission.reference
  const said = wordsInDanger(parts, way.channel, { ...submission, reference }, knowledge, language)
  const since = new Date(now.getTime() - dangerRestMs)
  if (await wasSaid(db, way.recipient, said.body, since)) return null
  return saveSaid(db, { case: id, submission, way, language, said, isDanger: true }, now)
}

interface Said {
  readonly case: CaseId
  readonly submission: StoredSubmission
  readonly way: Way
  readonly language: Language
  readonly said: { readonly subject: string; readonly body: string }
  readonly isDanger: boolean
}

/** Null where it is held, or stands already. */
async function saveSaid(
  db: Queries,
  { case: id, submission, way, language, said, isDanger }: Said,
  now: Date,
): Promise<MessageId | null> {
  const heldBecause = await whyHeld(db, way, isDanger ? dangerRepliesPerDay : receiptsPerDay, now)
  if (isDanger && heldBecause !== null) await askForUrgentCall(db, submission)
  const message = await saveAutomatic(
    db,
    {
      case: id,
      purpose: 'receipt',
      channel: way.channel,
      submission: submission.id,
      handoff: null,
      recipient: way.recipient,
      ...said,
      language,
      heldBecause,
    },
    now,
  )
  return heldBecause === null ? message : null
}

async function whyHeld(
  db: Queries,
  { channel, recipient }: Way,
  mostInADay: number,
  now: Date,
): Promise<Reason | null> {
  const stopped = await whyStopped(db, channel, recipient)
  if (stopped !== null) return stopped
  const earlier = await countAutomatic(db, recipient, new Date(now.getTime() - dayMs))
  return earlier >= mostInADay ? reason('message:held.too-many', { times: mostInADay }) : null
}

interface Way {
  readonly channel: ChannelName
  readonly recipient: string
}

/** Null: they asked for no contact, left no way, or a machine may not answer this. */
function wayToReach({ person, preferences, autoReply, channel }: Submission): Way | null {
  if (autoReply === 'forbidden' || preferences.contactBy === 'none') return null
  const byMail =
    person.email !== null && isOneEmailAddress(person.email)
      ? { channel: 'email' as const, recipient: person.email }
      : null
  const number = person.phone === null ? null : e164(person.phone)
  const byText = number === null ? null : { channel: 'sms' as const, recipient: number }
  switch (preferences.contactBy) {
    case 'email':
      return byMail
    case 'sms':
      return byText
    // A receipt is not worth a telephone call or a stamp when the reference was already shown or said.
    case 'phone':
    case 'post':
      return null
    case null:
      return channel === 'sms' ? byText : byMail
  }
}

function wordsOfReceipt(
  { words, publicUrl }: ReceiptParts,
  channel: ChannelName,
  submission: StoredSubmission,
  routing: Routing,
  knowledge: Knowledge,
  language: Language,
): { readonly subject: string; readonly body: string } {
  const organisation =
    knowledge.directory.organisations.find((each) => each.id === submission.receivedBy)?.name ?? ''
  const pages = { progress: `${publicUrl}/progress`, form: `${publicUrl}/feedback` }
  const params = { reference: submission.reference, organisation, ...pages }
  const say = (key: string, more: Record<string, string> = {}) =>
    words.translate(`message:receipt.${key}`, { ...params, ...more }, language)
  const answerBy = routing.clocks.find((clock) => clock.name === 'acknowledge')?.dueOn
  const inDanger = isInDanger(routing)
  if (channel === 'sms') {
    const question = questionFor(submission.content, routing)
    const { reference } = submission
    const body = wordsOfTextReceipt(words, { reference, organisation, inDanger, language }, question)
    return { subject: reference, body }
  }
  const name = submission.content.person.name
  return {
    // The subject is seen on locked screens: no word of what it is about.
    subject: say('subject'),
    body: [
      name === null || !isPlainName(name) ? say('hello') : say('hello-name', { name }),
      ...(inDanger ? [say('danger')] : []),
      say('have-it'),
      ...(saysNothingReadable(submission.content) ? [say('not-readable')] : []),
      answerBy === undefined ? say('next') : say('next-by', { day: dayInWords(answerBy, language) }),
      say('add-more'),
      say('progress'),
      ...(knowledge.directory.example ? [say('example')] : []),
      say('goodbye'),
    ].join('\n\n'),
  }
}

/** Some words beside a part that stays shut are read all the same. */
function saysNothingReadable(content: Submission): boolean {
  return content.text.trim() === '' && !isReadable(content)
}

/** Only what helps now: what to do, that the message came, and that a person reads it. */
function wordsInDanger(
  { words }: ReceiptParts,
  channel: ChannelName,
  { reference, receivedBy, content }: StoredSubmission,
  knowledge: Knowledge,
  language: Language,
): { readonly subject: string; readonly body: string } {
  const organisation = knowledge.directory.organisations.find((each) => each.id === receivedBy)?.name ?? ''
  if (channel === 'sms') {
    const body = wordsOfTextReceipt(words, { reference, organisation, inDanger: true, language }, null)
    return { subject: reference, body }
  }
  const say = (key: string, more: Record<string, string> = {}) =>
    words.translate(`message:receipt.${key}`, { reference, organisation, ...more }, language)
  const { name } = content.person
  const hello = name === null || !isPlainName(name) ? say('hello') : say('hello-name', { name })
  return {
    subject: say('subject'),
    body: [hello, say('danger'), say('have-it'), say('goodbye')].join('\n\n'),
  }
}
