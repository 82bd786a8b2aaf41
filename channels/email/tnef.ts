/** Opens winmail.dat (MS-OXTNEF): the body and the files that Outlook wrapped in it. Reads what is whole, skips the rest. */
import { storable } from '../../shared/text/storable.ts'
import { readMapiProperties } from './tnef-properties.ts'
import type { MapiProperties } from './tnef-properties.ts'
import type { MailFile } from './mail.ts'
import { textOfCompressedRtf } from './rtf.ts'

export interface Tnef {
  readonly subject: string | null
  readonly text: string
  readonly html: string
  readonly files: readonly MailFile[]
}

/** MS-OXTNEF 2.1.3.1: TNEF_SIGNATURE, little-endian. */
const signature = 0x223e9f78

/** MS-OXTNEF 2.1.3.2: the attributes we read. */
const attribute = {
  subject: 0x8004,
  body: 0x800c,
  messageProperties: 0x9003,
  attachmentStart: 0x9002,
  attachmentTitle: 0x8010,
  attachmentData: 0x800f,
  attachmentProperties: 0x9005,
} as const

/** MS-OXPROPS: the property ids we read. */
const property = {
  subject: 0x0037,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  attachmentData: 0x3701,
  attachmentName: 0x3704,
  attachmentLongName: 0x3707,
  attachmentType: 0x370e,
} as const

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length > 6 && view(bytes).getUint32(0, true) === signature
}

/** Never throws: a stream cut short gives what came before the cut. */
export function readTnef(bytes: Uint8Array): Tnef {
  let subject: string | null = null
  let body = ''
  let message: MapiProperties = new Map()
  const drafts: FileDraft[] = []
  for (const { id, data } of attributesOf(bytes)) {
    const draft = drafts.at(-1)
    if (id === attribute.subject) subject = narrow(data)
    else if (id === attribute.body) body = narrow(data)
    else if (id === attribute.messageProperties) message = readMapiProperties(data)
    else if (id === attribute.attachmentStart) drafts.push({ title: null, data: null, properties: new Map() })
    else if (draft === undefined) continue
    else if (id === attribute.attachmentTitle) draft.title = narrow(data)
    else if (id === attribute.attachmentData) draft.data = data
    else if (id === attribute.attachmentProperties) draft.properties = readMapiProperties(data)
  }
  const text = textOf(message, property.body) ?? body
  const html = textOf(message, property.html) ?? ''
  const rtf = message.get(property.rtf)
  return {
    subject: textOf(message, property.subject) ?? subject,
    text: text === '' && html === '' && rtf !== undefined ? textOfCompressedRtf(rtf.data) : text,
    html,
    files: drafts.map(finished).filter((file) => file !== null),
  }
}

interface FileDraft {
  title: string | null
  data: Uint8Array | null
  properties: MapiProperties
}

function finished(draft: FileDraft, index: number): MailFile | null {
  const embedded = draft.properties.get(property.attachmentData)?.data
  const content = draft.data ?? embedded
  if (content === undefined) return null
  const name =
    textOf(draft.properties, property.attachmentLongName) ??
    draft.title ??
    textOf(draft.properties, property.attachmentName) ??
    `attachment-${index + 1}`
  const type = textOf(draft.properties, property.attachmentType) ?? 'application/octet-stream'
  return { name, contentType: type.toLowerCase(), content }
}

interface Attribute {
  readonly id: number
  readonly data: Uint8Array
}

/** MS-OXTNEF 2.1.3.3: level (1 byte), id (2), type (2), length (4), data, checksum (2). */
function* attributesOf(bytes: Uint8Array): Generator<Attribute> {
  const at = view(bytes)
  let offset = 6
  while (offset + 9 <= bytes.length) {
    const level = at.getUint8(offset)
    if (level !== 1 && level !== 2) return
    const id = at.getUint16(offset + 1, true)
    const length = at.getUint32(offset + 5, true)
    const start = offset + 9
    yield { id, data: bytes.subarray(start, Math.min(start + length, bytes.length)) }
    offset = start + length + 2
  }
}

function textOf(properties: MapiProperties, id: number): string | null {
  const value = properties.get(id)
  if (value === undefined) return null
  const text = value.wide ? new TextDecoder('utf-16le').decode(value.data) : narrow(value.data)
  return storable(text) || null
}

/** TNEF names an OEM code page; Windows-1252 holds for the mail we get, UTF-8 where the bytes are that. */
function narrow(data: Uint8Array): string {
  try {
    return storable(new TextDecoder('utf-8', { fatal: true }).decode(data))
  } catch {
    return storable(new TextDecoder('windows-1252').decode(data))
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
