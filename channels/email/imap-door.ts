/** The mailbox as an entrance: watched for as long as the hub runs, and opened again whenever the connection breaks. */
import { ImapFlow } from 'imapflow'
import { reason, type Reason } from '../../shared/finding.ts'
import type { ReaderKeep } from '../../shared/reader.ts'
import type { Arrival, Listener, ReaderDoor, Receipt } from '../channel.ts'
import { readWhatIsNew } from './imap-round.ts'
import { nameOfMailbox, type MailboxSettings } from './imap-settings.ts'

export interface ImapDoorSettings {
  readonly mailbox: MailboxSettings
  readonly limitBytes: number
  readonly now: () => Date
  /** Milliseconds before the first try again; each further one waits twice as long, up to five minutes. */
  readonly patienceMs?: number
}

type Accept = (arrival: Arrival) => Promise<Receipt>

/** A server may forget to say that something came: then it is found after this long. */
const lookAgainMs = 5 * 60_000
const longestPauseMs = 5 * 60_000

export function imapDoor(settings: ImapDoorSettings): ReaderDoor {
  return { opens: 'reader', name: 'email-imap', open: async (accept, keep) => watch(settings, accept, keep) }
}

function watch(settings: ImapDoorSettings, accept: Accept, keep: ReaderKeep): Listener {
  const closing = new AbortController()
  const ended = keepReading(settings, accept, keep, closing.signal)
  return {
    address: nameOfMailbox(settings.mailbox),
    async close() {
      closing.abort()
      await ended
    },
  }
}

/** Ends only when it is closed. */
async function keepReading(
  settings: ImapDoorSettings,
  accept: Accept,
  keep: ReaderKeep,
  closing: AbortSignal,
): Promise<void> {
  const firstPauseMs = settings.patienceMs ?? 2_000
  let pauseMs = firstPauseMs
  while (!closing.aborted) {
    try {
      await oneConnection(settings, accept, keep, closing, () => (pauseMs = firstPauseMs))
    } catch (error) {
      // Where this cannot be noted either, the database is away, and that is said elsewhere.
      await keep.tell(nameOfMailbox(settings.mailbox), problemOf(error)).catch(() => undefined)
    }
    await pause(pauseMs, closing)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

function problemOf(error: unknown): Reason {
  const isRefused = error instanceof Error && 'authenticationFailed' in error
  return reason(isRefused ? 'email:imap.signIn' : 'email:imap.unreachable')
}

/** Reads, waits for news, reads again, until the connection ends or breaks. */
async function oneConnection(
  { mailbox, limitBytes, now }: ImapDoorSettings,
  accept: Accept,
  keep: ReaderKeep,
  closing: AbortSignal,
  isWell: () => void,
): Promise<void> {
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.secure,
    auth: { user: mailbox.user, pass: mailbox.password },
    logger: false,
    // It waits for news by IDLE (RFC 2177) a second after the last command.
    autoIdleDelay: 1_000,
    maxIdleTime: lookAgainMs,
    connectionTimeout: 30_000,
  })
  const news = newsOf(client, closing)
  try {
    await client.connect()
    await client.mailboxOpen(mailbox.folder)
    while (client.usable && !closing.aborted) {
      await readWhatIsNew({ client, mailbox, limitBytes, now, keep, accept })
      isWell()
      await news.next()
    }
  } finally {
    if (client.usable) await client.logout().catch(() => undefined)
    client.close()
  }
}

/** Rings for new mail, for the end of the connection and for closing; remembers a ring that nobody waited for. */
function newsOf(client: ImapFlow, closing: AbortSignal): { next(): Promise<void> } {
  let ringing = Promise.withResolvers<undefined>()
  const ring = () => ringing.resolve(undefined)
  client.on('exists', ring)
  client.on('close', ring)
  // The connection closes after it, which is what is heeded.
  client.on('error', ring)
  closing.addEventListener('abort', ring, { once: true })
  return {
    async next() {
      const timer = setTimeout(ring, lookAgainMs)
      await ringing.promise
      clearTimeout(timer)
      ringing = Promise.withResolvers()
      if (closing.aborted) ring()
    },
  }
}

function pause(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (closing.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    const stop = () => {
      clearTimeout(timer)
      resolve()
    }
    closing.addEventListener('abort', stop, { once: true })
  })
}
