/** What lead and contributor say to one another about a part: questions, documents, more time, remarks on the draft. */
import { reason, type Reason } from '../finding.ts'
import type { CalendarDate } from '../dates/london.ts'

export const exchangeKinds = [
  'question',
  'answer',
  'document-request',
  'document',
  'time-request',
  'time-granted',
  'time-refused',
  'remark',
] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

/** More time is asked for before the day, to a later one, and never past what was promised to the person. */
export function checkTimeRequest(
  given: { readonly dueOn: CalendarDate; readonly respondBy: CalendarDate | null },
  wantedOn: CalendarDate,
  today: CalendarDate,
): Reason | null {
  if (today > given.dueOn) return reason('joint:part.refused.time-over', { day: given.dueOn })
  if (wantedOn <= given.dueOn) return reason('joint:part.refused.time-not-later', { day: given.dueOn })
  if (given.respondBy !== null && wantedOn >= given.respondBy) {
    return reason('joint:part.refused.time-past-answer', { day: given.respondBy })
  }
  return null
}

/** What may be supplied: texts, tables, pictures and mail as offices keep them. Nothing that runs. */
const documentTypes = [
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'image/jpeg',
  'image/png',
  'text/csv',
  'text/plain',
  'message/rfc822',
]
/** Bytes; a long scanned record. A default of this hub. */
export const largestDocument = 15_000_000
const longestDocumentName = 200

export function checkDocument(given: {
  readonly name: string
  readonly contentType: string
  readonly size: number
}): Reason | null {
  const megabytes = Math.round(largestDocument / 1_000_000)
  if (given.size === 0) return reason('joint:document.refused.empty')
  if (given.size > largestDocument) return reason('joint:document.refused.large', { megabytes })
  if (!documentTypes.includes(given.contentType)) return reason('joint:document.refused.type')
  if (given.name.trim() === '' || given.name.length > longestDocumentName) {
    return reason('joint:document.refused.name', { characters: longestDocumentName })
  }
  return null
}
