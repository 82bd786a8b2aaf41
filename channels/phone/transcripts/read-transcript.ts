/** From a delivered transcript, whatever its format, to the submission: the caller's words first, every word kept. */
import { reason, type Reason } from '../../../shared/finding.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { storable } from '../../../shared/text/storable.ts'
import type { Language } from '../../../shared/words.ts'
import type { Delivery, Reading } from '../../channel.ts'
import { maskCardNumbers } from '../card-numbers.ts'
import { looksLikeCaptions, readCaptions } from './captions.ts'
import { readContactLens } from './contact-lens.ts'
import { decodeText } from './decode-text.ts'
import { doubtfulPassages } from './doubtful.ts'
import { parseJson } from './parse-json.ts'
import { readSpeakerLines } from './speaker-lines.ts'
import type { Transcript, Turn } from './turn.ts'

/** Never throws. The format is told from the content: what senders declare is often wrong. */
export function readTranscript(delivery: Pick<Delivery, 'raw'>): Reading {
  const decoded = decodeText(delivery.raw)
  if (decoded === null) return { outcome: 'unreadable', problem: reason('phone:unreadable.notText') }
  const transcript = transcriptIn(storable(decoded.text))
  if ('problem' in transcript) return { outcome: 'unreadable', problem: transcript.problem }
  const { turns, cardNumbers } = masked(transcript.turns)
  if (turns.length === 0) return { outcome: 'nothing-to-route', why: 'empty', about: null }
  const text = shown(callersTurns(turns))
  const doubtful = doubtfulPassages(text)
  const submission = submissionOf({
    channel: 'phone',
    text,
    originalText: turns.map(wholeLine).join('\n'),
    language: languageOf(transcript.language),
    thread: { messageId: transcript.callId, references: listed(transcript.callId), replyToken: null },
    remarks: [
      ...(decoded.isGuess ? [reason('phone:remark.lettersGuessed')] : []),
      ...(doubtful.length > 0 ? [reason('phone:remark.doubtful', { count: doubtful.length }, doubtful)] : []),
      ...(cardNumbers > 0 ? [reason('phone:remark.cardMasked', { count: cardNumbers })] : []),
    ],
  })
  return { outcome: 'submission', submission, files: [] }
}

export function transcriptIn(text: string): Transcript | { readonly problem: Reason } {
  if (/^\s*[{[]\s*["{\]}]/.test(text)) return fromJson(text)
  return looksLikeCaptions(text) ? readCaptions(text) : readSpeakerLines(text)
}

function fromJson(text: string): Transcript | { readonly problem: Reason } {
  const json = parseJson(text)
  if (json === undefined) return { problem: reason('phone:unreadable.json') }
  return readContactLens(json) ?? { problem: reason('phone:unreadable.shape') }
}

/** Speaker by speaker: a number may go on after the other said "yes". */
function masked(turns: readonly Turn[]): { readonly turns: readonly Turn[]; readonly cardNumbers: number } {
  const result = [...turns]
  let cardNumbers = 0
  for (const places of Map.groupBy(turns.entries(), ([, turn]) => turn.speaker).values()) {
    const { texts, found } = maskCardNumbers(places.map(([, turn]) => turn.text))
    cardNumbers += found
    for (const [nth, [at, turn]] of places.entries()) result[at] = { ...turn, text: texts[nth] ?? turn.text }
  }
  return { turns: result, cardNumbers }
}

/** Who answers the telephone or treats people, in both languages; their words are not the caller's. */
const staffName =
  /^(?:agent|advis[eo]r|operator|call[ -]?(?:handler|taker)|handler|staff|receptionist|interviewer|officer|system|bot|assistant|doctor|dr|gp|nurse|clinician|asiant|cynghorydd|derbynnydd|meddyg|nyrs)\b/i

/** Without whoever is plainly staff. Where that would leave nobody, everyone stays: to lose the person's words is worse. */
function callersTurns(turns: readonly Turn[]): readonly Turn[] {
  const callers = turns.filter(({ part, speaker }) =>
    part === null ? !staffName.test(speaker ?? '') : part === 'caller',
  )
  return callers.length > 0 ? callers : turns
}

function shown(turns: readonly Turn[]): string {
  const speakers = new Set(turns.map((turn) => turn.speaker))
  return turns
    .map(({ speaker, text }) => (speakers.size > 1 && speaker !== null ? `${speaker}: ${text}` : text))
    .join('\n')
}

function wholeLine({ at, speaker, text }: Turn): string {
  return `${at === null ? '' : `[${at}] `}${speaker === null ? '' : `${speaker}: `}${text}`
}

/** Other languages are for the router to tell. */
function languageOf(tag: string | null): Language | null {
  if (/^cy\b/i.test(tag ?? '')) return 'cy'
  return /^en\b/i.test(tag ?? '') ? 'en' : null
}

function listed(id: string | null): readonly string[] {
  return id === null ? [] : [id]
}
