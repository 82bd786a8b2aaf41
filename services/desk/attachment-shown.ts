/** What the page of a case says and shows of one file that came along. */
import { isOtherThanDeclared, mayBeOpened, plainType } from '../../shared/attached.ts'
import type { CaseFile } from '../store/case-file.ts'
import type { FileWarnings } from '../store/held-files.ts'
import { typeInWords } from './file-type.ts'

type Attachment = CaseFile['submissions'][number]['attachments'][number]

export function attachmentShown(file: Attachment): object {
  const isOpen = mayBeOpened(file.state)
  const isOther = isOpen && isOtherThanDeclared(file.content_type, file.sniffed_type)
  return {
    ...file,
    kilobytes: Math.max(1, Math.round(file.size / 1024)),
    type: typeInWords(file.content_type),
    // Where it is not what it was said to be, both are told and nothing of it is shown.
    isOther,
    foundType: file.sniffed_type === null ? null : typeInWords(file.sniffed_type),
    isHeld: isHeld(file),
    // A picture that could not be made anew is there as it came, for those who received it.
    mayDownload: isOpen && file.display !== 'unsafe-picture',
    hasOriginal: isOpen && (file.display === 'picture' || file.display === 'unsafe-picture'),
    shows: isOpen ? showsOf(file) : 'nothing',
  }
}

/** Given up, or waiting because the scanner did not answer. */
function isHeld({ state, problem }: Attachment): boolean {
  return state === 'failed' || (state === 'waiting' && problem !== null)
}

/** Null where there is nothing to warn of. */
export function warningsOf(files: readonly Attachment[]): FileWarnings | null {
  const infected = files.some(({ state }) => state === 'infected')
  const held = files.some(isHeld)
  return infected || held ? { infected, held } : null
}

/** A picture that was made anew is safe whatever it was called; a recording is in a box that may hold a film too. */
function showsOf({
  display,
  content_type,
  sniffed_type,
}: Attachment): 'nothing' | 'picture' | 'sound' | 'film' {
  if (display === 'picture') return 'picture'
  if (display !== 'playable') return 'nothing'
  const types = [plainType(content_type), plainType(sniffed_type ?? '')]
  return types.some((type) => type.startsWith('audio/')) ? 'sound' : 'film'
}
