/** A broken connection is news once, until it works again: BullMQ tells it for each queue, worker and try. */

export interface Complaints {
  readonly hear: (error: Error) => void
  /** Something got through. */
  readonly works: () => void
}

export function createComplaints(complain: (error: Error) => void): Complaints {
  let isBroken = false
  return {
    hear(error) {
      const isNews = !isBroken || !isOfConnection(error)
      if (isOfConnection(error)) isBroken = true
      if (isNews) complain(error)
    },
    works() {
      isBroken = false
    },
  }
}

/** By the codes of the system and of PostgreSQL (class 08, 57P), and by the words of ioredis, which gives no codes. */
function isOfConnection(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_|08|57P)/.test(code) ||
    /Stream isn't writeable|Connection is closed|Connection terminated|does not answer/.test(error.message)
  )
}
