/** Gives the parts of a multipart the bounds that its sender left out, so that each is found as what it is. */
import { mediaType, parameter, parseHeaders, readHeaders, bodyStart } from './headers.ts'

interface Open {
  readonly boundary: string
  readonly digest: boolean
}

/** Deeper than this nothing is mended. */
const deepest = 50

/**
 * A multipart within another ends at the latest where the outer one goes on (RFC 2046 5.1.2), and what a digest holds
 * are messages, said or not (RFC 2046 5.1.5). Parsers want both written down. The bytes of the parts stay as they are.
 */
export function withBoundedParts(bytes: Uint8Array): Uint8Array {
  const outer = openedBy(readHeaders(bytes).first('content-type'))
  if (outer === null) return bytes
  const start = bodyStart(bytes)
  const body = Buffer.from(bytes.subarray(start)).toString('latin1')
  if (!outer.digest && !/^content-type[ \t]*:\s*multipart\//im.test(body)) return bytes
  const lines = bounded(body.split('\n'), outer)
  return lines === null
    ? bytes
    : Buffer.concat([bytes.subarray(0, start), Buffer.from(lines.join('\n'), 'latin1')])
}

/** Null where nothing was missing. */
function bounded(lines: readonly string[], outer: Open): readonly string[] | null {
  const end = lines[0]?.endsWith('\r') === true ? '\r' : ''
  const open = [outer]
  const out: string[] = []
  let head: string[] | null = null
  for (const line of lines) {
    const mark = line.startsWith('--') ? line.trimEnd() : ''
    const at = open.findLastIndex(({ boundary }) => isMark(mark, boundary))
    if (at >= 0) {
      for (const { boundary } of open.splice(at + 1).toReversed()) out.push(`--${boundary}--${end}`)
      head = mark === `--${open[at]?.boundary}` ? [] : null
      if (head === null) open.pop()
    } else if (head !== null && line.trim() === '') {
      const type = parseHeaders(head.join('\n')).first('content-type')
      if (type === null && open.at(-1)?.digest === true) out.push(`Content-Type: message/rfc822${end}`)
      const inner = openedBy(type)
      if (inner !== null && open.length < deepest) open.push(inner)
      head = null
    } else head?.push(line)
    out.push(line)
  }
  return out.length === lines.length ? null : out
}

function isMark(mark: string, boundary: string): boolean {
  return (
    mark.startsWith(`--${boundary}`) && (mark.length === boundary.length + 2 || mark === `--${boundary}--`)
  )
}

function openedBy(type: string | null): Open | null {
  const media = mediaType(type)
  const boundary = media.startsWith('multipart/') ? parameter(type, 'boundary') : null
  return boundary === null || boundary === '' ? null : { boundary, digest: media === 'multipart/digest' }
}
