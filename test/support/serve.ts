/** Serves an application on a free port until the test file is over. */
import { createServer } from 'node:http'
import type { Express } from 'express'
import { afterAll } from 'vitest'

/** Resolves with where it is reached, such as http://127.0.0.1:40123. */
export async function serve(app: Express): Promise<string> {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}
