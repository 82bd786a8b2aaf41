/** Examine: a file that came along is scanned, recognised by its bytes, and made safe to look at. */
import { asId } from '../../shared/ids.ts'
import { reason } from '../../shared/finding.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Scan } from '../files/scanner.ts'
import { findFile, markExamined, type Examined, type FileToExamine } from '../store/files.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import type { Look } from './examine/look.ts'
import { NeedsAPerson, TryLater, type StepParts } from './step.ts'

export interface ExamineParts extends StepParts {
  readonly files: FileStore
  /** Null: no scanner is set, and the page says so. */
  readonly scan: Scan | null
  readonly look: Look
}

export function createExamineStep(parts: ExamineParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const file = await findFile(parts.db, asId<'file'>(held.id))
    if (file === null) throw new NeedsAPerson(reason('pipeline:file-gone'))
    const content = await parts.files.open(file, 'original')
    const found = await examine(parts, file, content)
    await parts.db.transaction().execute(async (db) => {
      if (await stillHolds(db, held)) await markExamined(db, file.id, found, parts.now())
    })
  }
}

async function examine(parts: ExamineParts, file: FileToExamine, content: Buffer): Promise<Examined> {
  // Without a scanner what one found the last time still holds: taking it away passes nothing.
  const infectedWith = parts.scan === null ? file.infectedWith : await verdict(parts.scan, content)
  const seen = await parts.look(content)
  // Of what is infected nothing is made: there is nothing to show.
  if (infectedWith !== null) {
    return { state: 'infected', infectedWith, sniffedType: seen.sniffedType, display: 'none' }
  }
  for (const rendition of ['picture', 'thumbnail'] as const) {
    const made = seen[rendition]
    if (made !== null) await parts.files.keepRendition(file, rendition, made)
  }
  const state = parts.scan === null ? 'not-scanned' : 'clean'
  return { state, infectedWith, sniffedType: seen.sniffedType, display: seen.display }
}

/** A scanner that is away has not passed anything: the file waits. */
async function verdict(scan: Scan, content: Buffer): Promise<string | null> {
  try {
    return await scan(content)
  } catch {
    throw new TryLater(reason('pipeline:no-scanner'))
  }
}
