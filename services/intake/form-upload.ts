/** Takes the files of a form's page as they stream in, one after the other: what is too much is let run past, not kept. */
import type { Request, Response } from 'express'
import multer, { type StorageEngine } from 'multer'
import type { FileLimits, FormFile, NotAdded } from '../../shared/form.ts'

/** Null: it is among the others. */
export type Keep = (file: FormFile) => Promise<NotAdded['why'] | null>

export interface Upload {
  readonly isAny: boolean
  readonly notAdded: readonly NotAdded[]
}

/** Characters of a file's name; its end, which says what it is, is kept. */
const longestName = 200
/** Of one request: more than anybody chooses by hand. */
const mostParts = 500

/**
 * Each that is small enough is handed to `keep` in the order in which they came. Null where these bytes are no form of
 * files. Rejects as `keep` does; what it kept before stays.
 */
export async function takeUpload(
  request: Request,
  response: Response,
  field: string,
  { largest }: Pick<FileLimits, 'largest'>,
  keep: Keep,
): Promise<Upload | null> {
  const notAdded: NotAdded[] = []
  let inOrder: Promise<unknown> = Promise.resolve()
  let isAny = false
  const storage: StorageEngine = {
    _handleFile(_request, { originalname, mimetype, stream }, done) {
      isAny = true
      const name = originalname.slice(-longestName)
      const settle = async (content: Buffer | null) => {
        const why = content === null ? 'too-large' : content.length === 0 ? 'empty' : null
        const refused =
          why ?? (await keep({ name, contentType: mimetype, content: content ?? Buffer.alloc(0) }))
        if (refused !== null) notAdded.push({ name, why: refused })
      }
      gather(stream, largest).then((content) => {
        inOrder = inOrder.then(() => settle(content))
        // A fault of `keep` is told at the end: the rest of the request has to be read all the same.
        inOrder.then(
          () => done(null, {}),
          () => done(null, {}),
        )
      }, done)
    },
    _removeFile: (_request, _file, done) => done(null),
  }
  const parse = multer({
    storage,
    limits: { parts: mostParts, fields: 20, fieldSize: 1_000 },
    // Browsers send names in UTF-8.
    defParamCharset: 'utf8',
  }).array(field)
  const isRead = await new Promise<boolean>((resolve) => {
    parse(request, response, (error?: unknown) => resolve(error === undefined || error === null))
  })
  await inOrder
  return isRead ? { isAny, notAdded } : null
}

/** Null where there is more of it; the rest is read and dropped. */
async function gather(stream: AsyncIterable<Uint8Array>, largest: number): Promise<Buffer | null> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size <= largest) parts.push(part)
    else parts = []
  }
  return size <= largest ? Buffer.concat(parts) : null
}
