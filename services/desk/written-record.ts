/** The written record of what a person said, as they are given it: for paper, a mail or a text (SI 2009/309 reg 13(2)). */
import type { Language } from '../../shared/words.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { safeName } from '../../shared/text/file-name.ts'
import type { Words } from '../pages/languages.ts'
import type { CaseHead } from '../store/case-file.ts'
import type { SpokenSubmission } from '../store/spoken.ts'

export interface RecordLine {
  readonly label: Reason
  readonly text: string | Reason
}

export interface WrittenRecord {
  readonly language: Language
  readonly reference: string
  readonly organisation: string
  readonly lines: readonly RecordLine[]
  /** How it was taken down, and what was said about it. */
  readonly remarks: readonly Reason[]
  /** As they are shown: what was said, or where it is kept if nobody typed it. */
  readonly words: string | Reason
  /** Names of the letters, pictures and recordings that are kept with it. */
  readonly files: readonly string[]
}

/** In the language that we answer them in. */
export function writtenRecord(
  head: CaseHead,
  { content, parts, received_at }: SpokenSubmission,
): WrittenRecord {
  const { person, affected, wantedOutcome, about } = content
  const line = (name: string, text: string | Reason | null): readonly RecordLine[] =>
    text === null ? [] : [{ label: reason(`staff-note:record.${name}`), text }]
  const said = londonDate(content.sentAt ?? received_at)
  return {
    language: head.language === 'cy' ? 'cy' : 'en',
    reference: head.reference,
    organisation: head.receivedByName,
    lines: [
      ...line('reference', head.reference),
      ...line('saidOn', dayOf(said)),
      ...line('name', person.name),
      ...(affected.who === 'other' ? line('about', affected.name) : []),
      ...line('place', about.place),
      ...line('happenedOn', dayOf(about.happenedOn)),
      ...line('knownSince', dayOf(about.knownSince)),
      ...line('wantedOutcome', wantedOutcome),
    ],
    remarks: parts.flatMap(({ remarks }) => remarks.flatMap(forThePerson)),
    words: wordsOf(parts),
    files: parts.flatMap(({ attachments }) => attachments.map(({ name }) => safeName(name))),
  }
}

function dayOf(day: CalendarDate | null): Reason | null {
  return day === null ? null : reason('staff-note:record.day', { day })
}

function forThePerson(remark: Reason): readonly Reason[] {
  if (remark.key === 'phone:remark.machineWrote') return [reason('staff-note:record.machineWrote')]
  return /^staff-note:(?:taken|remark\.(?:verbatim|in))/.test(remark.key) ? [remark] : []
}

/** Of one call the wish, the sound and the words come one by one. */
function wordsOf(parts: SpokenSubmission['parts']): string | Reason {
  const texts = parts.map(({ text }) => text.trim()).filter((text) => text !== '')
  if (texts.length > 0) return texts.join('\n\n')
  if (parts.some(({ channel }) => channel === 'staff-note')) return reason('staff-note:record.onPaper')
  const isRecorded = parts.some(({ attachments }) => attachments.length > 0)
  return reason(isRecorded ? 'staff-note:record.onRecording' : 'staff-note:record.callAsked')
}

/** As a letter: the same record in a message. */
export function recordLetter(record: WrittenRecord, wording: Words): string {
  const { language, organisation, words, lines, remarks, files } = record
  const t = (key: string, params = {}) => wording.translate(`staff-note:record.${key}`, params, language)
  const inWords = (text: string | Reason) => (typeof text === 'string' ? text : wording.say(text, language))
  return [
    t('intro', { organisation }),
    lines.map(({ label, text }) => `${wording.say(label, language)}: ${inWords(text)}`).join('\n'),
    `${t('words')}:\n${inWords(words)}`,
    files.length > 0 ? `${t('files')}:\n${files.join('\n')}` : '',
    remarks.map((remark) => wording.say(remark, language)).join('\n'),
    t('check'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
