/** What staff call a type of file: a program, a picture, a letter; never "application/x-msdownload". */
import { plainType } from '../../shared/attached.ts'
import { reason, type Reason } from '../../shared/finding.ts'

/** The first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'picture'],
  [/^audio\//, 'sound'],
  [/^video\//, 'film'],
  [/^application\/pdf$/, 'pdf'],
  [/excel|spreadsheet|\/csv$/, 'spreadsheet'],
  [/powerpoint|presentation/, 'presentation'],
  [/msword|wordprocessing|opendocument\.text|\/rtf$|x-cfb/, 'document'],
  [/^text\/html$|xhtml/, 'page'],
  [/^message\/|ms-outlook|ms-tnef/, 'email'],
  [/calendar|vcard/, 'card'],
  [
    /x-ms-?(dos|download|i$|installer|shortcut)|-executable|x-elf|mach-binary|dosexec|java-archive|android|javascript|x-(sh|bat|csh|powershell)$/,
    'program',
  ],
  [/zip|compressed|x-(7z|rar|tar|bzip)|gzip|\/x-iso/, 'archive'],
  [/^text\//, 'text'],
]

/** Of these one wants to know which of several sorts. */
const withFormat = ['picture', 'sound', 'film']

export function typeInWords(type: string): Reason {
  const plain = plainType(type)
  const kind = kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown'
  if (!withFormat.includes(kind)) return reason(`desk:fileKind.${kind}`)
  const format = plain
    .slice(plain.indexOf('/') + 1)
    .replace(/^x-/, '')
    .toUpperCase()
  return reason(`desk:fileKind.${kind}`, { format })
}
