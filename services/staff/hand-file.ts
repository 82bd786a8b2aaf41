/** A file from outside, handed over to be saved and never to be opened on a page of ours. */
import type { Response } from 'express'
import { safeName } from '../../shared/text/file-name.ts'

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
