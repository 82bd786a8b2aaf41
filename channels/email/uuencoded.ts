/** Files that old mail programs and scanners write into the text itself (uuencode, POSIX): taken out whole, the words around them stay. */
import type { MailFile } from './mail.ts'

export interface WithoutFiles {
  readonly text: string
  readonly files: readonly MailFile[]
}

/** More than this is left as it stands: a mail of nothing but beginnings would make files without end. */
const mostFiles = 100
/** Of one without its end, so many whole lines must be there: a person's line now and then looks like one. */
const fewestCutOff = 3

/** What is no such file to its last line stays text. */
export function withoutUuencoded(text: string): WithoutFiles {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const lines = text.split('\n')
  const kept: string[] = []
  const files: MailFile[] = []
  for (let at = 0; at < lines.length; at++) {
    const found = files.length < mostFiles ? fileAt(lines, at) : null
    if (found === null) {
      kept.push(lines[at] ?? '')
      continue
    }
    files.push(found.file)
    at = found.last
  }
  return { text: kept.join('\n'), files }
}

/** The file that begins in this line, and its last line. */
function fileAt(lines: readonly string[], first: number): { file: MailFile; last: number } | null {
  const begun = /^begin(-base64)? [0-7]{3,4} (\S[^\r\n]{0,200})$/.exec((lines[first] ?? '').trimEnd())
  if (begun === null) return null
  const isBase64 = begun[1] !== undefined
  const pieces: Uint8Array[] = []
  let sure = 0
  for (let at = first + 1; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    const isEnd = line.trimEnd() === (isBase64 ? '====' : 'end')
    if (isEnd)
      return sure > 0 && (isBase64 || pieces.at(-1)?.length === 0) ? made(begun[2], pieces, at) : null
    const piece = isBase64 ? base64Line(line) : uuLine(line)
    if (piece === null)
      return sure < fewestCutOff ? null : made(begun[2], pieces.slice(0, sure), first + sure)
    pieces.push(piece)
    // Up to the first line that may be a person's.
    if (pieces.length === sure + 1 && (isBase64 || isWhole(line))) sure += 1
  }
  return sure < fewestCutOff ? null : made(begun[2], pieces.slice(0, sure), first + sure)
}

function made(name: string | undefined, pieces: readonly Uint8Array[], last: number) {
  const content = Buffer.concat(pieces)
  return { file: { name: (name ?? '').trim(), contentType: 'application/octet-stream', content }, last }
}

function base64Line(line: string): Uint8Array | null {
  return /^[A-Za-z0-9+/]{2,200}={0,2}\s*$/.test(line) ? Buffer.from(line, 'base64') : null
}

/** The first letter says how many bytes follow; four letters hold three of them, six bits each, a blank or ` being 0. */
function uuLine(line: string): Uint8Array | null {
  if (!/^[ -`]*$/.test(line)) return null
  const length = sixBits(line, 0)
  const needed = lettersFor(length)
  // Some programs add a letter to check by.
  if (line.trimEnd().length - 1 > needed + 2) return null
  const bytes = Buffer.alloc((needed / 4) * 3)
  for (let group = 0; group < needed / 4; group++) {
    const [a, b, c, d] = [1, 2, 3, 4].map((nth) => sixBits(line, group * 4 + nth))
    const value = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0)
    bytes.writeUIntBE(value, group * 3, 3)
  }
  return bytes.subarray(0, length)
}

/** Gateways cut the blanks off the end of a line: the file's own end then tells that it was one. */
function isWhole(line: string): boolean {
  const needed = lettersFor(sixBits(line, 0))
  return needed > 0 && line.length - 1 >= needed
}

function lettersFor(bytes: number): number {
  return Math.ceil(bytes / 3) * 4
}

function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0
}
