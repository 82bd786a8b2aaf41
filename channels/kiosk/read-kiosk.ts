/** From what a kiosk delivered to the submission: the person's words or voice, and the place where they stood. */
import { createHash } from 'node:crypto'
import { reason, type Reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { submissionOf, type About, type Attachment } from '../../shared/submission.ts'
import { storable } from '../../shared/text/storable.ts'
import type { Delivery, File, Reading } from '../channel.ts'
import { parseDocument, type KioskDocument } from './kiosk-document.ts'

type Brought = Pick<Delivery, 'raw' | 'contentType' | 'envelope' | 'receivedAt'>

/** Never throws. Bytes that are no such document are unreadable: the door would have refused them. */
export function readKiosk(delivery: Brought): Reading {
  const parsed = parseDocument(delivery.raw, delivery.contentType)
  if ('wrong' in parsed) {
    const { wrong } = parsed
    return {
      outcome: 'unreadable',
      problem:
        wrong === null
          ? reason('kiosk:unreadable.document')
          : reason('kiosk:unreadable.field', { field: wrong }),
    }
  }
  return submissionFrom(parsed.document, delivery)
}

function submissionFrom(document: KioskDocument, delivery: Brought): Reading {
  const recordings = document.recordings.map(recordingOf)
  const contact = contactOf(document)
  const text = storable(document.text).trim()
  // NUL characters count as something at the door, and as nothing once they are taken away.
  if (text === '' && recordings.length === 0) {
    return { outcome: 'nothing-to-route', why: 'empty', about: null }
  }
  const submission = submissionOf({
    channel: 'kiosk',
    text,
    language: document.language,
    kindChosen: document.kind ?? null,
    person: { name: kept(document.name), email: contact.email, phone: contact.phone, address: null },
    about: aboutOf(document, delivery.envelope),
    preferences: { contactBy: contact.by, answerphone: null, needs: null },
    attachments: recordings.map(({ attachment }) => attachment),
    sentAt: document.writtenAt ?? null,
    ...(text === '' ? { spoken: true } : {}),
    remarks: remarksOf(document, text, delivery),
  })
  return { outcome: 'submission', submission, files: recordings.map(({ file }) => file) }
}

interface Contact {
  readonly by: 'email' | 'phone' | 'none'
  readonly email: string | null
  readonly phone: string | null
}

/**
 * Only the address of the way they chose: what was typed before a change of mind is not ours to keep. Who chose no
 * way but left an address is answered there; a way without its address is none.
 */
function contactOf(document: KioskDocument): Contact {
  const email = kept(document.email)
  const phone = kept(document.phone)
  const by = document.contactBy ?? (email === null ? 'phone' : 'email')
  if (by === 'email' && email !== null) return { by, email, phone: null }
  if (by === 'phone' && phone !== null) return { by, email: null, phone }
  return { by: 'none', email: null, phone: null }
}

/** The place is the kiosk's own row as it was then; where the person speaks of another, it stands in a remark only. */
function aboutOf({ here }: KioskDocument, envelope: Delivery['envelope']): About {
  const isHere = here !== 'no'
  const place = envelope['kiosk-place']
  return {
    organisation: here === 'yes' ? idIn(envelope['kiosk-organisation']) : null,
    careService: here === 'yes' ? idIn(envelope['kiosk-care-service']) : null,
    place: isHere && place !== undefined ? place : null,
    happenedOn: null,
    knownSince: null,
  }
}

/** Minutes between Send and arrival from which the network must have been away. */
const keptBackMinutes = 5

function remarksOf(
  { recordings, writtenAt }: KioskDocument,
  text: string,
  { envelope, receivedAt }: Brought,
): readonly Reason[] {
  const { 'kiosk-name': name, 'kiosk-place': place } = envelope
  const waited = writtenAt === null || writtenAt === undefined ? 0 : minutesBetween(writtenAt, receivedAt)
  return [
    ...(name === undefined || place === undefined ? [] : [reason('kiosk:remark.from', { name, place })]),
    ...(text === '' && recordings.length > 0 ? [reason('kiosk:remark.listen')] : []),
    ...(waited >= keptBackMinutes ? [reason('kiosk:remark.keptBack', { at: writtenAt ?? '' })] : []),
  ]
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

function recordingOf(
  { contentType, content }: KioskDocument['recordings'][number],
  at: number,
): { readonly attachment: Attachment; readonly file: File } {
  const bytes = Buffer.from(content, 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [type = '', ending = ''] = (contentType.split(';', 1)[0] ?? '').split('/')
  const name = `${type}-message-${at + 1}.${ending}`
  return { attachment: { name, contentType, size: bytes.length, sha256 }, file: { sha256, content: bytes } }
}

function idIn<Name extends string>(value: string | undefined) {
  return value === undefined ? null : asId<Name>(value)
}

/** Null where nothing but blanks stands. */
function kept(value: string | null | undefined): string | null {
  return storable(value ?? '').trim() || null
}
