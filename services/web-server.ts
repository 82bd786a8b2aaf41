/** The port of the web pages: opened, named, and closed without cutting off what is being answered. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannot-start.ts'

/** Throws CannotStart when the port is taken. */
export async function listen(host: string, port: number): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        new CannotStart(
          taken
            ? `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`
            : `The web pages cannot listen on ${host} port ${port} (${error.code ?? error.name}). Set HOST and PORT to an address of this machine.`,
        ),
      )
    })
    server.listen(port, host, resolve)
  })
  return server
}

export function addressOf(server: Server): string {
  const address = server.address()
  const port = isAddress(address) ? address.port : 0
  return `http://127.0.0.1:${port}`
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

/** Answers what is being asked, keeps no idle connection open. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(late)
}
