/** From the note to the submission: the person's words, and who took them down, how and when. */
import { createHash } from 'node:crypto'
import { isCalendarDate, londonDate, londonInstant } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Answers } from '../../shared/form.ts'
import { asId } from '../../shared/ids.ts'
import { submissionOf, type Affected, type ConsentTold } from '../../shared/submission.ts'
import { storable } from '../../shared/text/storable.ts'
import { kinds, languages } from '../../shared/words.ts'
import type { Delivery, File, Reading } from '../channel.ts'
import { parseNote, type NoteDocument } from './note-document.ts'
import {
  authorities,
  choiceOf,
  consents,
  contactWays,
  copies,
  hows,
  isClockTime,
  problemsOf,
  textOf,
  type Scan,
} from './note.ts'

/** Never throws. Bytes that are no such note are unreadable: the desk would have shown what is wrong. */
export function readNote(delivery: Pick<Delivery, 'raw' | 'receivedAt'>): Reading {
  const parsed = parseNote(delivery.raw)
  if (parsed === null) return { outcome: 'unreadable', problem: reason('staff-note:unreadable.document') }
  const note = { ...parsed, answers: storableAnswers(parsed.answers) }
  const [wrong] = Object.keys(
    problemsOf(note.answers, note.scans.length > 0, londonDate(delivery.receivedAt)),
  )
  if (wrong !== undefined) {
    return { outcome: 'unreadable', problem: reason('staff-note:unreadable.field', { field: wrong }) }
  }
  return submissionFrom(note)
}

function storableAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([field, text]) => [field, storable(text)]))
}

function submissionFrom(note: NoteDocument): Reading {
  const { answers, scans } = note
  const files = scans.map(({ content }): File => ({ content, sha256: sha256(content) }))
  const submission = submissionOf({
    channel: 'staff-note',
    text: textOf(answers, 'words') ?? '',
    kindChosen: choiceOf(answers, 'kind', kinds),
    language: choiceOf(answers, 'language', languages),
    wantedOutcome: textOf(answers, 'wantedOutcome'),
    person: {
      name: textOf(answers, 'name'),
      email: textOf(answers, 'email'),
      phone: textOf(answers, 'phone'),
      address: textOf(answers, 'address'),
    },
    affected: affectedIn(answers),
    about: {
      organisation: idIn(answers, 'organisation'),
      careService: idIn(answers, 'careService'),
      place: textOf(answers, 'place'),
      happenedOn: textOf(answers, 'happenedOn'),
      knownSince: textOf(answers, 'knownSince'),
    },
    preferences: {
      contactBy: choiceOf(answers, 'contactBy', contactWays),
      answerphone: answerphoneIn(answers),
      needs: textOf(answers, 'needs'),
    },
    attachments: scans.map((scan, at) => attachmentOf(scan, files[at]?.sha256 ?? '')),
    sentAt: saidAtOf(answers),
    ...(answers['how'] === 'post' ? { inWriting: true } : {}),
    ...consentToldIn(note),
    remarks: remarksOf(note),
  })
  return { outcome: 'submission', submission, files }
}

const consentHows = {
  desk: 'in-person',
  ward: 'in-person',
  visit: 'in-person',
  phone: 'recorded-call',
  post: 'signed-letter',
} as const

/** Not asked is nothing said. */
function consentToldIn({ answers, takenBy }: NoteDocument): { readonly consentTold?: ConsentTold } {
  const said = choiceOf(answers, 'consent', ['yes', 'no'] as const)
  if (said === null) return {}
  const how = consentHows[choiceOf(answers, 'how', hows) ?? 'desk']
  return { consentTold: { said, how, by: asId<'staff'>(takenBy.id) } }
}

/** The instant at which it was said, or came by post; null where no date is known. Noon where no time is. */
export function saidAtOf({ saidOn = '', saidAt = '' }: Answers): string | null {
  return isCalendarDate(saidOn) ? londonInstant(saidOn, isClockTime(saidAt) ? saidAt : '12:00') : null
}

function answerphoneIn({ answerphone }: Answers): boolean | null {
  return answerphone === undefined || answerphone === '' ? null : answerphone === 'yes'
}

function affectedIn(answers: Answers): Affected {
  const who = answers['who']
  if (who === 'self') return { who }
  if (who !== 'other') return { who: 'unstated' }
  return {
    who,
    name: textOf(answers, 'otherName'),
    relationship: textOf(answers, 'relationship'),
    authority: choiceOf(answers, 'authority', authorities) ?? 'unstated',
  }
}

function remarksOf({ answers, takenBy, scans }: NoteDocument): readonly Reason[] {
  const how = choiceOf(answers, 'how', hows) ?? 'desk'
  const copy = choiceOf(answers, 'copy', copies)
  const consent = choiceOf(answers, 'consent', consents)
  const taken = { by: textOf(answers, 'heardBy') ?? takenBy.name, on: answers['saidOn'] ?? '' }
  return [
    reason(`staff-note:taken.${how}`, taken),
    ...(answers['verbatim'] === 'yes' ? [reason('staff-note:remark.verbatim')] : []),
    ...(answers['verbatim'] === 'no' ? [reason('staff-note:remark.inOtherWords')] : []),
    ...(textOf(answers, 'words') === null
      ? [reason('staff-note:remark.readScan', { count: scans.length })]
      : []),
    ...(consent === null ? [] : [reason(`staff-note:consent.${consent}`)]),
    ...(copy === null ? [] : [reason(`staff-note:copy.${copy}`)]),
  ]
}

function attachmentOf({ name, contentType, content }: Scan, hash: string) {
  return { name: storable(name), contentType: storable(contentType), size: content.length, sha256: hash }
}

function idIn<Name extends string>(answers: Answers, field: string) {
  const id = textOf(answers, field)
  return id === null ? null : asId<Name>(id)
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
