/** The SMTP entrance: a mail gets its 250 only when it is durable, and never more of it than the limit is held. */
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { Arrival, Listener, ListenerDoor, Receipt } from '../channel.ts'

export interface SmtpDoorSettings {
  readonly host: string
  readonly port: number
  readonly limitBytes: number
  readonly now: () => Date
}

type Accept = (arrival: Arrival) => Promise<Receipt>

/** How many mails of the largest size may be in memory at once; beyond that a sender is told to come again. */
const largestAtOnce = 10
const maxClients = 500

export function smtpDoor(settings: SmtpDoorSettings): ListenerDoor {
  return { opens: 'listener', name: 'email-smtp', open: (accept) => listen(settings, accept) }
}

async function listen(settings: SmtpDoorSettings, accept: Accept): Promise<Listener> {
  const held = { bytes: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'feedback hub',
    size: settings.limitBytes,
    maxClients,
    closeTimeout: 5_000,
    logger: false,
    onData(stream, session, done) {
      receive(stream, session, settings, held, accept).then((reply) => done(null, reply), done)
    },
  })
  // A broken connection is the sender's trouble: it was never told 250 and will come again.
  const address = await new Promise<string>((resolve, reject) => {
    server.once('error', (error: Error) => reject(new Error(cannotOpen(settings.port, error))))
    server.listen(settings.port, settings.host, () => {
      server.on('error', () => undefined)
      const bound = server.server.address()
      resolve(`smtp://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : settings.port}`)
    })
  })
  return { address, close: () => closed(server) }
}

function closed(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(resolve)
  })
}

function cannotOpen(port: number, error: Error): string {
  return `Port ${port} cannot be opened for incoming mail (${error.message}). Set MAIL_LISTEN_PORT to a free port.`
}

/** Resolves to the text of the 250; rejects with the SMTP code to answer. */
async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  settings: SmtpDoorSettings,
  held: { bytes: number },
  accept: Accept,
): Promise<string> {
  const receivedAt = settings.now().toISOString()
  const chunks: Buffer[] = []
  let mine = 0
  let refusal: SmtpRefusal | null = null
  try {
    for await (const chunk of stream) {
      if (refusal !== null || !Buffer.isBuffer(chunk)) continue
      mine += chunk.length
      held.bytes += chunk.length
      if (mine > settings.limitBytes) refusal = new SmtpRefusal(552, tooLarge(settings.limitBytes))
      else if (held.bytes > settings.limitBytes * largestAtOnce) refusal = new SmtpRefusal(452, tooBusy)
      else chunks.push(chunk)
      // The rest is read only to be thrown away: SMTP has no way to stop a sender in the middle.
      if (refusal !== null) chunks.length = 0
    }
    if (refusal !== null) throw refusal
    const receipt = await accept(arrivalOf(Buffer.concat(chunks), session, receivedAt)).catch(() => {
      throw new SmtpRefusal(451, 'The message could not be stored just now. Please send it again later.')
    })
    return `Received, reference ${receipt.reference}`
  } finally {
    held.bytes -= mine
  }
}

function arrivalOf(raw: Buffer, session: SMTPServerSession, receivedAt: string): Arrival {
  const { mailFrom, rcptTo } = session.envelope
  return {
    door: 'email-smtp',
    raw,
    contentType: 'message/rfc822',
    envelope: {
      'mail-from': mailFrom === false ? '' : mailFrom.address,
      'rcpt-to': rcptTo.map((recipient) => recipient.address).join(', '),
      helo: session.hostNameAppearsAs || '',
    },
    peer: session.remoteAddress || null,
    receivedAt,
  }
}

const tooBusy = 'Too many large messages at once. Please send it again later.'

function tooLarge(limitBytes: number): string {
  return `The message is larger than ${Math.floor(limitBytes / 1_000_000)} MB. Please send it without the largest attachment.`
}

class SmtpRefusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}
