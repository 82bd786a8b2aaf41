/** A form in parts that breaks off, or holds what no form of ours sends: told to whoever sent it, as nothing of ours failed. */
import { MulterError } from 'multer'

class BrokenForm extends Error {
  /** By this the page of failures knows whose it is. */
  readonly status: 400 | 413

  constructor(cause: unknown) {
    super('A form in parts could not be read', { cause })
    this.status = cause instanceof MulterError && cause.code === 'LIMIT_FIELD_VALUE' ? 413 : 400
  }
}

/** Nothing where all was read. */
export function faultOfSender(error: unknown): BrokenForm | undefined {
  return error === undefined || error === null ? undefined : new BrokenForm(error)
}
