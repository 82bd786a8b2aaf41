/** S3-compatible storage on a port of its own, which checks the signature of every request (AWS SigV4) by its own sums. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

export interface FakeBucket {
  /** As STORAGE_URL has it. */
  readonly url: string
  readonly objects: Map<string, Buffer>
  close(): Promise<void>
}

const key = 'EXAMPLEKEY'
const secret = 'an/example+secret'
const region = 'eu-west-2'

export async function startFakeBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? ''
      if (!isSigned(request, body)) return response.writeHead(403).end('SignatureDoesNotMatch')
      if (request.method === 'PUT') {
        objects.set(path, body)
        return response.writeHead(200).end()
      }
      const found = objects.get(path)
      return found === undefined ? response.writeHead(404).end() : response.writeHead(200).end(found)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The storage has no port')
  return {
    url: `http://${key}:${encodeURIComponent(secret)}@127.0.0.1:${at.port}/feedback?region=${region}`,
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) {
    const bytes: unknown = part
    if (bytes instanceof Uint8Array) parts.push(Buffer.from(bytes))
  }
  return Buffer.concat(parts)
}

const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const sign = (by: string | Buffer, text: string) => createHmac('sha256', by).update(text).digest()

/** As the AWS documentation has it: "Create a signed AWS API request". */
function isSigned({ headers, method = '', url = '' }: IncomingMessage, body: Buffer): boolean {
  const given =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
      headers.authorization ?? '',
    )
  if (given === null) return false
  const [, name = '', day = '', place = '', signed = '', signature = ''] = given
  const payload = String(headers['x-amz-content-sha256'] ?? '')
  if (name !== key || place !== region) return false
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== hash(body)) return false
  const lines = signed.split(';').map((header) => `${header}:${String(headers[header] ?? '').trim()}\n`)
  const request = [method, url, '', lines.join(''), signed, payload].join('\n')
  const scope = `${day}/${place}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash(request)].join('\n')
  const dayKey = sign(sign(sign(sign(`AWS4${secret}`, day), place), 's3'), 'aws4_request')
  return sign(dayKey, text).toString('hex') === signature
}
