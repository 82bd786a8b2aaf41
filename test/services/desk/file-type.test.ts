/** What staff call the types of files that people send. */
import { expect, test } from 'vitest'
import { typeInWords } from '../../../services/desk/file-type.ts'
import { createPages } from '../../../services/pages/pages.ts'

const pages = createPages({ site: () => ({ hostName: 'Marsh', example: true }) })

test.each([
  ['application/x-msdownload', 'program'],
  ['application/x-dosexec', 'program'],
  ['application/x-elf', 'program'],
  ['application/x-mach-binary', 'program'],
  ['application/x-ms-shortcut', 'program'],
  ['application/java-archive', 'program'],
  ['text/javascript', 'program'],
  ['application/x-sh', 'program'],
  ['image/jpg', 'picture (JPEG)'],
  ['Image/HEIC; charset=binary', 'picture (HEIC)'],
  ['audio/x-wav', 'sound recording (WAV)'],
  ['video/mp4', 'film (MP4)'],
  ['application/pdf', 'PDF document'],
  ['application/msword', 'text document'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text document'],
  ['application/vnd.oasis.opendocument.text', 'text document'],
  ['application/vnd.ms-excel', 'spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'spreadsheet'],
  ['text/csv', 'spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'presentation'],
  ['text/html', 'web page'],
  ['message/rfc822', 'email'],
  ['application/vnd.ms-outlook', 'email'],
  ['text/calendar', 'calendar entry or contact'],
  ['application/zip', 'compressed folder'],
  ['application/x-7z-compressed', 'compressed folder'],
  ['text/plain', 'plain text'],
  ['application/octet-stream', 'file of another type'],
  ['', 'file of another type'],
])('%s is “%s”', (type, words) => {
  expect(pages.say(typeInWords(type), 'en')).toBe(words)
})
