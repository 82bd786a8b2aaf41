/** A form that carries a file, read as browsers send it without a script: its fields like any other's, its file beside them. */
import multer, { MulterError } from 'multer'
import type { Request, RequestHandler } from 'express'
import { largestDocument } from '../../shared/joint/exchange.ts'
import { faultOfSender } from '../staff/broken-form.ts'

export interface Upload {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

const tooLarge = new WeakSet<Request>()

/** Null where none was chosen. */
export function uploadOf(request: Request): Upload | null {
  const { file } = request
  if (file === undefined || file.size === 0) return null
  return { name: file.originalname, contentType: file.mimetype, content: file.buffer }
}

/** Did they choose one that is larger than we take? */
export function isTooLarge(request: Request): boolean {
  return tooLarge.has(request)
}

/** Bytes; the longest report that anybody types out. */
const longestField = 1_048_576

/** Only for who is signed in: it holds a file in memory. */
const parse = multer({
  limits: { files: 1, fileSize: largestDocument, fields: 20, fieldSize: longestField },
  // Browsers send names in UTF-8.
  defParamCharset: 'utf8',
}).single('file')

export const formsWithFile: RequestHandler = (request, response, next) => {
  parse(request, response, (error: unknown) => {
    const isLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE'
    if (isLarge) tooLarge.add(request)
    next(isLarge ? undefined : faultOfSender(error))
  })
}
