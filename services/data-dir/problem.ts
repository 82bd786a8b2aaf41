/** Turns the file system's error codes about the data directory into what a person can do about them. */
import { CannotStart } from '../cannot-start.ts'

export function openProblem(path: string, error: unknown): CannotStart {
  const code = errorCode(error)
  return new CannotStart(`${path} ${sentences[code] ?? `cannot be used (${code}).`}`, { cause: error })
}

/** The code of a file system error, such as ENOENT; else its message. */
export function errorCode(error: unknown): string {
  if (error instanceof Error)
    return 'code' in error && typeof error.code === 'string' ? error.code : error.message
  return String(error)
}

const elsewhere = 'or set DATA_DIR to a directory that this user may write'
const sentences: Readonly<Record<string, string>> = {
  EACCES: `may not be written by this user. Start as the user who owns it, ${elsewhere}.`,
  EPERM: `may not be written by this user. Start as the user who owns it, ${elsewhere}.`,
  EROFS: 'is on a disk that is read-only. Set DATA_DIR to a directory on one that can be written.',
  ENOSPC: 'is on a disk that is full. Free some space there, or set DATA_DIR to a directory on another disk.',
  EDQUOT:
    'is beyond this user’s disk quota. Free some space, or set DATA_DIR to a directory on another disk.',
  ENOTDIR: 'is not a directory, or lies below a file. Set DATA_DIR to a directory.',
  EEXIST: 'is not a directory. Set DATA_DIR to a directory.',
}
