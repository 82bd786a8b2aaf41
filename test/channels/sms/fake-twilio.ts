/** Stands for Twilio's API over real HTTP: takes texts, hands out pictures, and answers as it was told to. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface SentText {
  readonly sid: string
  readonly authorization: string
  readonly fields: Readonly<Record<string, string>>
}

export interface FakeTwilio {
  readonly url: string
  readonly sent: readonly SentText[]
  readonly picturesAsked: readonly string[]
  /** The next texts are refused with these, in order. */
  readonly refusals: { readonly status: number; readonly code: number }[]
  /** Pictures by their path; one that is not there yet is answered 404. */
  readonly pictures: Map<string, Buffer>
  close(): Promise<void>
}

export async function startFakeTwilio(): Promise<FakeTwilio> {
  const sent: SentText[] = []
  const picturesAsked: string[] = []
  const refusals: { readonly status: number; readonly code: number }[] = []
  const pictures = new Map<string, Buffer>()

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = Object.fromEntries(new URLSearchParams(await bodyOf(request)))
    const refusal = refusals.shift()
    if (refusal !== undefined) {
      const problem = { code: refusal.code, message: 'An example of a refusal', status: refusal.status }
      answer(response, refusal.status, JSON.stringify(problem))
      return
    }
    const sid = `SMsent${sent.length + 1}`
    sent.push({ sid, authorization: request.headers.authorization ?? '', fields })
    answer(response, 201, JSON.stringify({ sid, status: 'queued' }))
  }

  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void take(request, response)
      return
    }
    picturesAsked.push(request.headers.authorization ?? '')
    const picture = pictures.get(request.url ?? '')
    if (picture === undefined) answer(response, 404, '{}')
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent,
    picturesAsked,
    refusals,
    pictures,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}
