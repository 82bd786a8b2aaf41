/** Stands for GOV.UK Notify's API over real HTTP: judges the token as Notify does, takes texts, or refuses as told. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

export interface NotifyText {
  readonly id: string
  readonly phone: string
  readonly words: string
  readonly template: string
  /** What we called it; the receipt says so again. */
  readonly reference: string
}

export interface FakeNotify {
  readonly url: string
  readonly sent: readonly NotifyText[]
  /** The next texts are refused with these, in order. */
  readonly refusals: { readonly status: number; readonly error: string }[]
  close(): Promise<void>
}

const bodySchema = z.strictObject({
  phone_number: z.e164(),
  template_id: z.uuid(),
  personalisation: z.strictObject({ message: z.string().max(918) }),
  reference: z.uuid(),
})

export async function startFakeNotify(key: {
  readonly serviceId: string
  readonly secret: string
}): Promise<FakeNotify> {
  const sent: NotifyText[] = []
  const refusals: { readonly status: number; readonly error: string }[] = []

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bodyOf(request)
    if (!isSignedBy(key, request)) {
      refuse(response, 403, 'AuthError')
      return
    }
    const refusal = refusals.shift()
    if (refusal !== undefined) {
      refuse(response, refusal.status, refusal.error)
      return
    }
    const body = bodySchema.safeParse(JSON.parse(raw))
    if (request.url !== '/v2/notifications/sms' || !body.success) {
      refuse(response, 400, 'ValidationError')
      return
    }
    const { phone_number: phone, template_id: template, personalisation, reference } = body.data
    const id = `00000000-0000-4000-8000-${String(sent.length + 1).padStart(12, '0')}`
    sent.push({ id, phone, words: personalisation.message, template, reference })
    answer(response, 201, { id, reference, content: { body: personalisation.message } })
  }

  const server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent,
    refusals,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const headerSchema = z.strictObject({ typ: z.literal('JWT'), alg: z.literal('HS256') })
const claimsSchema = z.object({ iss: z.string(), iat: z.int() })

/** Our service, the secret of its key, and made within 30 seconds. */
function isSignedBy(
  key: { readonly serviceId: string; readonly secret: string },
  { headers }: IncomingMessage,
): boolean {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(headers.authorization ?? '')
  const [, header = '', claims = '', signature = ''] = token ?? []
  if (!headerSchema.safeParse(partOf(header)).success) return false
  const said = claimsSchema.safeParse(partOf(claims))
  if (!said.success || said.data.iss !== key.serviceId) return false
  if (Math.abs(Date.now() / 1_000 - said.data.iat) > 30) return false
  return signature === createHmac('sha256', key.secret).update(`${header}.${claims}`).digest('base64url')
}

function partOf(encoded: string): unknown {
  return encoded === '' ? null : JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
}

function refuse(response: ServerResponse, status: number, error: string): void {
  answer(response, status, { status_code: status, errors: [{ error, message: 'An example of a refusal' }] })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
