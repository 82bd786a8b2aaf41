/** A file from outside, handed over to be saved and never to be opened on a page of ours. */
import type { Response } from 'express'

export function handFile(
  response: Response,
  file: { readonly name: string; readonly content: Buffer },
): void {
  response
    .set('Cache-Control', 'no-store')
    .set('X-Content-Type-Options', 'nosniff')
    // Should a browser show it after all, it may do nothing there.
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .attachment(safeName(file.name))
    // Whatever the sender called it: the browser is to save it, not to guess what it is.
    .type('application/octet-stream')
    .send(file.content)
}

const longestName = 100

/** Only the last part of a path, without what a file system or a header would take for something else. */
export function safeName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    // Control and format characters: a right-to-left override makes "fdp.exe" look like a PDF.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim()
  return plain === '' ? 'attachment' : shortened(plain)
}

/** Keeps the ending, by which people know what it is. */
function shortened(name: string): string {
  if (name.length <= longestName) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longestName - ending.length).toWellFormed() + ending
}
