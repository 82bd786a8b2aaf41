/** The bytes of a note: what the desk delivers, and how they are taken apart again. */
import type { Answers } from '../../shared/form.ts'
import type { Scan, TakenBy } from './note.ts'

export interface NoteDocument {
  readonly answers: Answers
  readonly takenBy: TakenBy
  readonly scans: readonly Scan[]
}

export function writeNote({ answers, takenBy, scans }: NoteDocument): {
  readonly raw: Uint8Array
  readonly contentType: string
} {
  const files = scans.map((scan) => ({ ...scan, content: Buffer.from(scan.content).toString('base64') }))
  return {
    raw: Buffer.from(JSON.stringify({ answers, takenBy, scans: files })),
    contentType: 'application/json',
  }
}

/** Null where these are not the bytes of a note. */
export function parseNote(raw: Uint8Array): NoteDocument | null {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return null
  }
  if (!isRecord(document) || !isTexts(document['answers']) || !isTexts(document['takenBy'])) return null
  const { answers, takenBy, scans = [] } = document
  if (!Array.isArray(scans)) return null
  const files = scans.flatMap((scan: unknown) => (isTexts(scan) ? [scanOf(scan)] : []))
  if (files.length < scans.length) return null
  return { answers, takenBy: { id: takenBy['id'] ?? '', name: takenBy['name'] ?? '' }, scans: files }
}

function scanOf({ name = '', contentType = '', content = '' }: Answers): Scan {
  return {
    name: name || 'scan',
    contentType: contentType || 'application/octet-stream',
    content: Buffer.from(content, 'base64'),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is Answers {
  return isRecord(value) && Object.values(value).every((each) => typeof each === 'string')
}
