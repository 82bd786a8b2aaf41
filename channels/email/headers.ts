/** The header fields of a message as they stand in its bytes, unfolded; forgiving of whatever is not a field. */

import { storable } from '../../shared/text/storable.ts'

export interface Headers {
  /** Values of every field of that name, top first, unfolded and trimmed. */
  all(name: string): readonly string[]
  first(name: string): string | null
  has(name: string): boolean
  readonly fields: readonly HeaderField[]
  /** Lines among them that are no field: somebody's words, where a mail came without headers or with broken ones. */
  readonly strays: readonly string[]
}

export interface HeaderField {
  /** Lower case. */
  readonly name: string
  readonly value: string
}

/** Where the body begins: after the first blank line; the length of the bytes if there is none. */
export function bodyStart(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10) continue
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return bytes.length
}

/** Reads the header block of a whole message. */
export function readHeaders(bytes: Uint8Array): Headers {
  const blankFirst = bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10)
  return parseHeaders(blankFirst ? '' : decodeLoosely(bytes.subarray(0, bodyStart(bytes))))
}

/** Reads header lines from text, such as the headers of a returned message. NUL bytes in them mean nothing. */
export function parseHeaders(text: string): Headers {
  const fields: HeaderField[] = []
  const strays: string[] = []
  for (const line of storable(text)
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const match = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line)
    if (match) fields.push({ name: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() })
    else if (line.trim() !== '') strays.push(line)
  }
  const all = (name: string) => fields.filter((field) => field.name === name).map((field) => field.value)
  return {
    all,
    first: (name) => all(name)[0] ?? null,
    has: (name) => fields.some((field) => field.name === name),
    fields,
    strays,
  }
}

/** UTF-8 where it is that, else Windows-1252: header bytes carry no charset of their own. */
export function decodeLoosely(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/** The value of one parameter of a structured field, such as `boundary` of a Content-Type. */
export function parameter(value: string | null, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value ?? '')
  return match?.[1] ?? match?.[2] ?? null
}

/** The media type of a Content-Type value, lower case, without parameters. */
export function mediaType(value: string | null): string {
  return (value ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
