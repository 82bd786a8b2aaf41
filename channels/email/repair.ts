/** Mends the bytes of a message before they are parsed: what real senders and gateways break, and parsers trip over. */
import { reason } from '../../shared/finding.ts'
import type { Reason } from '../../shared/finding.ts'
import { bodyStart, mediaType, parameter, readHeaders } from './headers.ts'
import { withBoundedParts } from './part-bounds.ts'

export interface Repaired {
  readonly bytes: Uint8Array
  readonly remarks: readonly Reason[]
}

const cr = 13
const lf = 10

/** The message from its first field on, with line ends that are some: all that two ways of bringing it may differ in. */
export function fromItsFirstField(raw: Uint8Array): { readonly bytes: Uint8Array; readonly mended: boolean } {
  const { bytes, mended } = mendLineEnds(decodeWide(raw))
  return { bytes: withoutEnvelopeLine(withoutLeadingBlank(bytes)), mended }
}

export function repair(raw: Uint8Array): Repaired {
  const remarks: Reason[] = []
  const { bytes: started, mended } = fromItsFirstField(raw)
  if (mended) remarks.push(reason('email:remark.lineEnds'))
  const headed = withHeaderBlock(started)
  if (headed !== started) remarks.push(reason('email:remark.noHeaders'))
  const bounded = mendBoundary(headed)
  if (bounded !== headed) remarks.push(reason('email:remark.boundary'))
  return {
    bytes: withNamedTextAttached(withHonestEncoding(withBoundedParts(withOpenedParts(bounded)))),
    remarks,
  }
}

/** A multipart within the mail whose first part begins in its own headers: blank line and boundary are put between. */
function withOpenedParts(bytes: Uint8Array): Uint8Array {
  const start = bodyStart(bytes)
  const body = Buffer.from(bytes.subarray(start)).toString('latin1')
  const run =
    /^content-type[ \t]*:([ \t]*multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)\r?\n(?=content-type[ \t]*:)/gim
  const out = body.replace(run, (field: string, value: string, at: number) => {
    const boundary = parameter(value, 'boundary')
    const below = body.slice(at + field.length, at + field.length + 4000)
    const first = below.slice(below.search(/\r?\n\r?\n/)).trimStart()
    // Where the boundary stands where it should, it is only one header too many.
    if (!boundary || first.startsWith(`--${boundary}`)) return field
    return `${field}\r\n--${boundary}\r\n`
  })
  return out === body ? bytes : Buffer.concat([bytes.subarray(0, start), Buffer.from(out, 'latin1')])
}

/** A part that says base64 and is plain words would be decoded to noise: it is taken as the words it is. */
function withHonestEncoding(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes).toString('latin1')
  const stated = /^(content-transfer-encoding[ \t]*:[ \t]*)"?base64"?[^\r\n]*/gim
  const out = source.replace(stated, (field: string, start: string, at: number) => {
    const after = source.slice(at, at + 4000)
    const body = after.slice(after.search(/\r?\n[ \t]*\r?\n/)).trimStart()
    return isBase64(body) ? field : `${start}8bit`
  })
  return out === source ? bytes : Buffer.from(out, 'latin1')
}

/**
 * Letters of other kinds only below it, as where a gateway adds its footer in plain: the first long line, or the one
 * that ends in padding, tells. Of short lines all must be of the alphabet (RFC 2045 6.8), without words between blanks.
 */
function isBase64(body: string): boolean {
  for (const line of body.split(/\r?\n/).map((each) => each.trim())) {
    if (line.startsWith('--')) return true
    if (line === '') continue
    if (!/^[A-Za-z0-9+/]+={0,2}(?=\s|$)/.test(line)) return false
    if (/^\S{60}|^\S+=/.test(line)) return true
    if (/^\S{1,20} +\S{1,20} +\S/.test(line)) return false
  }
  return true
}

/** A text file shown inline (Apple Mail, Netscape) is a file that the person sent, not their letter. */
function withNamedTextAttached(bytes: Uint8Array): Uint8Array {
  if (!mediaType(readHeaders(bytes).first('content-type')).startsWith('multipart/')) return bytes
  const source = Buffer.from(bytes).toString('latin1')
  const named = /^(content-disposition[ \t]*:[ \t]*)inline(?=[ \t]*;\s*filename)/gim
  return named.test(source) ? Buffer.from(source.replace(named, '$1attachment'), 'latin1') : bytes
}

/** A whole mail saved as UTF-16 is brought to UTF-8. */
function decodeWide(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(bytes))
  return bytes
}

/** Lone carriage returns (old Macintosh) become line ends where they clearly are the line ends. */
function mendLineEnds(bytes: Uint8Array): { bytes: Uint8Array; mended: boolean } {
  let lone = 0
  let feeds = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === lf) feeds++
    else if (bytes[at] === cr && bytes[at + 1] !== lf) lone++
  }
  // A few stray returns inside binary or quoted content are no line ends: they must outnumber the real ones.
  if (lone === 0 || lone < feeds * 3) return { bytes, mended: false }
  const out = Buffer.from(bytes)
  for (let at = 0; at < out.length; at++) if (out[at] === cr && out[at + 1] !== lf) out[at] = lf
  return { bytes: out, mended: true }
}

function withoutLeadingBlank(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === cr || bytes[at] === lf) at++
  return at === bytes.length ? bytes : bytes.subarray(at)
}

/** The `From ` line that mbox files and some gateways put before the headers (also quoted, as `>From `). */
function withoutEnvelopeLine(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 6)).toString('latin1')
  if (!head.startsWith('From ') && !head.startsWith('>From ')) return bytes
  const end = bytes.indexOf(lf)
  return end < 0 ? bytes : withoutEnvelopeLine(bytes.subarray(end + 1))
}

/** Where not one header field stands before the first blank line, all of it is body. */
function withHeaderBlock(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(lf)
  const firstLine = Buffer.from(bytes.subarray(0, start < 0 ? 1000 : Math.min(start, 1000))).toString(
    'latin1',
  )
  if (/^[!-9;-~]+[ \t]*:/.test(firstLine)) return bytes
  if (readHeaders(bytes).fields.some((field) => knownFields.has(field.name))) return bytes
  return Buffer.concat([Buffer.from('\r\n'), bytes])
}

const knownFields = new Set(
  'from to subject date message-id received return-path mime-version content-type delivered-to cc reply-to'.split(
    ' ',
  ),
)

/** A multipart whose declared boundary never appears: takes the one that the body really uses. */
function mendBoundary(bytes: Uint8Array): Uint8Array {
  const type = readHeaders(bytes).first('content-type')
  if (!mediaType(type).startsWith('multipart/')) return bytes
  const start = bodyStart(bytes)
  const body = Buffer.from(bytes.subarray(start)).toString('latin1')
  const declared = parameter(type, 'boundary')
  if (declared !== null && declared !== '' && body.includes(`--${declared}`)) return bytes
  const used = /^--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-[a-z-]+[ \t]*:|\r?\n)/im.exec(body)?.[1]
  if (used === undefined) return bytes
  const head = Buffer.from(bytes.subarray(0, start))
    .toString('latin1')
    .replace(/^content-type[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*/im, '')
  const mended = `Content-Type: ${mediaType(type)}; boundary="${used}"\r\n`
  return Buffer.concat([Buffer.from(mended + head, 'latin1'), bytes.subarray(start)])
}
