/** The automatic receipt: "we have it, reference X". It stops no clock, obeys the person's preferences, and cannot loop. */
import { e164 } from '../../channels/sms/phone-number.ts'
import { isOneEmailAddress, isPlainName } from '../../shared/contact.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { ChannelName, Language } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'
import { dayInWords } from '../pages/dates-in-words.ts'
import type { Queries } from '../store/database.ts'
import { whyStopped } from '../store/contact-stops.ts'
import { countAutomatic, saveAutomatic } from '../store/messages.ts'
import type { StoredSubmission } from '../store/submissions.ts'
import { languageOf } from './language.ts'
import { questionFor, wordsOfTextReceipt } from './text-receipt.ts'

export interface ReceiptParts {
  readonly words: Words
  readonly publicUrl: string
  readonly now: () => Date
}

/** More than this many in a day to one address is a loop or a mischief, not a person (design: caps end any loop). */
const receiptsPerDay = 5
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
  if (way === null) return null
  const now = parts.now()
  const heldBecause = await whyHeld(db, way, now)
  const language = languageOf(submission.content, routing)
  const message = await saveAutomatic(
    db,
    {
      case: id,
      purpose: 'receipt',
      channel: way.channel,
      submission: submission.id,
      handoff: null,
      recipient: way.recipient,
      ...wordsOfReceipt(parts, way.channel, submission, routing, knowledge, language),
      language,
      heldBecause,
    },
    now,
  )
  return heldBecause === null ? message : null
}

async function whyHeld(db: Queries, { channel, recipient }: Way, now: Date): Promise<Reason | null> {
  const stopped = await whyStopped(db, channel, recipient)
  if (stopped !== null) return stopped
  const earlier = await countAutomatic(db, recipient, new Date(now.getTime() - dayMs))
  return earlier >= receiptsPerDay ? reason('message:held.too-many', { times: receiptsPerDay }) : null
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
  const params = { reference: submission.reference, organisation, progress: `${publicUrl}/progress` }
  const say = (key: string, more: Record<string, string> = {}) =>
    words.translate(`message:receipt.${key}`, { ...params, ...more }, language)
  const answerBy = routing.clocks.find((clock) => clock.name === 'acknowledge')?.dueOn
  const inDanger = routing.risk.flags.some(
    (flag) => flag.value === 'immediate-danger' || flag.value === 'self-harm',
  )
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
      answerBy === undefined ? say('next') : say('next-by', { day: dayInWords(answerBy, language) }),
      say('add-more'),
      say('progress'),
      ...(knowledge.directory.example ? [say('example')] : []),
      say('goodbye'),
    ].join('\n\n'),
  }
}
