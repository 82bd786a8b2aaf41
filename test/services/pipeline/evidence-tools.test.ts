/** What a channel asks for is fetched whole, within a limit, and its password stays where it was meant for. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { evidenceTools } from '../../../services/pipeline/evidence-tools.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`
}

test('a download gives the bytes and their type', async () => {
  const url = await serve((_request, response) =>
    response.setHeader('content-type', 'image/png').end(Buffer.from([1, 2, 3])),
  )
  expect(await evidenceTools.download(url)).toEqual({
    contentType: 'image/png',
    content: Buffer.from([1, 2, 3]),
  })
})

test('a download that is passed on to another http address is refused, and its password stays here', async () => {
  let asked = 0
  const inside = await serve((_request, response) => {
    asked++
    response.end('secret')
  })
  const url = await serve((_request, response) => response.writeHead(302, { location: inside }).end())
  await expect(evidenceTools.download(url, { authorization: 'Basic abc' })).rejects.toThrow('not https')
  expect(asked).toBe(0)
})

test('a download without end is cut off at the limit', async () => {
  const url = await serve((_request, response) => {
    const chunk = Buffer.alloc(1024 * 1024)
    const more = (): void => {
      while (response.write(chunk));
    }
    response.on('drain', more)
    more()
  })
  await expect(evidenceTools.download(url)).rejects.toThrow('larger than any')
})
