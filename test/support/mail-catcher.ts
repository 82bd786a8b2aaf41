/** A mail server that keeps what it gets, or refuses every recipient, or whoever sends, with a code. */
import { SMTPServer } from 'smtp-server'

export interface Caught {
  readonly raw: Buffer
  /** Of the envelope. */
  readonly from: string
  readonly to: readonly string[]
}

export interface MailCatcher {
  readonly url: string
  readonly caught: readonly Caught[]
  close(): Promise<void>
}

export async function startMailCatcher(
  refuse?: number,
  whom: 'recipient' | 'sender' = 'recipient',
  words = 'refused',
): Promise<MailCatcher> {
  const caught: Caught[] = []
  const answer = (about: typeof whom, done: (error?: Error) => void) => {
    if (refuse === undefined || about !== whom) done()
    else done(Object.assign(new Error(words), { responseCode: refuse }))
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_, __, done) => answer('sender', done),
    onRcptTo: (_, __, done) => answer('recipient', done),
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = mailFrom === false ? '' : mailFrom.address
        caught.push({ raw: Buffer.concat(chunks), from, to: rcptTo.map(({ address }) => address) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
