/** What the page of a case says and shows of one file that came along. */
import { isOtherThanDeclared, mayBeOpened, plainType } from '../../shared/attached.ts'
import type { CaseFile } from '../store/case-file.ts'

type Attachment = CaseFile['submissions'][number]['attachments'][number]

export function attachmentShown(file: Attachment): object {
  const isOpen = mayBeOpened(file.state)
  const isOther = isOpen && isOtherThanDeclared(file.content_type, file.sniffed_type)
  return {
    ...file,
    kilobytes: Math.max(1, Math.round(file.size / 1024)),
    // Where it is not what it was said to be, both are told and nothing of it is shown.
    foundType: isOther ? (file.sniffed_type ?? 'unknown') : null,
    // A picture that could not be made anew is there as it came, for those who received it.
    mayDownload: isOpen && file.display !== 'unsafe-picture',
    hasOriginal: isOpen && (file.display === 'picture' || file.display === 'unsafe-picture'),
    shows: isOpen ? showsOf(file) : 'nothing',
  }
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
