/** An IMAP server in the test's own process, with mails that the test puts there, removes and counts. */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import { z } from 'zod'

interface Folder {
  readonly messages: {
    readonly uid: number
    readonly raw: string
    readonly flags: readonly string[]
  }[]
  uidvalidity: number
}

/** As much of hoodiecrow-imap as is used here; it brings no types. */
interface Hoodiecrow {
  readonly folderCache: Readonly<Record<string, Folder>>
  createClient(socket: Socket): void
  notify(command: object, folder: Folder): void
  appendMessage(folder: string, flags: readonly string[], date: string | undefined, raw: string): void
}

const require = createRequire(import.meta.url)
const createHoodiecrow = z
  .custom<(options: object) => Hoodiecrow>((value) => typeof value === 'function')
  .parse(require('hoodiecrow-imap'))

export interface ImapServer {
  readonly port: number
  readonly url: string
  put(raw: Buffer, more?: { readonly flags?: readonly string[]; readonly date?: string }): void
  in(folder: string): Readonly<Folder['messages']>
  /** The mailbox was built anew on the server: numbers mean nothing any more (UIDVALIDITY). */
  beginEra(number: number): void
  /** Removed or moved by somebody else who uses the mailbox. */
  remove(uid: number): void
  /** Breaks the connection in the middle of what it says, after so many more bytes. */
  cutAfter(bytes: number): void
  /** Breaks every connection, as a restart of the server would. */
  cut(): void
  close(): Promise<void>
}

export async function startImapServer(): Promise<ImapServer> {
  const imap = createHoodiecrow({
    plugins: ['ID', 'IDLE', 'MOVE', 'UIDPLUS'],
    storage: { INBOX: { messages: [] }, '': { folders: { Archive: {} } } },
  })
  const sockets = new Set<Socket>()
  let bytesLeft = Infinity
  const breaking = (socket: Socket): Socket => {
    const write = socket.write.bind(socket)
    socket.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      if (chunk.length <= bytesLeft) {
        bytesLeft -= chunk.length
        return write(chunk, ...rest)
      }
      write(chunk.slice(0, bytesLeft), () => socket.destroy())
      bytesLeft = Infinity
      return false
    }
    return socket
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    imap.createClient(breaking(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port')
  const { port } = address
  const folder = (name: string): Folder => {
    const found = imap.folderCache[name]
    if (found === undefined) throw new Error(`There is no folder ${name}`)
    return found
  }
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port,
    url: `imap://testuser:testpass@127.0.0.1:${port}/`,
    put: (raw, { flags = [], date } = {}) =>
      imap.appendMessage('INBOX', [...flags], date, raw.toString('latin1')),
    in: (name) => folder(name).messages,
    beginEra: (number) => void (folder('INBOX').uidvalidity = number),
    remove(uid) {
      const messages = folder('INBOX').messages
      const at = messages.findIndex((each) => each.uid === uid)
      messages.splice(at, 1)
      imap.notify({ tag: '*', attributes: [at + 1, { type: 'ATOM', value: 'EXPUNGE' }] }, folder('INBOX'))
    },
    cutAfter: (bytes) => void (bytesLeft = bytes),
    cut,
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
