/** Takes a note's form apart: its fields, and the scanned pages that came with it, within limits. */
import type { Request, RequestHandler } from 'express'
import multer, { MulterError } from 'multer'
import type { Scan } from '../../channels/staff-note/note.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { safeName } from '../../shared/text/file-name.ts'
import { faultOfSender } from '../staff/broken-form.ts'

const mostScans = 10
const megabytes = 10
/** Bytes; the longest letter that anybody types out. */
const longestField = 1_048_576

const tooMuch: Readonly<Record<string, Reason>> = {
  LIMIT_FILE_SIZE: reason('desk:note.error.scanLarge', { megabytes }),
  LIMIT_FILE_COUNT: reason('desk:note.error.scanCount', { count: mostScans }),
  LIMIT_UNEXPECTED_FILE: reason('desk:note.error.scanCount', { count: mostScans }),
}

const problems = new WeakMap<Request, Reason>()

/** Before anybody is let in or turned away, so that whoever was signed out meanwhile gets back what they typed. */
export function noteUpload(): RequestHandler {
  const parse = multer({
    limits: { files: mostScans, fileSize: megabytes * 1_048_576, fields: 60, fieldSize: longestField },
    // Browsers send names in UTF-8.
    defParamCharset: 'utf8',
    // Of whoever has no session nothing is kept in memory but their words.
    fileFilter: (request, _file, take) => take(null, request.session.staff !== undefined),
  }).array('scans', mostScans)
  return (request, response, next) => {
    parse(request, response, (error: unknown) => {
      const problem = error instanceof MulterError ? tooMuch[error.code] : undefined
      if (problem === undefined) return next(faultOfSender(error))
      problems.set(request, problem)
      next()
    })
  }
}

/** Why the scanned pages were not taken; null where they were, or none came. */
export function uploadProblemOf(request: Request): Reason | null {
  const empty = filesIn(request).find(({ size }) => size === 0)
  return (
    problems.get(request) ??
    (empty === undefined ? null : reason('desk:note.error.scanEmpty', { name: safeName(empty.originalname) }))
  )
}

export function scansOf(request: Request): readonly Scan[] {
  return filesIn(request).map(({ originalname, mimetype, buffer }) => ({
    name: originalname,
    contentType: mimetype,
    content: buffer,
  }))
}

/** A file input that was left empty sends a file without a name, which is none. */
function filesIn({ files }: Request) {
  return Array.isArray(files) ? files.filter(({ originalname, size }) => size > 0 || originalname !== '') : []
}
