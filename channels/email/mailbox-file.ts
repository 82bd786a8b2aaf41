/** Splits what people keep mail in, a single file, an mbox or a folder of files, into single messages. */
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { withoutAppleFrame } from './archived-mail.ts'

/** The messages in one file: several where it is an mbox, else the file itself. */
export function messagesIn(bytes: Uint8Array, name: string): readonly Uint8Array[] {
  return piecesIn(bytes, name).map(({ raw }) => raw)
}

interface Piece {
  readonly raw: Uint8Array
  /** When the `From ` line of an mbox says that it was put there; null where there is none. */
  readonly keptAt: Date | null
}

function piecesIn(bytes: Uint8Array, name: string): readonly Piece[] {
  const starts = envelopeLines(bytes)
  const isMbox = starts.length > 1 || (starts.length === 1 && starts[0] === 0 && /\.mbox$/i.test(name))
  if (!isMbox) return [{ raw: withoutAppleFrame(bytes, name), keptAt: null }]
  return starts.map((start, index) => {
    const whole = bytes.subarray(start, starts[index + 1] ?? bytes.length)
    return { raw: unquoted(whole), keptAt: dayOfEnvelope(whole) }
  })
}

/** `From sender Thu Mar  5 10:15:00 2019`, with a zone before or after the year where a program writes one; else UTC (RFC 4155). */
function dayOfEnvelope(message: Uint8Array): Date | null {
  const [line = ''] = Buffer.from(message.subarray(0, 400)).toString('latin1').split(/\r?\n/, 1)
  const said =
    /(?<month>[A-Z][a-z]{2}) +(?<day>\d{1,2}) (?<time>\d\d:\d\d(?::\d\d)?)(?: (?<before>[+-]\d{4}))?(?: [A-Z]{3,5})? (?<year>\d{4})(?: (?<after>[+-]\d{4}))?\s*$/.exec(
      line,
    )?.groups
  if (said === undefined) return null
  const { day, month, year, time, before, after } = said
  const at = new Date(`${day} ${month} ${year} ${time} ${before ?? after ?? '+0000'}`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** `From sender date` at the start or after a blank line, with a header below it: RFC 4155, as real files have it. */
function envelopeLines(bytes: Uint8Array): readonly number[] {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return []
  const text = Buffer.from(bytes).toString('latin1')
  const line =
    /(?:^|\r?\n\r?\n|\n\r?\n)(From \S+.{0,200}\d{4}[^\r\n]{0,20}\r?\n(?=>?[!-9;-~]+[ \t]*:|From ))/g
  return [...text.matchAll(line)].map((match) => match.index + match[0].length - (match[1] ?? '').length)
}

/** Without its `From ` line, and with `>From ` in the body turned back (mboxrd). */
function unquoted(message: Uint8Array): Uint8Array {
  const text = Buffer.from(message)
    .toString('latin1')
    .replace(/^From .*\r?\n/, '')
  return Buffer.from(text.replace(/^>(>*From )/gm, '$1'), 'latin1')
}

/**
 * Every file under a path, hidden ones left out and what a Maildir keeps beside its mails (its server's lists, and what is
 * still being written); sorted, so that a second run goes in the same order; the path itself if it is a file.
 */
export async function filesUnder(where: string): Promise<readonly string[]> {
  if (!(await stat(where)).isDirectory()) return [where]
  const entries = await readdir(where, { recursive: true, withFileTypes: true })
  const folders = new Set(
    entries.flatMap((entry) => (entry.isDirectory() ? [path.join(entry.parentPath, entry.name)] : [])),
  )
  const isMaildir = (folder: string) => ['cur', 'new'].every((name) => folders.has(path.join(folder, name)))
  const left = foldersOfOwn(where, folders)
  const isBesideMails = (folder: string) =>
    isMaildir(folder) || (path.basename(folder) === 'tmp' && isMaildir(path.dirname(folder)))
  return entries
    .filter(
      (entry) =>
        // A link is read as what it leads to; one that leads to nothing readable is named, not passed over.
        (entry.isFile() || entry.isSymbolicLink()) &&
        !entry.name.startsWith('.') &&
        !isBesideMails(path.normalize(entry.parentPath)) &&
        !left.some((folder) => isWithin(entry.parentPath, folder)),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** What people keep beside what was written to them: their own letters, what they threw away, what was taken for junk. */
const ofTheirOwn =
  /^(?:sent(?:[ _-](?:items|mail|messages))?|trash|deleted(?:[ _-](?:items|messages))?|bin|drafts?|junk(?:[ _-]e?-?mail)?|spam)$/i

/** Mail folders among these that hold what was not written to anybody here; `.Sent` and `.INBOX.Trash` of a Maildir too. */
function foldersOfOwn(where: string, folders: ReadonlySet<string>): readonly string[] {
  return [...folders]
    .filter((folder) => ofTheirOwn.test(path.basename(folder).split('.').at(-1) ?? ''))
    .filter((folder) => ['cur', 'new'].every((name) => folders.has(path.join(folder, name))))
    .filter((folder) => path.normalize(folder) !== path.normalize(where))
    .sort()
}

function isWithin(place: string, folder: string): boolean {
  return `${path.normalize(place)}/`.startsWith(`${path.normalize(folder)}/`)
}

export const whyLeftOut =
  'it holds what was sent from there, thrown away or taken for junk: import the folder itself if you want it'

/** Those of a folder that an import leaves out; whoever names one itself has it. */
export async function foldersLeftOut(where: string): Promise<readonly string[]> {
  if (!(await stat(where)).isDirectory()) return []
  const entries = await readdir(where, { recursive: true, withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return foldersOfOwn(where, new Set(folders.map((entry) => path.join(entry.parentPath, entry.name))))
}

export interface MailInFile {
  readonly file: string
  /** Null where the file could not be read. */
  readonly raw: Uint8Array | null
  /** When an mbox says that it was put there. */
  readonly keptAt?: Date | null
}

/** Archives of years are larger than memory, and than the longest string. */
const wholeUpTo = 128 * 1024 * 1024

/** One message after another, of a file, an mbox or a folder; one file in memory at a time, and of a large mbox a piece. */
export async function* messagesUnder(where: string, pieceAbove = wholeUpTo): AsyncGenerator<MailInFile> {
  for (const file of await filesUnder(where)) {
    try {
      if ((await stat(file)).size <= pieceAbove || !(await beginsAsMbox(file))) {
        for (const piece of piecesIn(await readFile(file), file)) yield { file, ...piece }
      } else for await (const piece of messagesInPieces(file, pieceAbove)) yield { file, ...piece }
    } catch {
      yield { file, raw: null }
    }
  }
}

async function beginsAsMbox(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0)
    return bytesRead === 5 && buffer.toString('latin1') === 'From '
  } finally {
    await handle.close()
  }
}

/** What stands before the last envelope line of what was read so far is whole. */
async function* messagesInPieces(file: string, piece: number): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0)
  let read: Buffer[] = []
  for await (const chunk of createReadStream(file, { highWaterMark: Math.min(piece, 8 * 1024 * 1024) })) {
    if (Buffer.isBuffer(chunk)) read.push(chunk)
    if (read.reduce((sum, each) => sum + each.length, 0) < piece) continue
    rest = Buffer.concat([rest, ...read])
    read = []
    const last = envelopeLines(rest).at(-1) ?? 0
    if (last > 0) yield* piecesIn(rest.subarray(0, last), '.mbox')
    rest = rest.subarray(last)
  }
  yield* piecesIn(Buffer.concat([rest, ...read]), '.mbox')
}
