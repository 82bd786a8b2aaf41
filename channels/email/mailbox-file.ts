/** Splits what people keep mail in, a single file, an mbox or a folder of files, into single messages. */
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { withoutAppleFrame } from './archived-mail.ts'

/** The messages in one file: several where it is an mbox, else the file itself. */
export function messagesIn(bytes: Uint8Array, name: string): readonly Uint8Array[] {
  const starts = envelopeLines(bytes)
  const isMbox = starts.length > 1 || (starts.length === 1 && starts[0] === 0 && /\.mbox$/i.test(name))
  if (!isMbox) return [withoutAppleFrame(bytes, name)]
  return starts.map((start, index) => unquoted(bytes.subarray(start, starts[index + 1] ?? bytes.length)))
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
  const isBesideMails = (folder: string) =>
    isMaildir(folder) || (path.basename(folder) === 'tmp' && isMaildir(path.dirname(folder)))
  return entries
    .filter(
      (entry) =>
        // A link is read as what it leads to; one that leads to nothing readable is named, not passed over.
        (entry.isFile() || entry.isSymbolicLink()) &&
        !entry.name.startsWith('.') &&
        !isBesideMails(path.normalize(entry.parentPath)),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

export interface MailInFile {
  readonly file: string
  /** Null where the file could not be read. */
  readonly raw: Uint8Array | null
}

/** Archives of years are larger than memory, and than the longest string. */
const wholeUpTo = 128 * 1024 * 1024

/** One message after another, of a file, an mbox or a folder; one file in memory at a time, and of a large mbox a piece. */
export async function* messagesUnder(where: string, pieceAbove = wholeUpTo): AsyncGenerator<MailInFile> {
  for (const file of await filesUnder(where)) {
    try {
      if ((await stat(file)).size <= pieceAbove || !(await beginsAsMbox(file))) {
        for (const raw of messagesIn(await readFile(file), file)) yield { file, raw }
      } else for await (const raw of messagesInPieces(file, pieceAbove)) yield { file, raw }
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
async function* messagesInPieces(file: string, piece: number): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0)
  let read: Buffer[] = []
  for await (const chunk of createReadStream(file, { highWaterMark: Math.min(piece, 8 * 1024 * 1024) })) {
    if (Buffer.isBuffer(chunk)) read.push(chunk)
    if (read.reduce((sum, each) => sum + each.length, 0) < piece) continue
    rest = Buffer.concat([rest, ...read])
    read = []
    const last = envelopeLines(rest).at(-1) ?? 0
    if (last > 0) yield* messagesIn(rest.subarray(0, last), '.mbox')
    rest = rest.subarray(last)
  }
  yield* messagesIn(Buffer.concat([rest, ...read]), '.mbox')
}
