/** Mounts the http doors that channels declare: size, type, key, genuineness, then the commit, then the answer. */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Answer, Arrival, Channel, HttpDoor } from '../../channels/channel.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Words } from '../pages/languages.ts'
import type { RateLimit } from '../store/rate-limits.ts'
import type { Accept } from './accept.ts'
import { answerProblem, type Problem } from './problem.ts'

export interface ApiCaller {
  readonly id: string
  readonly scopes: readonly string[]
  readonly organisation: OrganisationId
}

export interface HttpDoorParts {
  readonly accept: Accept
  readonly words: Words
  readonly now: () => Date
  /** For those who come without a key. */
  readonly visitors: RateLimit
  /** Null: no such key, or revoked. */
  findCaller(key: string): Promise<ApiCaller | null>
  readonly complain: (door: string, error: unknown) => void
}

type Admission =
  { readonly admitted: true; readonly caller: ApiCaller | null } | ({ readonly admitted: false } & Problem)

export function mountHttpDoors(channels: readonly Channel[], parts: HttpDoorParts): Router {
  const router = express.Router()
  for (const channel of channels) {
    for (const door of channel.doors) {
      if (door.opens === 'http') mount(router, channel, door, parts)
    }
  }
  return router
}

function mount(router: Router, channel: Channel, door: HttpDoor, parts: HttpDoorParts): void {
  const readBody = express.raw({ type: () => true, limit: door.limitBytes, inflate: true })
  router.post(
    door.path,
    // Who may not come in is told so before a body is read.
    async (request, response, next) => {
      const admission = await admit(door, request, parts)
      if (!admission.admitted) return answerProblem(response, parts.words, admission)
      if (!takes(door, request)) {
        return answerProblem(response, parts.words, {
          status: 415,
          key: 'intake:wrong-type',
          params: { types: door.accepts.join(', ') },
        })
      }
      callers.set(request, admission.caller)
      next()
    },
    (request, response, next) =>
      readBody(request, response, (error?: unknown) => bodyWasRead(door, error, response, next, parts.words)),
    async (request: Request, response: Response) => receive(channel, door, request, response, parts),
  )
}

function bodyWasRead(
  door: HttpDoor,
  error: unknown,
  response: Response,
  next: NextFunction,
  words: Words,
): void {
  if (!isTooLarge(error)) return next(error)
  const params = { megabytes: Math.round(door.limitBytes / 1_048_576) }
  answerProblem(response, words, { status: 413, key: 'intake:too-large', params })
}

const callers = new WeakMap<Request, ApiCaller | null>()

async function admit(door: HttpDoor, request: Request, parts: HttpDoorParts): Promise<Admission> {
  if (door.authenticate.by === 'callback-token') {
    return isSame(keyIn(request) ?? '', door.authenticate.token)
      ? { admitted: true, caller: null }
      : { admitted: false, status: 401, key: 'intake:wrong-key' }
  }
  if (door.authenticate.by !== 'api-key') return { admitted: true, caller: null }
  const key = keyIn(request)
  if (key !== null) {
    const caller = await parts.findCaller(key)
    if (caller === null) return { admitted: false, status: 401, key: 'intake:wrong-key' }
    if (!caller.scopes.includes(door.authenticate.scope)) {
      return {
        admitted: false,
        status: 403,
        key: 'intake:wrong-scope',
        params: { scope: door.authenticate.scope },
      }
    }
    return { admitted: true, caller }
  }
  if (!door.authenticate.optional) return { admitted: false, status: 401, key: 'intake:no-key' }
  const seconds = await parts.visitors.exceededBy(request.ip ?? 'unknown')
  if (seconds !== null)
    return { admitted: false, status: 429, key: 'intake:too-often', params: { seconds }, retryAfter: seconds }
  return { admitted: true, caller: null }
}

/** Takes the same time whatever the difference is. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

function keyIn(request: Request): string | null {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '') ?? []
  return bearer ?? request.get('x-api-key') ?? null
}

function takes(door: HttpDoor, request: Request): boolean {
  const type = (request.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return door.accepts.includes(type)
}

async function receive(
  channel: Channel,
  door: HttpDoor,
  request: Request,
  response: Response,
  parts: HttpDoorParts,
): Promise<void> {
  const caller = callers.get(request) ?? null
  const arrival = arrivalOf(door, request, caller, parts.now())
  // A provider's signature is checked before anything is stored.
  if (!channel.isGenuine(arrival)) {
    return answerProblem(response, parts.words, { status: 403, key: 'intake:not-genuine' })
  }
  const refusal = door.refuse(arrival)
  if (refusal !== null)
    return answerProblem(response, parts.words, {
      status: refusal.status,
      key: 'intake:refused',
      problems: refusal.problems,
    })
  const said = door.converse?.(arrival, parts.words.say) ?? null
  if (said !== null) return answerWith(response, said)
  try {
    const receipt = await parts.accept(
      channel,
      arrival,
      caller === null ? {} : { receivedBy: caller.organisation },
    )
    answerWith(response, door.answer(receipt, arrival, parts.words.say))
  } catch (error) {
    parts.complain(door.name, error)
    answerProblem(response, parts.words, { status: 503, key: 'intake:try-later', retryAfter: 30 })
  }
}

function answerWith(response: Response, { status, type, body }: Answer): void {
  response.status(status).type(type).send(body)
}

function arrivalOf(door: HttpDoor, request: Request, caller: ApiCaller | null, now: Date): Arrival {
  const body: unknown = request.body
  const idempotencyKey = request.get('idempotency-key')
  return {
    door: door.name,
    raw: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    contentType: request.get('content-type') ?? null,
    envelope: {
      'arrival-id': randomUUID(),
      // Scoped to the key or, without one, to the visitor: nobody can take another's reference by guessing their key.
      ...(caller === null ? { visitor: visitorOf(request) } : { 'api-key-id': caller.id }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey.slice(0, 200) }),
      ...askedFor(door, request),
    },
    peer: request.ip ?? null,
    receivedAt: now.toISOString(),
  }
}

/** Signatures are made over the address that was called, and stand in a header. */
function askedFor({ headers = [] }: HttpDoor, request: Request): Readonly<Record<string, string>> {
  if (headers.length === 0) return {}
  const found = headers.map((name) => [name, request.get(name)?.slice(0, 1_000) ?? ''] as const)
  return {
    'request-target': request.originalUrl,
    ...Object.fromEntries(found.filter(([, value]) => value !== '')),
  }
}

function visitorOf(request: Request): string {
  const seen = `${request.ip ?? ''} ${request.get('user-agent') ?? ''}`
  return createHash('sha256').update(seen).digest('hex').slice(0, 32)
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large'
}
