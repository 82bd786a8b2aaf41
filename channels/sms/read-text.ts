/** Reads one text into a submission, or says that it was a keyword, a machine or nothing at all. Pure. */
import { reason, type Reason } from '../../shared/finding.ts'
import { submissionOf } from '../../shared/submission.ts'
import type { Evidence, Reading } from '../channel.ts'
import { asksForCallBack, beginsWithStop, keywordOf } from './keywords.ts'
import { isAutomaticText } from './machine-text.ts'
import { e164 } from './phone-number.ts'
import { picturesFetched } from './pictures.ts'
import type { IncomingText } from './provider.ts'

/** `treatAsFeedback`: a person on the desk has looked, and says that it is. */
export function readText(incoming: IncomingText, evidence: Evidence, treatAsFeedback: boolean): Reading {
  const nothing = treatAsFeedback ? null : nothingToRoute(incoming)
  if (nothing !== null) return nothing
  const sender = e164(incoming.from)
  const ours = e164(incoming.to) ?? incoming.to
  const pictures = picturesFetched(incoming.pictures, evidence)
  const saysStop = beginsWithStop(incoming.text)
  const mayAnswer = sender !== null && sender !== ours && !saysStop
  const submission = submissionOf({
    channel: 'sms',
    text: incoming.text,
    person: { name: null, email: null, phone: sender, address: null },
    attachments: pictures.attachments,
    thread: {
      messageId: incoming.id,
      references: [],
      replyToken: null,
      ...(sender === null ? {} : { conversation: { theirs: sender, ours } }),
    },
    sentAt: incoming.sentAt,
    autoReply: mayAnswer && !isAutomaticText(incoming.text) ? 'allowed' : 'forbidden',
    remarks: remarksOn(incoming, sender, pictures.missing),
  })
  const keyword = saysStop && sender !== null ? { word: 'stop' as const, from: sender } : null
  return {
    outcome: 'submission',
    submission,
    files: pictures.files,
    ...(keyword === null ? {} : { keyword }),
  }
}

function nothingToRoute(incoming: IncomingText): Reading | null {
  const { from, to, text, pictures } = incoming
  const nothing = (why: 'keyword' | 'auto-reply' | 'empty') =>
    ({ outcome: 'nothing-to-route', why, about: null }) as const
  if (pictures.length > 0) return null
  if (text.trim() === '') return nothing('empty')
  const keyword = keywordOf(text)
  // A name instead of a number may be anybody's: it can stop nothing, but it is no feedback either.
  const sender = e164(from)
  if (keyword !== null) {
    return sender === null
      ? nothing('keyword')
      : { ...nothing('keyword'), keyword: { word: keyword.word, from: sender } }
  }
  const isOurOwn = sender !== null && sender === e164(to)
  return isOurOwn || isAutomaticText(text) ? nothing('auto-reply') : null
}

function remarksOn(
  { from, text }: IncomingText,
  sender: string | null,
  missingPictures: number,
): readonly Reason[] {
  return [
    ...(asksForCallBack(text) ? [reason('sms:call-back-asked')] : []),
    ...(beginsWithStop(text) ? [reason('sms:stop-asked')] : []),
    ...(sender === null ? [reason('sms:no-number', { sender: from })] : []),
    ...(missingPictures > 0 ? [reason('sms:pictures-missing', { count: missingPictures })] : []),
  ]
}
